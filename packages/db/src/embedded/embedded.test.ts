import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeDatabase, openDatabase, pingDatabase } from "../connection";
import { refuseFullDisk, whyPostgresFailed } from "./cluster";
import { isRoot } from "./run-as";
import { type EmbeddedPostgres, startEmbedded } from "./start-embedded";

let folder: string;
let running: EmbeddedPostgres[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "legwork-embedded-"));
  chmodSync(folder, 0o711);
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((postgres) => postgres.stop()));
  rmSync(folder, { recursive: true, force: true });
});

test("what was written is there after a stop and a start", async () => {
  const dataDir = join(folder, "data");
  const first = await start(dataDir);
  const db = openDatabase({ connection: first.connection });
  await db.client.query("create table kept as select 42 as answer");
  await closeDatabase(db);
  await first.stop();

  const second = await start(dataDir);
  const again = openDatabase({ connection: second.connection });
  expect((await again.client.query("select answer from kept")).rows).toEqual([{ answer: 42 }]);
  await closeDatabase(again);
});

test("it listens on a socket that only its user can enter, and writes are synced to the disk", async () => {
  const postgres = await start(join(folder, "data"));
  expect(postgres.connection.host).toBe(join(folder, "data/postgres"));
  expect(statSync(postgres.connection.host).mode & 0o777).toBe(0o700);

  const db = openDatabase({ connection: postgres.connection });
  const { rows } = await db.client.query(
    "select current_setting('listen_addresses') as tcp, current_setting('fsync') as fsync, current_setting('data_checksums') as sums",
  );
  expect(rows).toEqual([{ tcp: "", fsync: "on", sums: "on" }]);
  await closeDatabase(db);
});

test("where the path of a socket would be too long it listens on a loopback port, and asks for its password", async () => {
  const dataDir = join(folder, "a-long-name-".repeat(10), "data");
  const postgres = await start(dataDir);
  expect(postgres.connection.host).toBe("127.0.0.1");

  const stranger = openDatabase({ connection: { ...postgres.connection, password: "guessed" } });
  await expect(pingDatabase(stranger)).rejects.toThrow(/password authentication failed/);
  await closeDatabase(stranger);
});

test("a second one on the same data folder is refused, by whatever path it is asked for", async () => {
  const dataDir = join(folder, "data");
  await start(dataDir);
  await expect(startEmbedded({ dataDir: join(folder, "data/../data/") })).rejects.toThrow(
    /is already served by process \d+/,
  );
});

test("for root it runs as an ordinary user, also when the data folder lies where nobody else may enter", async () => {
  const home = join(folder, "home");
  mkdirSync(home, { mode: 0o700 });
  const dataDir = join(home, "data");
  const postgres = await start(dataDir);

  expect(postgres.isElsewhere).toBe(isRoot());
  expect(postgres.user === null).toBe(!isRoot());
  expect(postgres.folder).toMatch(isRoot() ? /^\/var\/lib\/legwork\/[0-9a-f]{16}$/ : dataDir);
  expect(statSync(postgres.connection.host).uid === 0).toBe(false);
  await expect(startEmbedded({ dataDir })).rejects.toThrow(/is already served/);
  await postgres.stop();

  // A copy of the folder must not run on the database of the original.
  const copy = join(home, "copy");
  renameSync(dataDir, copy);
  const onCopy = await start(copy).catch((error: Error) => error);
  expect(onCopy instanceof Error).toBe(isRoot());
  if (postgres.isElsewhere) rmSync(postgres.folder, { recursive: true, force: true });
});

test("a cluster that a crash left half made is cleared away, and one that another server is making is not", async () => {
  const dataDir = join(folder, "data");
  const ended = spawnSync("true").pid;
  const left = join(dataDir, `postgres.new-${ended}`);
  const beingMade = join(dataDir, `postgres.new-${process.ppid}`);
  for (const path of [left, beingMade]) mkdirSync(path, { recursive: true });
  chmodSync(dataDir, 0o755);
  await start(dataDir);
  expect(existsSync(left)).toBe(false);
  expect(existsSync(beingMade)).toBe(true);
});

test("a process id in a stale file that now belongs to somebody else is left alone", async () => {
  const dataDir = join(folder, "data");
  const first = await start(dataDir);
  const stale = readFileSync(join(dataDir, "postgres/cluster/postmaster.pid"), "utf8");
  await first.stop();
  const owner = statSync(join(dataDir, "postgres/cluster")).uid;
  // Of the same user, so that Postgres alone would take it for another Postgres.
  const bystander = spawn("sleep", ["60"], { cwd: "/", ...(isRoot() ? { uid: owner } : {}) });
  const lines = stale.split("\n");
  lines[0] = String(bystander.pid);
  writeFileSync(join(dataDir, "postgres/cluster/postmaster.pid"), lines.join("\n"), { mode: 0o600 });
  chownSync(join(dataDir, "postgres/cluster/postmaster.pid"), owner, -1);

  const second = await start(dataDir);

  expect(second.stoppedLeftover).toBe(false);
  expect(bystander.exitCode).toBeNull();
  bystander.kill();
});

test("a disk with too little room is refused with the room it needs", () => {
  expect(() => refuseFullDisk("/data", 160 * 2 ** 20, 12 * 2 ** 20)).toThrow(
    "The disk of /data is full: 12 MB are free, the database needs 160 MB to start.",
  );
  expect(() => refuseFullDisk("/data", 100, 100)).not.toThrow();
});

test("what Postgres says when it fails becomes one sentence", () => {
  const log =
    '2026-08-31 [1] LOG:  starting\n2026-08-31 [1] FATAL:  could not write lock file "postmaster.pid": No space left on device';
  expect(whyPostgresFailed(log)).toBe("the disk is full.");
  expect(whyPostgresFailed("LOG:  starting\n[1] FATAL:  data directory has wrong ownership\nHINT: x")).toBe(
    "data directory has wrong ownership",
  );
});

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbedded({ dataDir });
  running.push(postgres);
  return postgres;
}
