import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { listenAnywhere, temporaryFolder } from "./child-server";
import { serversOfThisFile } from "./servers-of-this-file";
import type { Environment } from "./settings";

const { start, folder, dataDir } = serversOfThisFile();

test.each<[string, Environment, RegExp]>([
  ["a word as port", { PORT: "three" }, /PORT must be a number from 0 to 65535, not "three"/],
  ["a port beyond all ports", { PORT: "70000" }, /PORT must be a number/],
  ["an address that is none", { LEGWORK_URL: "legwork.example" }, /LEGWORK_URL must be the address people use/],
  [
    "an address of another kind",
    { LEGWORK_URL: "ftp://legwork.example" },
    /LEGWORK_URL must be the address people use/,
  ],
  ["an address with a path", { LEGWORK_URL: "https://club.example/legwork" }, /leave out "\/legwork"/],
  ["a database address that is none", { DATABASE_URL: "db.example:5432" }, /DATABASE_URL must look like postgres:\/\//],
  ["a database of another kind", { DATABASE_URL: "mysql://u:p@db.example/x" }, /DATABASE_URL must look like/],
  [
    "a certificate without its key",
    { LEGWORK_TLS_CERT: "/some.pem" },
    /LEGWORK_TLS_CERT and LEGWORK_TLS_KEY go together/,
  ],
  ["proxies that are no addresses", { LEGWORK_TRUSTED_PROXIES: "10.0.0.0/8, proxy" }, /not "proxy"/],
  [
    "a level of the log that is none",
    { LEGWORK_LOG_LEVEL: "loud" },
    /LEGWORK_LOG_LEVEL must be error, warn, info, debug, not "loud"/,
  ],
  ["a short secret", { LEGWORK_SECRET: "hunter2" }, /LEGWORK_SECRET must have at least 32 characters/],
])("%s is refused in one sentence before anything is written", async (_, settings, sentence) => {
  expect(await refused(settings)).toMatch(sentence);
  expect(existsSync(dataDir())).toBe(false);
});

test("a port in use is refused before anything is written", async () => {
  const taken = await listenAnywhere(createServer());
  expect(await refused({ PORT: String(taken.port) })).toContain(`Port ${taken.port} is in use`);
  expect(existsSync(dataDir())).toBe(false);
  taken.close();
});

test("a certificate that is none is refused before anything is written", async () => {
  const path = join(folder(), "some.pem");
  writeFileSync(path, "no certificate");
  expect(await refused({ LEGWORK_TLS_CERT: path, LEGWORK_TLS_KEY: path })).toContain(
    "no certificate and key that belong",
  );
  expect(existsSync(dataDir())).toBe(false);
});

test("a data folder that is a file is refused", async () => {
  writeFileSync(dataDir(), "");
  expect(await refused({})).toContain(`The data folder ${dataDir()} is not a folder`);
});

test("a data folder that cannot be written is refused", async () => {
  // Root may write anywhere but into the kernel's own folders.
  const locked = process.getuid?.() === 0 ? "/sys/legwork" : dataDir();
  if (locked === dataDir()) mkdirSync(dataDir(), { mode: 0o555 });
  expect(await refused({ LEGWORK_DATA_DIR: locked })).toMatch(
    /The data folder \S+ (is not writable|lies on a read-only|cannot)/,
  );
});

test.runIf(existsSync("/proc/self"))("a data folder where nobody can make a folder is refused at once", async () => {
  expect(await refused({ LEGWORK_DATA_DIR: "/proc/legwork/data" })).toContain("/proc/legwork/data is not writable");
});

test("a database where nothing listens is refused, and its password not repeated", async () => {
  const free = await listenAnywhere();
  free.close();
  const said = await refused({ DATABASE_URL: `postgres://someone:hunter2@127.0.0.1:${free.port}/legwork` });
  expect(said).toContain(
    `The database of DATABASE_URL (127.0.0.1:${free.port}/legwork) does not answer: nothing listens there`,
  );
  expect(said).not.toContain("hunter2");
});

test("a database that accepts and says nothing is refused within seconds", async () => {
  const sockets = new Set<Socket>();
  const silent = await listenAnywhere(createServer((socket) => sockets.add(socket)));
  const said = await refused({ DATABASE_URL: `postgres://someone@127.0.0.1:${silent.port}/legwork` });
  expect(said).toMatch(/DATABASE_URL \(\S+\) does not answer/);
  for (const socket of sockets) socket.destroy();
  silent.close();
});

test("a Postgres older than 15 is refused", async () => {
  const old = await listenAnywhere(createServer((socket) => answerAsPostgres(socket, "140012")));
  const said = await refused({ DATABASE_URL: `postgres://someone@127.0.0.1:${old.port}/legwork` });
  expect(said).toContain("The database of DATABASE_URL is Postgres 14: Legwork needs 15 or newer.");
  old.close();
});

test.each(smallDisks())("a full disk is refused and nothing half written", async (disk) => {
  const onDisk = join(disk, "data");
  expect(await refused({ LEGWORK_DATA_DIR: onDisk })).toMatch(/The disk of \S+ is full: \d+ MB are free/);
  expect(readdirSync(onDisk)).toEqual([]);
});

/** What a server said that did not start; fails when it ends with 0, says more than its sentence, or leaves files. */
async function refused(settings: Environment): Promise<string> {
  const server = start(settings);
  const code = await server.ended;
  const said = server.output();
  expect(said).toMatch(/^Legwork cannot start\. [^\n]+\n$/);
  expect(code).toBe(1);
  if (isFolder(dataDir())) expect(readdirSync(dataDir())).toEqual([]);
  return said;
}

/** A disk of 24 MB where this machine lets us mount one; elsewhere packages/db alone tests the sentence. */
function smallDisks(): readonly string[] {
  const disk = temporaryFolder();
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=24m,mode=755", "tmpfs", disk]).status === 0;
  afterAll(() => {
    if (mounted) spawnSync("umount", [disk]);
    rmSync(disk, { recursive: true, force: true });
  });
  return mounted ? [disk] : [];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Just enough of the protocol: lets anybody in and answers every query with one text. */
function answerAsPostgres(socket: Socket, text: string): void {
  const message = (type: string, ...parts: readonly Buffer[]) => {
    const body = Buffer.concat(parts);
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const bytes = (...values: readonly number[]) => Buffer.from(values);
  const ready = message("Z", Buffer.from("I"));
  const column = Buffer.concat([
    Buffer.from("version\0"),
    bytes(0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0),
  ]);
  const row = Buffer.concat([bytes(0, 1, 0, 0, 0, text.length), Buffer.from(text)]);
  socket.on("error", () => {});
  socket.once("data", () => {
    socket.write(Buffer.concat([message("R", bytes(0, 0, 0, 0)), ready]));
    socket.on("data", (chunk) => {
      if (chunk[0] !== "Q".charCodeAt(0)) return;
      const answer = [message("T", bytes(0, 1), column), message("D", row), message("C", Buffer.from("SELECT 1\0"))];
      socket.write(Buffer.concat([...answer, ready]));
    });
  });
}
