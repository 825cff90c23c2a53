// The phone's own code, as the page runs it, with a server inside the page: what is measured is the phone.
import { openDB } from "idb";
import { digestOf, type RecordId, type RunnerId } from "@legwork/core/record";
import type { SyncedRecord, SyncRequest, SyncResponse } from "@legwork/core/wire";
import { openLocalDb, readCurrentRunner } from "@/local-db";
import { carryOver, changeStream, readSyncStatus, runCycle, writeRecords } from "@/sync";

const PAGE = 500;

/** Records of long ago: the plan does not read them, the phone only has them. */
export function makeRecords(count: number): readonly SyncedRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    id: crypto.randomUUID() as RecordId,
    kind: "run_log",
    schema: 1,
    body: {
      date: new Date(Date.UTC(1990, 0, 1) + (index % 9_000) * 86_400_000).toISOString().slice(0, 10),
      kind: "easy",
      minutes: 45 + (index % 30),
      km: 8.2,
      effort: 4,
    },
    rev: index + 1,
    deleted: false,
    author: "bench",
    opId: crypto.randomUUID(),
  }));
}

/** Lets a first sync pull `count` records into this phone's database; returns its milliseconds. */
export async function firstSync(count: number): Promise<number> {
  const db = openLocalDb({ carryOver });
  const runner = await readCurrentRunner(db);
  await db.write(["streams"], (tx) => changeStream(tx, runner, { state: "live", email: "bench@example.org" }));
  const records = makeRecords(count);
  const transport = serverWith(records);
  const began = performance.now();
  const outcome = await runCycle({ db: db.account(runner), transport, runner, now: Date.now });
  const took = performance.now() - began;
  if (outcome.status !== "upToDate") throw new Error(`The first sync ended as ${outcome.status}`);
  db.close();
  return took;
}

/** A cycle that brings nothing new, with the digests compared; milliseconds of each. */
export async function idleSyncs(turns: number): Promise<readonly number[]> {
  const db = openLocalDb({ carryOver });
  const runner = await readCurrentRunner(db);
  // The records themselves stay on the server: this page holds none of them.
  const transport = await db.read(["records"], async (tx) => {
    const stored = await tx.objectStore("records").getAll();
    return standingServer(stored.flatMap(({ server }) => server ?? []));
  });
  const took = await timed(turns, async () => {
    const outcome = await runCycle({ db: db.account(runner), transport, runner, now: Date.now });
    if (outcome.status !== "upToDate") throw new Error(`A sync ended as ${outcome.status}`);
    await readSyncStatus(db);
  });
  db.close();
  return took;
}

/** One set of a session, until it is on the disk; milliseconds of each. */
export async function taps(turns: number): Promise<readonly number[]> {
  const db = openLocalDb({ carryOver });
  // A screen that can be tapped has read its records: the database is open.
  await readCurrentRunner(db);
  const id = crypto.randomUUID() as RecordId;
  let set = 0;
  const took = await timed(turns, () => {
    set += 1;
    const value = { pattern: "squat", state: "done", amount: 8, loadGrams: 10_000 };
    const patch = { date: "2026-12-10", kind: "A", startedAt: 1, [`sets/P1.${set}`]: value };
    return writeRecords(db, [{ id, kind: "session_log", patch }], Date.now());
  });
  db.close();
  return took;
}

/** The floor: one small value put into an empty database, as durable as a tap; milliseconds of each. */
export function strictPuts(turns: number): Promise<readonly number[]> {
  return puts(turns, "strict");
}

/** The same without waiting for the disk: what the browser itself takes. */
export function relaxedPuts(turns: number): Promise<readonly number[]> {
  return puts(turns, "relaxed");
}

async function puts(turns: number, durability: IDBTransactionDurability): Promise<readonly number[]> {
  const db = await openDB("phone-probe", 1, { upgrade: (opened) => void opened.createObjectStore("values") });
  const took = await timed(turns, async () => {
    const tx = db.transaction("values", "readwrite", { durability });
    await Promise.all([tx.store.put(turns, "value"), tx.done]);
  });
  db.close();
  return took;
}

async function timed(turns: number, work: () => Promise<void>): Promise<readonly number[]> {
  const took: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return took;
}

/** A server on which nothing new happens. */
function standingServer(records: readonly SyncedRecord[]) {
  const digest = digestOf(records);
  const head = records.reduce((highest, { rev }) => Math.max(highest, rev), 0);
  return {
    sync(_runner: RunnerId, { ops }: SyncRequest) {
      const results = ops.map(({ opId }) => ({ opId, status: "applied" as const, rev: head }));
      const at = { proto: 1, epoch: "bench", head, cursor: head };
      const response: SyncResponse = { ...at, results, changes: [], more: false, digest, scope: null };
      return Promise.resolve({ ok: true as const, response });
    },
  };
}

function serverWith(records: readonly SyncedRecord[]) {
  const sorted = [...records].sort((one, other) => one.rev - other.rev);
  const digest = digestOf(sorted);
  const head = sorted.at(-1)?.rev ?? 0;
  return {
    sync(_runner: RunnerId, request: SyncRequest) {
      const newer = sorted.filter(({ rev }) => rev > request.cursor);
      const changes = newer.slice(0, PAGE);
      const more = newer.length > PAGE;
      const results = request.ops.map(({ opId }) => ({ opId, status: "applied" as const, rev: head }));
      const response: SyncResponse = {
        proto: 1,
        epoch: "bench",
        head,
        results,
        // As over the wire: nothing is shared.
        changes: JSON.parse(JSON.stringify(changes)) as readonly SyncedRecord[],
        cursor: more ? (changes.at(-1)?.rev ?? head) : head,
        more,
        digest,
        scope: null,
      };
      return Promise.resolve({ ok: true as const, response });
    },
  };
}
