import { type Digest, digestOf, offerOf, type RecordId, type RunnerId, SCHEMA_VERSIONS } from "@legwork/core/record";
import {
  MANIFEST_OPS_MAX,
  PROTOCOL_VERSION,
  type SyncedRecord,
  type SyncRequest,
  type SyncResponse,
} from "@legwork/core/wire";
import type { LocalDb, RecordToOffer, WriteTx } from "@/local-db";
import { firstLost, type Lost, type Pulled, sharedUntil } from "./lost-record";
import { recompute } from "./shown";
import { changeStream, streamOf } from "./stream";
import type { Refusal, SyncAnswer, Transport } from "./transport";

/** In one history everything is compared at most this often: a fault that does not go away must not become traffic. Our own choice. */
const COMPARE_EVERY_MS = 24 * 3_600_000;

/** No signal, a cut connection, a late or broken answer. */
export class NoAnswerError extends Error {
  override readonly name = "NoAnswerError";
}

export interface Repairing {
  readonly db: LocalDb;
  readonly transport: Transport;
  readonly runner: RunnerId;
  readonly device: string;
  readonly now: number;
  readonly signal: AbortSignal;
}

/** `again`: something was put right, go on syncing. `asItIs`: nothing more can be done now. */
export type Repaired =
  | { readonly status: "again" | "asItIs" }
  | { readonly status: "refused"; readonly answer: Refusal };

/** Records and digest differ in one history: first the ops that the server does not know, then everything, one by one. */
export async function repairDifference(repairing: Repairing): Promise<Repaired> {
  const { db, runner, now } = repairing;
  const { compared, epoch } = await db.read(["streams"], (tx) => streamOf(tx, runner));
  if (compared !== undefined && compared.epoch === epoch && now - compared.at < COMPARE_EVERY_MS) {
    return { status: "asItIs" };
  }
  const missing = await missingOps(repairing);
  if ("status" in missing) return { status: "refused", answer: missing };
  if (missing.ops.size > 0) {
    await db.write(["records", "outbox", "sent", "quarantine"], (tx) => queueAgain(tx, repairing, missing.ops));
    return { status: "again" };
  }
  return compareAll(repairing, { known: new Set(), ended: null });
}

/** The server's history is another one than that of `ended`: a backup was restored. What it has forgotten is given back. */
export function repairNewHistory(ended: string | null) {
  // Everything first: a server that was restored wants to meet the runner before it answers anything else.
  return (repairing: Repairing): Promise<Repaired> => compareAll(repairing, { known: "ask", ended });
}

interface Comparison {
  /** Ops that the server does not know. */
  readonly known: ReadonlySet<string> | "ask";
  /** The epoch that the server would not go on with; null when it goes on. */
  readonly ended: string | null;
}

async function compareAll(repairing: Repairing, { known, ended }: Comparison): Promise<Repaired> {
  const { db, runner, now } = repairing;
  const before = await db.read(["streams"], (tx) => streamOf(tx, runner));
  const pulled = await pullAll(repairing);
  if ("status" in pulled) return { status: "refused", answer: pulled };
  const lost = ended === null ? await firstLost(db, runner, pulled) : null;
  const refusal = lost === null ? null : await tellLost(repairing, lost);
  if (refusal?.problem?.code === "epochChanged") return repairNewHistory(pulled.last.epoch)(repairing);
  if (refusal !== null) return { status: "refused", answer: refusal };
  let missing = known;
  let answered: ReadonlySet<string> | null = null;
  if (missing === "ask") {
    const asked = await missingOps(repairing);
    if ("status" in asked) return { status: "refused", answer: asked };
    // A server that cannot tell answers those it knows as duplicates.
    missing = asked.ops === NOT_TOLD ? asked.asked : asked.ops;
    answered = asked.asked;
  }
  const again = missing;
  await db.write(["records", "outbox", "sent", "quarantine", "streams"], async (tx) => {
    const stream = await streamOf(tx, runner);
    // Another tab has compared since: what was pulled here may be of a history that has ended meanwhile.
    if (stream.epoch !== before.epoch || stream.compared?.at !== before.compared?.at) return;
    const writtenOn = await waitingKeys(tx, runner);
    await queueAgain(tx, repairing, again);
    // What another tab was told is settled since, it was told in the history that ended.
    if (answered !== null) await queueAgain(tx, repairing, await settledSince(tx, runner, answered));
    const { epoch, head, scope } = pulled.last;
    // Only a runner's own device makes the server begin a new epoch. For a coach's the old one goes on, and what was told in it counts no more.
    const sameHistory = stream.epoch === epoch && ended !== epoch;
    const restoreHead = ended === epoch ? head : (pulled.last.restoreHead ?? 0);
    if (!sameHistory) await countAsTold(tx, runner);
    const { toOffer, digest } = await takeOver(tx, { runner, pulled, sameHistory, restoreHead });
    await changeStream(tx, runner, {
      epoch,
      cursor: sameHistory ? Math.max(stream.cursor, head) : head,
      settled: sameHistory ? (stream.settled ?? null) : null,
      ...(sameHistory ? {} : { sentRev: 0 }),
      digest,
      scope,
      restoreHead,
      toOffer: [...(stream.toOffer ?? []), ...toOffer.map((mine) => ({ ...mine, ...writtenOn(mine.id) }))],
      compared: { epoch, at: now },
      acknowledgedAt: now,
    });
  });
  return { status: "again" };
}

