import { v4 as randomId } from "uuid";
import {
  type Body,
  type Json,
  type RecordId,
  type RecordKind,
  RECORD_KINDS,
  type RunnerId,
  SCHEMA_VERSIONS,
  singletonId,
} from "@legwork/core/record";
import type { Op } from "@legwork/core/wire";
import {
  currentRunner,
  type KeptAside,
  type LocalDb,
  putDeviceValue,
  type StoredRecord,
  type WriteTx,
} from "@/local-db";
import { recompute } from "./shown";
import { changeStream, streamOf } from "./stream";

/** Kinds of which the account's own stays: a plan is not the sum of two plans. */
const ACCOUNT_WINS: readonly string[] = ["programme", "settings", "run_plan", "week_plan"];

export interface Joining {
  readonly from: RunnerId;
  readonly to: RunnerId;
  readonly now: number;
}

/**
 * Moves what was written on this phone before signing in over to the account's runner: ids that follow from the
 * runner are made anew and references with them, all in one transaction. The account's stream must be pulled.
 * Done twice, or cut short, it changes nothing more.
 */
export function joinAccount(db: LocalDb, { from, to, now }: Joining): Promise<void> {
  return db.write(["records", "outbox", "sent", "quarantine", "streams", "device"], async (tx) => {
    if ((await currentRunner(tx)) !== from || from === to) return;
    if ((await streamOf(tx, from)).state !== "local") {
      // Another account's logs are not this one's: they wait here for their own sign-in.
      await putDeviceValue(tx, "currentRunner", to);
      return;
    }
    const local = await tx.objectStore("records").getAll(IDBKeyRange.bound([from], [from, []]));
    const idByOldId = newIds(local, from, to);
    const kept: KeptAside[] = [];
    for (const record of local.filter((each) => !each.deleted)) {
      const id = idByOldId.get(record.id) ?? record.id;
      const existing = await tx.objectStore("records").get([to, id]);
      const accountHasIt = existing !== undefined && !existing.deleted;
      if (accountHasIt && ACCOUNT_WINS.includes(record.kind)) {
        kept.push({ kind: record.kind, body: record.body, keptAt: now });
        continue;
      }
      await addOp(tx, { runner: to, id, kind: record.kind, body: withNewIds(record.body, idByOldId), now });
      await recompute(tx, to, id, existing?.server ?? null);
    }
    await forgetRunner(tx, from);
    if (kept.length > 0) await putDeviceValue(tx, `kept/${from}`, kept);
    await putDeviceValue(tx, "currentRunner", to);
  });
}

/** Makes `runner`, the phone's own, the account's: nothing has to be renamed. */
export function claimAccount(db: LocalDb, runner: RunnerId, email: string): Promise<void> {
  return db.write(["streams"], (tx) => changeStream(tx, runner, { state: "live", email }));
}

/** Sets the phone to a new runner of its own. What the account still has to send stays here until its next sign-in. */
export function leaveAccount(db: LocalDb): Promise<void> {
  return db.write(["streams", "device"], async (tx) => {
    const runner = await currentRunner(tx);
    const stream = await streamOf(tx, runner);
    if (stream.state === "local") return;
    await changeStream(tx, runner, { state: "signedOut" });
    await putDeviceValue(tx, "currentRunner", randomId() as RunnerId);
  });
}

// Logs come before what refers to them, so that the keys made of ids are already the new ones.
function newIds(local: readonly StoredRecord[], from: RunnerId, to: RunnerId): ReadonlyMap<RecordId, RecordId> {
  const ids = new Map<RecordId, RecordId>();
  const rank = (record: StoredRecord) => RECORD_KINDS.indexOf(record.kind as RecordKind);
  for (const record of [...local].sort((a, b) => rank(a) - rank(b))) {
    const key = singletonKey(record);
    if (key === null || singletonId(from, record.kind as RecordKind, key) !== record.id) continue;
    const newKey = ids.get(key as RecordId) ?? key;
    ids.set(record.id, singletonId(to, record.kind as RecordKind, newKey));
  }
  return ids;
}

function singletonKey({ kind, body }: StoredRecord): string | null {
  const text = (key: string) => (typeof body[key] === "string" ? body[key] : null);
  switch (kind as RecordKind) {
    case "programme":
    case "settings":
    case "run_plan":
    case "adjustments":
      return "";
    case "week_plan":
      return text("monday");
    case "session_log":
      return text("slot") === null ? null : `${text("monday")}/${text("slot")}`;
    case "run_log":
      return text("plannedRun");
    case "run_feel":
      return text("run");
    case "health":
      return text("about") ?? "screening";
    case "strength_test":
      return text("date");
    case "comment":
    case "grant":
    case "held":
      return null;
    default:
      return null;
  }
}

function withNewIds(body: Body, idByOldId: ReadonlyMap<RecordId, RecordId>): Body {
  const renamed = (value: Json) => (typeof value === "string" ? (idByOldId.get(value as RecordId) ?? value) : value);
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, renamed(value)]));
}

interface Adding {
  readonly runner: RunnerId;
  readonly id: RecordId;
  readonly kind: string;
  readonly body: Body;
  readonly now: number;
}

async function addOp(tx: WriteTx, { runner, id, kind, body, now }: Adding) {
  const present = Object.entries(body).filter(([, value]) => value !== null);
  const schema = SCHEMA_VERSIONS[kind as RecordKind] ?? 1;
  const opId = randomId();
  const op: Op = { opId, record: id, kind, schema, base: 0, epoch: "", patch: Object.fromEntries(present) };
  await tx.objectStore("outbox").add({ runner, opId, record: id, op, frozen: false, writtenAt: now } as never);
}

async function forgetRunner(tx: WriteTx, runner: RunnerId) {
  const range = IDBKeyRange.bound([runner], [runner, []]);
  await tx.objectStore("records").delete(range);
  await tx.objectStore("sent").delete(range);
  await tx.objectStore("quarantine").delete(range);
  await tx.objectStore("streams").delete(runner);
  let cursor = await tx
    .objectStore("outbox")
    .index("byRunner")
    .openCursor(IDBKeyRange.bound([runner, 0], [runner, Number.MAX_SAFE_INTEGER]));
  while (cursor !== null) {
    await cursor.delete();
    cursor = await cursor.continue();
  }
}
