import { randomBytes, randomUUID } from "node:crypto";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { digestOf, type Digest } from "@legwork/core/record";
import { closeDatabase, type Db, knownMigrations, migrateDatabase, openDatabase } from "@legwork/db";
import { testDatabase, type TestDatabase } from "@legwork/db/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deleteAccount } from "../auth/delete-account";
import { noteInFile } from "../process/deletion-file";
import { feelOp } from "../testing/stream";
import { signedUp, testServer, type TestServer } from "../testing/test-server";
import { untilNoted } from "../testing/until-noted";
import { backUp } from "./back-up";
import { makeBackupFile } from "./backup-file";
import { readTables } from "./catalog";
import { lineText } from "./format";
import { readBackup } from "./read-backup";
import { restore } from "./restore";

let folder: string;
let server: TestServer;
let target: TestDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "legwork-backup-"));
  server = await testServer();
  target = await testDatabase({ isEmpty: true });
});
afterEach(async () => {
  await server.close();
  await target.close();
  rmSync(folder, { recursive: true, force: true });
});

const NOW = new Date("2026-03-03T02:00:00Z");

describe("a backup", () => {
  test("of a server under load is one moment: heads, digests, records and receipts agree after the restore", async () => {
    const runners = await Promise.all([signedUp(server.app), signedUp(server.app), signedUp(server.app)]);
    const over = new AbortController();
    let pushed = 0;
    const writers = runners.map(async (runner) => {
      const known = feelOp();
      for (let feel = 0; !over.signal.aborted; feel += 1) {
        const change = feelOp({ record: known.record, patch: { ...known.patch, feel: 1 + (feel % 5) }, base: feel });
        await runner.sync(runner.runner, { ops: [feelOp(), change] });
        pushed += 2;
      }
    });
    await until(() => pushed > 60);
    const before = pushed;
    const made = await backup();
    await until(() => pushed > before + 30);
    over.abort();
    await Promise.all(writers);

    await restoreIt(made.path);

    const db = openDatabase({ url: target.url });
    const heads = await db.client.query<{ runner_id: string; head: number; digest: Digest }>(
      "select * from runner_head",
    );
    expect(heads.rows).toHaveLength(3);
    let restored = 0;
    for (const { runner_id: runner, head, digest } of heads.rows) {
      const { rows: records } = await db.client.query<never>(
        `select id, kind, op_id as "opId", deleted, rev from record where runner_id = $1`,
        [runner],
      );
      expect(digestOf(records)).toEqual(digest);
      const { rows: receipts } = await db.client.query<{ rev: number }>(
        "select rev from op_receipt where runner_id = $1 order by rev",
        [runner],
      );
      expect(receipts.map(({ rev }) => rev)).toEqual(Array.from({ length: head }, (_, index) => index + 1));
      restored += head;
    }
    expect(restored).toBeGreaterThanOrEqual(before - 6);
    expect(restored).toBeLessThan(pushed);
    await closeDatabase(db);
  });

  test("restored is equal table by table, whatever the values hold", async () => {
    await filled();
    const made = await backup();
    expect(statSync(made.path).mode & 0o777).toBe(0o600);

    await restoreIt(made.path);

    const db = openDatabase({ url: target.url });
    const tables = (await readTables(db)).map(({ name }) => name);
    expect(tables).toEqual((await readTables(server.database.db)).map(({ name }) => name));
    expect(tables.length).toBe(made.tables);
    for (const table of tables.filter((name) => name !== "server_state")) {
      expect([table, await contents(db, table)]).toEqual([table, await contents(server.database.db, table)]);
    }
    await closeDatabase(db);
  });

  test("leaves out no table: what the database has is what the file has", async () => {
    await server.database.db.client.query("create table of_tomorrow (id serial primary key, note text)");
    await server.database.db.client.query("insert into of_tomorrow (note) values ('a'), ('b')");
    const made = await backup();
    const found: string[] = [];
    let last: Readonly<Record<string, string>> = {};
    for await (const part of readBackup(made.path)) {
      if (part.line === "tableEnd") found.push(`${part.name} ${part.rows}`);
      if (part.line === "sequences") last = part.last;
    }
    expect(found).toContain("of_tomorrow 2");
    expect(last).toEqual({ of_tomorrow_id_seq: "2" });
  });

  test("that was asked to stop, or whose disk is full, leaves no file under its name", async () => {
    await filled();
    const stop = AbortSignal.abort();
    await expect(backup({ signal: stop })).rejects.toThrow("It was asked to stop: no backup was made.");
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each(smallDisks())("on a full disk is said in a sentence and leaves nothing", async (disk) => {
    const path = join(disk, "full.backup");
    const noise = randomBytes(2 ** 20);
    const filling = makeBackupFile(path, async (file) => {
      for (let part = 0; part < 8; part += 1) await file.write(noise);
    });
    await expect(filling).rejects.toThrow(`The disk of ${path} is full: no backup was made.`);
    expect(readdirSync(disk)).toEqual([]);
  });

  test("has no name before it is whole, and what a killed one left is cleared by the next", async () => {
    const path = join(folder, "one.backup");
    const gone = spawnSync(process.execPath, ["-e", ""]).pid;
    writeFileSync(join(folder, `older.backup.part-${gone}`), "half");
    let seen: readonly string[] = [];
    await makeBackupFile(path, async (file) => {
      await file.write(Buffer.from("half"));
      await until(() => readdirSync(folder).some((name) => name.startsWith("one")));
      seen = readdirSync(folder);
    });
    expect(seen).toEqual([`one.backup.part-${process.pid}`]);
    expect(readdirSync(folder)).toEqual(["one.backup"]);
  });

  test("never replaces a file", async () => {
    const path = join(folder, "taken.backup");
    writeFileSync(path, "mine");
    await expect(backup({ to: path })).rejects.toThrow("exists already: a backup never replaces a file.");
    expect(readFileSync(path, "utf8")).toBe("mine");
  });
});

describe("a restore", () => {
  test("begins a new life of the server in which nobody has been met", async () => {
    await filled();
    const made = await backup();
    await restoreIt(made.path);
    const db = openDatabase({ url: target.url });
    const { rows } = await db.client.query(
      "select (select count(*) from runner_head) as runners, count(*) as met, (select restored_at from server_state) as at from runner_head where server_epoch = (select epoch from server_state)",
    );
    expect(rows).toEqual([{ runners: 2, met: 0, at: NOW }]);
    await closeDatabase(db);
  });

  test("brings an older backup up to the present tables", async () => {
    const older = await testDatabase({ isEmpty: true });
    await migrateDatabase(older.db, { count: 1 });
    await older.db.client.query(
      `insert into runner_head (runner_id, account_id, epoch, head) values ($1, 'mo', $1, 7)`,
      [randomUUID()],
    );
    const made = await backup({ url: older.url });
    await restoreIt(made.path);
    const db = openDatabase({ url: target.url });
    const { rows } = await db.client.query(
      `select head, server_epoch = (select epoch from server_state) as met, (select count(*) from drizzle.__drizzle_migrations) as migrations from runner_head`,
    );
    expect(rows).toEqual([{ head: 7, met: false, migrations: knownMigrations().length }]);
    await closeDatabase(db);
    await older.close();
  });

  test("deletes again who deleted their account after the backup", async () => {
    const mo = await signedUp(server.app);
    const other = await signedUp(server.app);
    await mo.sync(mo.runner, { ops: [feelOp()] });
    const made = await backup();
    const oldFolder = mkdtempSync(join(folder, "old-"));
    await deleteAccount(server.database.db, mo.account.id, NOW);
    await noteInFile(oldFolder)({ account: mo.account.id, at: NOW, tokenHashes: [Buffer.alloc(32, 7)] });

    const restored = await restoreIt(made.path, { deletions: join(oldFolder, "deleted-accounts.jsonl") });

    expect(restored.deletedAgain).toBe(1);
    const db = openDatabase({ url: target.url });
    expect((await db.client.query(`select id from "user"`)).rows).toEqual([{ id: other.account.id }]);
    expect((await db.client.query("select 1 from record")).rows).toEqual([]);
    expect((await db.client.query("select 1 from deleted_session")).rows.length).toBeGreaterThan(0);
    await closeDatabase(db);
    expect(readFileSync(join(folder, "target/deleted-accounts.jsonl"), "utf8")).toContain(mo.account.id);
  });

  test("brings the secret of sessions along", async () => {
    const dataDir = join(folder, "source");
    const made = await backUp({
      settings: { dataDir: withSecret(dataDir), databaseUrl: server.database.url, secret: null },
      to: join(folder, "with.backup"),
      app: "test",
      now: NOW,
      signal: new AbortController().signal,
    });
    expect(made.secret).toBe("inside");
    await restoreIt(made.path);
    const restored = join(folder, "target/session-secret");
    expect(readFileSync(restored, "utf8")).toBe("the secret of sessions\n");
    expect(statSync(restored).mode & 0o777).toBe(0o600);
  });

  test("refuses a database with data, and says how", async () => {
    const made = await backup();
    await signedUp(server.app);
    await expect(restoreIt(made.path, { url: server.database.url })).rejects.toThrow(
      /The database is not empty.*LEGWORK_DATA_DIR/,
    );
  });

  test("refuses while somebody uses the database", async () => {
    const made = await backup();
    await target.db.client.query("select 1");
    await expect(restoreIt(made.path)).rejects.toThrow("Somebody is connected to the database: stop the server first.");
  });

  test.each<[string, (whole: Buffer) => Buffer, RegExp]>([
    ["an empty file", () => Buffer.alloc(0), /is cut off/],
    ["another file", () => Buffer.from("hello"), /is no backup of Legwork/],
    ["another packed file", () => gzipSync("hello\n"), /is no backup of Legwork/],
    ["half a file", (whole) => whole.subarray(0, whole.length / 2), /is cut off/],
    ["a file without its last byte", (whole) => whole.subarray(0, -1), /is cut off/],
    [
      "a file whose packing is whole and whose end is missing",
      (whole) => repacked(whole, (text) => text.slice(0, text.lastIndexOf('{"line":"end"'))),
      /is cut off/,
    ],
    ["a flipped byte", (whole) => flipped(whole, Math.floor(whole.length / 2)), /is damaged|is cut off/],
    [
      "a changed value in good packing",
      (whole) => repacked(whole, (text) => text.replace("Mo of the test", "Xo of the test")),
      /is damaged/,
    ],
    ["a row too few", (whole) => repacked(whole, (text) => text.replace(/^.*Mo of the test.*\n/m, "")), /is damaged/],
    [
      "a table too few",
      (whole) =>
        repacked(whole, (text) => text.replace(/\{"line":"table","name":"summary"[^]*?"tableEnd"[^\n]*\n/, "")),
      /is damaged/,
    ],
    [
      "a newer format",
      (whole) => repacked(whole, (text) => text.replace('"version":1', '"version":2')),
      /made by a newer Legwork \(format 2/,
    ],
    [
      "newer tables",
      (whole) =>
        repacked(whole, (text) =>
          text
            .replace('"serverEpoch"', '"serverEpoch"')
            .replace(/"migrations":\[/, `"migrations":["${"0".repeat(64)}",`),
        ),
      /of a newer or another version of Legwork/,
    ],
  ])("refuses %s and changes nothing", async (_, change, sentence) => {
    await filled();
    const made = await backup();
    const bad = join(folder, "bad.backup");
    writeFileSync(bad, change(readFileSync(made.path)));
    await expect(restoreIt(bad)).rejects.toThrow(sentence);
    expect(
      (
        await target.db.client.query(
          "select 1 from information_schema.tables where table_schema in ('public', 'drizzle')",
        )
      ).rows,
    ).toEqual([]);
    expect(readdirSync(folder)).not.toContain("target");
  });

  test("is never fooled: of many flipped bytes each is refused or changes no row", async () => {
    await filled();
    const made = (await backup()).path;
    const whole = readFileSync(made);
    const good = await readAll(made);
    for (let at = 0; at < whole.length; at += 37) {
      const bad = join(folder, "flipped.backup");
      writeFileSync(bad, flipped(whole, at));
      const read = await readAll(bad).catch((error: Error) => error);
      // A few bytes of the packing's own head mean nothing.
      if (read instanceof Error)
        expect([at, read.message]).toEqual([at, expect.stringMatching(/is damaged|is cut off|is no backup/)]);
      else expect([at, read.equals(good)]).toEqual([at, true]);
    }
  });
});

async function filled(): Promise<void> {
  const mo = await signedUp(server.app, "Mo of the test");
  const odd = await signedUp(server.app, "\\.\n\ttab \\N 🏃 \r\n\\.");
  await mo.sync(mo.runner, {
    ops: [feelOp(), feelOp({ kind: "thing_of_2030", patch: { odd: "\u0000\n\\.\n", "map/e": [1e-7, null] } })],
  });
  const op = feelOp();
  await odd.sync(odd.runner, { ops: [op, feelOp({ patch: { run: randomUUID(), date: "2026-03-02", feel: 9 } })] });
  await odd.sync(odd.runner, { ops: [feelOp({ record: op.record, base: 1, patch: {}, del: true })] });
  const squad = await mo.request("POST", "/api/squads", { name: "Club" });
  expect(squad.status).toBeLessThan(300);
  // A backup must not be compared with what came after it.
  for (const { runner } of [mo, odd]) await untilNoted(server.database.db, runner);
}

interface BackupChange {
  readonly url?: string;
  readonly to?: string;
  readonly signal?: AbortSignal;
}

function backup({ url = server.database.url, to, signal = new AbortController().signal }: BackupChange = {}) {
  const settings = { dataDir: join(folder, "nowhere"), databaseUrl: url, secret: "set outside" };
  return backUp({ settings, to: to ?? join(folder, "made.backup"), app: "test", now: NOW, signal });
}

function restoreIt(
  path: string,
  { url = target.url, deletions = null }: { url?: string; deletions?: string | null } = {},
) {
  return restore({
    settings: { dataDir: join(folder, "target"), databaseUrl: url, secret: null },
    path,
    deletions,
    now: NOW,
  });
}

/** All that a restore takes from a file. */
async function readAll(path: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of readBackup(path)) {
    parts.push(part.line === "rows" ? part.rows : Buffer.from(lineText(part)));
  }
  return Buffer.concat(parts);
}

async function contents(db: Db, table: string): Promise<string> {
  const { rows } = await db.client.query<{ sum: string }>(
    `select count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') as sum from "${table}" t`,
  );
  return rows[0]?.sum ?? "";
}

function flipped(whole: Buffer, at: number): Buffer {
  const copy = Buffer.from(whole);
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}

function repacked(whole: Buffer, change: (text: string) => string): Buffer {
  const text = gunzipSync(whole).toString();
  const changed = change(text);
  expect(changed).not.toBe(text);
  return gzipSync(changed);
}

function withSecret(dataDir: string): string {
  const made = mkdtempSync(`${dataDir}-`);
  writeFileSync(join(made, "session-secret"), "the secret of sessions\n", { mode: 0o600 });
  return made;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** A disk of 2 MB where this machine lets us mount one. */
function smallDisks(): readonly string[] {
  const disk = mkdtempSync(join(tmpdir(), "legwork-small-"));
  const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", disk]).status === 0;
  if (!isMounted) rmSync(disk, { recursive: true });
  else process.once("exit", () => spawnSync("umount", [disk]));
  return isMounted ? [disk] : [];
}