/** What stays in `sent` has a receipt in the new history and is in what was pulled; its rev is of the one that ended, and says nothing here. */
async function countAsTold(tx: WriteTx, runner: RunnerId) {
  const sent = await tx.objectStore("sent").getAll(IDBKeyRange.bound([runner], [runner, []]));
  for (const entry of sent) if (entry.rev > 0) await tx.objectStore("sent").put({ ...entry, rev: 0 });
}

interface TakingOver {
  readonly runner: RunnerId;
  readonly pulled: Pulled;
  readonly sameHistory: boolean;
  readonly restoreHead: number;
}

/** Puts the server's state of every record in place of what it told before, and returns what it may have forgotten. */
async function takeOver(
  tx: WriteTx,
  { runner, pulled, sameHistory, restoreHead }: TakingOver,
): Promise<{ readonly toOffer: readonly RecordToOffer[]; readonly digest: Digest }> {
  const stored = await tx.objectStore("records").getAll(IDBKeyRange.bound([runner], [runner, []]));
  const mineById = new Map(stored.map(({ id, server }) => [id, server]));
  const { last, records } = pulled;
  // Others may have taken the server past the rev at which it was set back, before anybody noticed.
  const told = stored.flatMap(({ server }) => server ?? []);
  const shared = sameHistory || last.scope !== null ? restoreHead : sharedUntil(told, pulled, restoreHead);
  const toOffer: RecordToOffer[] = [];
  const held: SyncedRecord[] = [];
  for (const id of new Set([...mineById.keys(), ...records.keys()])) {
    const mine = mineById.get(id) ?? null;
    const theirs = records.get(id) ?? null;
    // Another tab has heard of it since.
    const isNewer = sameHistory && mine !== null && mine.rev > last.head;
    const stands = isNewer ? mine : theirs;
    if (stands !== null) held.push(stands);
    if (mine !== null && !isNewer && isForgotten({ mine, theirs, last, sameHistory, restoreHead: shared })) {
      const seen = sameHistory && theirs !== null ? { seen: theirs.rev } : {};
      toOffer.push({ ...mine, ...seen, ...(shared < restoreHead ? { shared } : {}) });
    }
    if (mine?.opId !== stands?.opId || mine?.rev !== stands?.rev || !sameHistory) {
      await recompute(tx, runner, id, stands);
    }
  }
  return { toOffer, digest: digestOf(held) };
}

/** What this phone has written on top of what it was told and has not been acknowledged: it goes out before any offer, and no offer may undo it. */
async function waitingKeys(tx: WriteTx, runner: RunnerId): Promise<(id: RecordId) => Pick<RecordToOffer, "written">> {
  const range = IDBKeyRange.bound([runner, 0], [runner, Number.MAX_SAFE_INTEGER]);
  const waiting = await tx.objectStore("outbox").index("byRunner").getAll(range);
  const keys = new Map<RecordId, readonly string[] | "all">();
  for (const { record, op } of waiting) {
    const before = keys.get(record) ?? [];
    keys.set(record, op.del === true || before === "all" ? "all" : [...before, ...Object.keys(op.patch)]);
  }
  return (id) => {
    const written = keys.get(id);
    return written === undefined ? {} : { written };
  };
}

interface Comparing {
  readonly mine: SyncedRecord;
  readonly theirs: SyncedRecord | null;
  readonly last: SyncResponse;
  readonly sameHistory: boolean;
  readonly restoreHead: number;
}

