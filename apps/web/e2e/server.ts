import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { test } from "@playwright/test";
import { newDataDir } from "./data-dir";

const SERVE = fileURLToPath(new URL("../../worker/dist/serve.js", import.meta.url));
const START_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 50;

/** What a server of a test is told besides its place. */
type ServerSettings = Readonly<Record<string, string>>;

/** The real server with its own embedded Postgres, on a port and data folder of its own; can be stopped and started again. */
export class RealServer {
  private child: ChildProcess | null = null;
  private output = "";
  private place: { readonly port: number; readonly dataDir: string } | null = null;

  constructor(private readonly settings: () => ServerSettings = () => ({})) {}

  get url(): string {
    if (!this.place) throw new Error("The server has no port before its first start.");
    return `http://localhost:${this.place.port}`;
  }

  get dataDir(): string {
    if (!this.place) throw new Error("The server has no data folder before its first start.");
    return this.place.dataDir;
  }

  /** The first start chooses port and data folder, every later one keeps them. */
  async start(): Promise<void> {
    const { port, dataDir } = (this.place ??= await freePlace());
    const child = spawn(process.execPath, [SERVE], {
      env: {
        ...process.env,
        PORT: String(port),
        LEGWORK_DATA_DIR: dataDir,
        LEGWORK_URL: this.url,
        ...this.settings(),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (this.output += chunk.toString()));
    const deadline = Date.now() + START_WITHIN_MS;
    while (!(await this.answers())) {
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error(`The server did not start:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  }

  async stop(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null) return;
    this.child = null;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    if (this.place) await rm(this.place.dataDir, { recursive: true, force: true });
  }

  private async answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/api/health`)).ok;
    } catch {
      return false;
    }
  }
}

/** One server for all tests of a file, started before the first and removed after the last. Call it at the top of the file. */
export function serverOfThisFile(settings?: () => ServerSettings): RealServer {
  const server = new RealServer(settings);
  test.beforeAll(() => server.start());
  test.afterAll(() => server.remove());
  return server;
}

async function freePlace(): Promise<{ port: number; dataDir: string }> {
  return { port: await freePort(), dataDir: await newDataDir() };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no free port")),
      );
    });
  });
}
