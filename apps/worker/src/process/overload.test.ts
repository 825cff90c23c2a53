import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { quickAccount } from "../testing/quick-account";
import { feelOp } from "../testing/stream";
import { ORIGIN, SECRET, syncRequest, testServer, type TestServer } from "../testing/test-server";
import { serversOfThisFile } from "./servers-of-this-file";

const REQUESTS = 2_000;
const ACCOUNTS = 200;
/** Of a few hundred bytes each, in one request. */
const OPS = 30;
/** Far above what the server needs, far below what 2,000 requests of full size would take. Our own choice. */
const MEMORY_MAX_MB = 400;

const servers = serversOfThisFile();
let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

test(`${REQUESTS} requests at once are all answered, with 200 or with 503 and a moment to come back, in bounded memory`, async () => {
  const phones = await Promise.all(Array.from({ length: ACCOUNTS }, () => quickAccount(server.database.db)));
  const child = servers.start({
    LEGWORK_URL: ORIGIN,
    LEGWORK_SECRET: SECRET,
    DATABASE_URL: server.database.url,
  });
  const { port } = new URL(await child.ready);
  const agent = new Agent({ keepAlive: true, maxSockets: REQUESTS });
  try {
    const watching = watchHealth(port);
    const answers = await Promise.all(
      Array.from({ length: REQUESTS }, (_, index) => {
        const phone = phones[index % ACCOUNTS];
        if (!phone) throw new Error("no phone");
        const ops = Array.from({ length: OPS }, () =>
          feelOp({ patch: { run: randomUUID(), date: "2026-03-02", feel: 3, note: "x".repeat(200) } }),
        );
        const body = JSON.stringify(syncRequest({ ops, limit: 1 }));
        return send({ agent, port, path: `/api/runners/${phone.runner}/sync`, cookie: phone.cookie, body });
      }),
    );
    const healthy = await watching();

    const served = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status === 503);
    expect(served.length + refused.length).toBe(REQUESTS);
    expect(served.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    for (const { retryAfter, text } of refused) {
      expect(Number(retryAfter)).toBeGreaterThan(0);
      expect(JSON.parse(text)).toMatchObject({ code: "unavailable" });
    }
    expect(healthy.length).toBeGreaterThan(0);
    expect(healthy.filter((status) => status !== 200)).toEqual([]);
    expect(peakMemoryMb(child.child.pid)).toBeLessThan(MEMORY_MAX_MB);

    const stored = await server.database.db.client.query<{ count: number }>(
      "select count(*)::int as count from record",
    );
    expect(stored.rows[0]?.count).toBe(served.length * OPS);
  } finally {
    agent.destroy();
    child.child.kill("SIGTERM");
    await child.ended;
  }
}, 120_000);

interface Sending {
  readonly agent: Agent;
  readonly port: string;
  readonly path: string;
  readonly cookie: string;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly text: string;
}

function send({ agent, port, path, cookie, body }: Sending): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      Origin: ORIGIN,
      Cookie: cookie,
      "Content-Type": "application/json",
      "Content-Length": Buffer.byteLength(body),
    };
    const outgoing = request({ agent, port, path, method: "POST", headers }, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk: string) => (text += chunk));
      incoming.on("end", () =>
        resolve({ status: incoming.statusCode ?? 0, retryAfter: incoming.headers["retry-after"], text }),
      );
      incoming.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Asks for health again and again until told to stop; every status that was answered. */
function watchHealth(port: string): () => Promise<readonly number[]> {
  const statuses: number[] = [];
  const over = new AbortController();
  const watch = async () => {
    while (!over.signal.aborted) {
      statuses.push(
        await fetch(`http://localhost:${port}/api/health`).then(
          ({ status }) => status,
          () => 0,
        ),
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const watching = watch();
  return async () => {
    over.abort();
    await watching;
    return statuses;
  };
}

/** The most that the process ever held; 0 where the system does not say. */
function peakMemoryMb(pid: number | undefined): number {
  try {
    const kb = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kb ?? 0) / 1024;
  } catch {
    return 0;
  }
}