function isForgotten({ mine, theirs, last, sameHistory, restoreHead }: Comparing): boolean {
  // In one history a higher rev is a later state: this phone was behind, and nothing was lost.
  if (sameHistory && theirs !== null && theirs.rev >= mine.rev) return false;
  return offerOf({ mine, theirs, epoch: last.epoch, restoreHead, account: "" }) !== null;
}

/** Everything that the server has, in memory: what is here stays as it is until the whole is known. */
async function pullAll({ transport, runner, device, signal }: Repairing): Promise<Pulled | Refusal> {
  const records = new Map<RecordId, SyncedRecord>();
  let epoch: string | null = null;
  let cursor = 0;
  for (;;) {
    const request = asking(device, { epoch, cursor });
    const answer: SyncAnswer = await reach(transport.sync(runner, request, signal));
    if (!answer.ok) return answer;
    for (const record of answer.response.changes) records.set(record.id, record);
    if (!answer.response.more) return { last: answer.response, records };
    ({ epoch, cursor } = answer.response);
  }
}

/** A server that went backwards sees it by this and begins a new history; null when it knows the change and has lost the record alone. */
async function tellLost({ transport, runner, device, signal }: Repairing, lost: Lost): Promise<Refusal | null> {
  const answer = await reach(transport.sync(runner, asking(device, lost), signal));
  return answer.ok ? null : answer;
}

function asking(device: string, from: Pick<SyncRequest, "epoch" | "cursor"> | Lost): SyncRequest {
  return {
    proto: PROTOCOL_VERSION,
    device,
    schemas: SCHEMA_VERSIONS,
    ...from,
    outbox: { count: 0, oldestS: 0 },
    ops: [],
  };
}

/** A server from before this question. */
const NOT_TOLD: ReadonlySet<string> = new Set();

interface Asked {
  /** Without a receipt. */
  readonly ops: ReadonlySet<string>;
  /** Everything that was settled when the question began. */
  readonly asked: ReadonlySet<string>;
}

/** Ops of this phone of which the server has no receipt, asked page by page. */
async function missingOps(repairing: Repairing): Promise<Asked | Refusal> {
  const { transport, runner, device, signal } = repairing;
  const opIds = await sentOps(repairing);
  const asked = new Set(opIds);
  if (transport.manifest === undefined) return { ops: NOT_TOLD, asked };
  const missing = new Set<string>();
  for (let from = 0; from < opIds.length; from += MANIFEST_OPS_MAX) {
    const page = opIds.slice(from, from + MANIFEST_OPS_MAX);
    const answer = await reach(transport.manifest(runner, { proto: PROTOCOL_VERSION, device, opIds: page }, signal));
    if (!answer.ok) return answer.status === 404 || answer.status === 405 ? { ops: NOT_TOLD, asked } : answer;
    for (const opId of answer.response.missing) missing.add(opId);
  }
  return { ops: missing, asked };
}

async function settledSince(tx: WriteTx, runner: RunnerId, asked: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const sent = await tx.objectStore("sent").getAll(IDBKeyRange.bound([runner], [runner, []]));
  return new Set(sent.map(({ opId }) => opId).filter((opId) => !asked.has(opId)));
}

async function reach<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked;
  } catch (error) {
    throw new NoAnswerError("The server does not answer", { cause: error });
  }
}

async function sentOps({ db, runner }: Repairing): Promise<readonly string[]> {
  const sent = await db.read(["sent"], (tx) =>
    tx.objectStore("sent").getAll(IDBKeyRange.bound([runner], [runner, []])),
  );
  return sent.sort((one, other) => one.seq - other.seq).map(({ opId }) => opId);
}

/** Puts acknowledged ops back among those that wait: the same bytes, in the same order. */
async function queueAgain(tx: WriteTx, { runner }: Repairing, opIds: ReadonlySet<string>) {
  const records = new Set<RecordId>();
  for (const opId of opIds) {
    const sent = await tx.objectStore("sent").get([runner, opId]);
    if (sent === undefined) continue;
    const { seq, record, op, acknowledgedAt } = sent;
    await tx.objectStore("outbox").put({ seq, runner, opId, record, op, frozen: true, writtenAt: acknowledgedAt });
    await tx.objectStore("sent").delete([runner, opId]);
    records.add(record);
  }
  for (const record of records) {
    const stored = await tx.objectStore("records").get([runner, record]);
    await recompute(tx, runner, record, stored?.server ?? null);
  }
}
