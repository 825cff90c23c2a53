import "fake-indexeddb/auto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Digest, digestOf, type RecordId, type RunnerId, sameDigest } from "@legwork/core/record";
import type { Invitation, Squad } from "@legwork/core/wire";
import type { AccountDb } from "@legwork/web/local-db";
import { httpTransport, runCycle, writeRecords } from "@legwork/web/sync";
import {
  backUp,
  closeDatabase,
  commentOp,
  createApp,
  openDatabase,
  ORIGIN,
  restore,
  SECRET,
  type SignedInBrowser,
  signedUp,
  startPostgres,
  syncRequest,
  testDatabase,
  type TestDatabase,
  testServer,
  type TestServer,
} from "@legwork/worker/testing/postgres";
import { randomUUID as randomId } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openDeviceDb, signInDevice } from "../simulation/open-device-db";

type App = TestServer["app"];

let stopPostgres: () => Promise<void>;
let folder: string;
let before: TestServer;
let target: TestDatabase;
beforeAll(async () => {
  stopPostgres = await startPostgres();
});
afterAll(() => stopPostgres());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "legwork-healed-"));
  before = await testServer();
  target = await testDatabase({ isEmpty: true });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await before.close();
  await target.close();
  rmSync(folder, { recursive: true, force: true });
});

test("yesterday's backup is healed by two phones: every acknowledged log is back once, and the coach waits for them", async () => {
  const runner = await signedUp(before.app, "Mo");
  const coach = await signedUp(before.app, "Coach");
  await letIn(coach, runner);
  const one = await phone("one", runner);
  const other = await phone("other", runner);

  const logs = [...(await one.log(3)), ...(await other.log(3))];
  await one.sync(before.app);
  await other.sync(before.app);
  const made = await backUp({ settings: settings(before.database.url), to: join(folder, "yesterday.backup"), ...CALL });

  // After the backup: new logs of both, a change of an old one, a deletion, and a word of the coach.
  logs.push(...(await one.log(4)), ...(await other.log(5)));
  const [changed, deleted] = logs;
  if (changed === undefined || deleted === undefined) throw new Error("There are no logs.");
  await one.change(changed, 5);
  await one.remove(deleted);
  await one.sync(before.app);
  await other.sync(before.app);
  const word = commentOp();
  expect((await coach.sync(runner.runner, { ops: [word] })).results).toMatchObject([{ status: "applied" }]);
  await one.sync(before.app);
  const acknowledged = await before.database.db.client.query<{ op_id: string }>(
    "select op_id from op_receipt where runner_id = $1 and author = $2",
    [runner.runner, runner.account.id],
  );
  expect(acknowledged.rows.length).toBeGreaterThanOrEqual(17);

  await restore({ settings: settings(target.url), path: made.path, deletions: null, now: CALL.now });
  const db = openDatabase({ url: target.url });
  const after = createApp({ db, publicUrl: ORIGIN, secret: SECRET, staticDir: null });
  const coachReads = () => readAs(after, coach, runner.runner);

  expect(await coachReads()).toBe(404);
  await other.sync(after);
  expect(await coachReads()).toBe(200);
  await one.sync(after);
  await other.sync(after);
  await one.sync(after);

  const { rows: receipts } = await db.client.query<{ op_id: string }>(
    "select op_id from op_receipt where runner_id = $1",
    [runner.runner],
  );
  const ids = receipts.map((row) => row.op_id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(acknowledged.rows.filter((row) => !ids.includes(row.op_id))).toEqual([]);

  const { rows: records } = await db.client.query<ServerRecord>(
    `select id, kind, op_id as "opId", deleted, body, rev from record where runner_id = $1`,
    [runner.runner],
  );
  const live = records.filter((record) => record.kind === "run_feel" && !record.deleted).map(({ id }) => id);
  expect([...live].sort()).toEqual(logs.filter((id) => id !== deleted).sort());
  expect(records.find(({ id }) => id === changed)?.body["feel"]).toBe(5);

  const { rows: heads } = await db.client.query<{ digest: Digest }>(
    "select digest from runner_head where runner_id = $1",
    [runner.runner],
  );
  const digest = heads[0]?.digest ?? {};
  for (const each of [records, await one.records(), await other.records()]) {
    expect(sameDigest(digestOf(each), digest)).toBe(true);
  }
  expect([await one.waiting(), await other.waiting()]).toEqual([0, 0]);
  await closeDatabase(db);
});

const CALL = { app: "test", now: new Date("2026-03-03T02:00:00Z"), signal: new AbortController().signal };

interface ServerRecord {
  readonly id: RecordId;
  readonly kind: string;
  readonly opId: string;
  readonly deleted: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

function settings(databaseUrl: string) {
  return { dataDir: join(folder, "data"), databaseUrl, secret: SECRET };
}

async function letIn(coach: SignedInBrowser, runner: SignedInBrowser): Promise<void> {
  const squad = (await (await coach.request("POST", "/api/squads", { name: "Club" })).json()) as Squad;
  const invited = await coach.request("POST", `/api/squads/${squad.id}/invitations`);
  const { code } = (await invited.json()) as Invitation;
  expect((await runner.request("POST", `/api/invitations/${code}/accept`)).status).toBe(200);
}

/** Status of a pull by the coach, from a device that knows nothing. */
async function readAs(app: App, coach: SignedInBrowser, runner: RunnerId): Promise<number> {
  const headers = { Origin: ORIGIN, "Content-Type": "application/json", Cookie: coach.cookie() };
  const body = JSON.stringify(syncRequest());
  return (await app.request(`${ORIGIN}/api/runners/${runner}/sync`, { method: "POST", headers, body })).status;
}

/** The phone's own code over a database of its own, signed in as the runner. */
async function phone(name: string, person: SignedInBrowser) {
  const { runner } = person;
  const database = `${name}-${randomId()}`;
  await signInDevice(database, runner);
  const db: AccountDb = openDeviceDb(database, runner);
  let clock = CALL.now.getTime();
  const now = () => (clock += 1_000);
  const write = (id: RecordId, patch: Readonly<Record<string, string | number>>) =>
    writeRecords(db, [{ id, kind: "run_feel", patch }], now());
  return {
    async log(count: number) {
      const ids = Array.from({ length: count }, () => randomId() as RecordId);
      for (const id of ids) await write(id, { run: randomId(), date: "2026-03-02", feel: 3 });
      return ids;
    },
    change: (id: RecordId, feel: number) => write(id, { feel }),
    remove: (id: RecordId) => writeRecords(db, [{ id, kind: "run_feel", patch: {}, del: true }], now()),
    async sync(app: App) {
      vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
        const headers = new Headers(init.headers);
        headers.set("Origin", ORIGIN);
        headers.set("Cookie", person.cookie());
        return app.request(`${ORIGIN}${path}`, { ...init, headers });
      });
      expect(await runCycle({ db, transport: httpTransport, runner, now, insist: true })).toEqual({
        status: "upToDate",
        waiting: 0,
      });
    },
    async records() {
      const all = await db.read(["records"], (tx) => tx.objectStore("records").getAll());
      return all.flatMap(({ server }) => (server === null ? [] : [server]));
    },
    waiting: () => db.read(["outbox"], (tx) => tx.objectStore("outbox").count()),
  };
}
