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
  type AccountDb,
  type KeptAside,
  type LocalDb,
  type PhoneDb,
  putDeviceValue,
  readCurrentRunner,
  type StoredRecord,
  type WriteTx,
} from "@/local-db";
import { recompute } from "./shown";
import { changeStream, streamOf } from "./stream";

/** Kinds of which the account's own stays: a plan is not the sum of two plans. */
const ACCOUNT_WINS: readonly string[] = ["programme", "settings", "run_plan", "week_plan"];

/**
 * Shows the account's database, which must be pulled. What was written on a phone without an account goes over to it; what
 * another account left here waits for its own sign-in. Done twice, or cut short, it changes nothing more.
 */
export async function joinAccount(db: PhoneDb, to: RunnerId): Promise<void> {
  const from = await readCurrentRunner(db);
  if (from === to) return;
  const moves = await db.account(from).write(["streams", "device"], async (tx) => {
    if ((await streamOf(tx, from)).state !== "local") return false;
    // From here on nothing is written there any more, whichever tab it comes from.
    await putDeviceValue(tx, "movedTo", to);
    return true;
  });
  if (!moves) return db.show(to);
  db.follow();
  // The next use of the phone's database finds the mark and carries everything over.
  await readCurrentRunner(db);
}

/**
 * Writes everything of a database that is marked as moved into the account's: ids that follow from the runner are made anew
 * and references with them, all in one transaction, and once.
 */
export async function carryOver(from: AccountDb, to: AccountDb): Promise<void> {
  const own = IDBKeyRange.bound([from.runner], [from.runner, []]);
  const local = await from.read(["records"], (tx) => tx.objectStore("records").getAll(own));
  const earlier = await readKeptAside(from);
  const device = await deviceRows(from);
  const idByOldId = newIds(local, from.runner, to.runner);
  const now = Date.now();
  await to.write(["records", "outbox", "sent", "quarantine", "streams", "device"], async (tx) => {
    const marker = `joined/${from.runner}` as const;
    if ((await tx.objectStore("device").get(marker)) !== undefined) return;
    const kept: KeptAside[] = earlier.map(({ from: _from, ...aside }) => aside);
    for (const record of local.filter((each) => !each.deleted)) {
      const id = idByOldId.get(record.id) ?? record.id;
      const existing = await tx.objectStore("records").get([to.runner, id]);
      const accountHasIt = existing !== undefined && !existing.deleted;
      if (accountHasIt && ACCOUNT_WINS.includes(record.kind)) {
        kept.push({ kind: record.kind, body: record.body, keptAt: now });
        continue;
      }
      await addOp(tx, { runner: to.runner, id, kind: record.kind, body: withNewIds(record.body, idByOldId), now });
      await recompute(tx, to.runner, id, existing?.server ?? null);
    }
    for (const [key, value] of device) await putUnlessThere(tx, withNewIdInKey(key, idByOldId), value);
    if (kept.length > 0) await putDeviceValue(tx, `kept/${from.runner}`, kept);
    await putDeviceValue(tx, marker, now);
  });
}

// What belongs to the database itself stays behind; a running rest, a draft and what was waved away go along.
const STAYS = /^(device|currentRunner|movedTo|joining)$|^(kept|joined|lease)\//;

type DeviceRow = readonly [key: string, value: unknown];

function deviceRows(db: LocalDb): Promise<readonly DeviceRow[]> {
  return db.read(["device"], async (tx) => {
    const store = tx.objectStore("device");
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    return keys.map((key, index) => [key, values[index]] as const).filter(([key]) => !STAYS.test(key));
  });
}

async function putUnlessThere(tx: WriteTx, key: string, value: unknown) {
  const store = tx.objectStore("device");
  if ((await store.get(key)) === undefined) await store.put(value, key);
}

function withNewIdInKey(key: string, idByOldId: ReadonlyMap<RecordId, RecordId>): string {
  return key
    .split("/")
    .map((part) => idByOldId.get(part as RecordId) ?? part)
    .join("/");
}

/** What was put aside at a sign-in because the account has its own. */
export interface KeptAsideItem extends KeptAside {
  /** The runner that the phone was before. */
  readonly from: RunnerId;
}

export function readKeptAside(db: LocalDb): Promise<readonly KeptAsideItem[]> {
  return db.read(["device"], async (tx) => {
    const range = IDBKeyRange.bound("kept/", "kept/\uffff");
    const store = tx.objectStore("device");
    const [keys, lists] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
    return keys.flatMap((key, index) =>
      (lists[index] as readonly KeptAside[]).map((aside) => ({
        from: key.slice("kept/".length) as RunnerId,
        ...aside,
      })),
    );
  });
}

/** Makes `runner`, the phone's own, the account's: nothing has to be renamed. */
export function claimAccount(db: PhoneDb, runner: RunnerId, email: string): Promise<void> {
  return db.account(runner).write(["streams"], (tx) => changeStream(tx, runner, { state: "live", email }));
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
