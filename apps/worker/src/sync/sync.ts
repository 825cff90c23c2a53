import { adjustmentsId, digestWithin, isReadable, type RunnerId, toSynced } from "@legwork/core/record";
import {
  type OpResult,
  PAGE_BYTES_MAX,
  PAGE_RECORDS_MAX,
  PROTOCOL_VERSION,
  type Scope,
  type SyncEnvelope,
  type SyncResponse,
} from "@legwork/core/wire";
import type { InferOutput } from "valibot";
import { accessTo } from "./access";
import { epochAfter, hasEnded } from "./lost-epoch";
import { mergePush, subjectOf as subjectOfOps } from "./merge-push";
import { isUnstorable } from "./poison";
import type { ReadOp } from "./read-ops";
import type { Changes, LockedStream, StreamChange, StreamStore, StreamView, Subject } from "./stream-store";

export interface SyncInput {
  readonly runner: RunnerId;
  /** Account of the session: the author of every op. */
  readonly account: string;
  /** The runner that this account is, where that is known already. */
  readonly ownRunner?: RunnerId | null;
  readonly request: InferOutput<typeof SyncEnvelope>;
  readonly ops: readonly ReadOp[];
}

export type SyncOutcome =
  | { readonly ok: true; readonly response: SyncResponse }
  /** Unknown and forbidden are one answer. */
  | { readonly ok: false; readonly error: "notFound" | "epochChanged" };

type Gone = { readonly error: "notFound" | "epochChanged" };

/** Push and pull in one round trip. What it answers as settled is durable. */
export async function syncStream(store: StreamStore, input: SyncInput): Promise<SyncOutcome> {
  const { runner, account, request, ops } = input;
  const answer = ops.length === 0 ? await pull(store, input) : await push(store, input);
  if ("error" in answer) return { ok: false, error: answer.error };
  const { device, cursor, outbox } = request;
  store.noteDevice(runner, { device, account, cursor, outbox });
  return { ok: true, response: answer };
}

async function pull(store: StreamStore, input: SyncInput): Promise<SyncResponse | Gone> {
  const read = async (view: StreamView) => {
    const access = await contactOf(view, input);
    return "error" in access ? access : answerFrom(view, input, { access, results: [] });
  };
  const answer = await store.view(input.runner, read, subjectOf(input));
  // A server that went backwards can only be mended under the lock.
  if (answer === null) return { error: "notFound" };
  if (!("error" in answer)) return answer;
  if (answer.error !== "rewound") return { error: answer.error };
  return (await store.locked(input.runner, (stream) => leaveRewoundHistory(stream, input))) ?? { error: "notFound" };
}

async function push(store: StreamStore, input: SyncInput): Promise<SyncResponse | Gone> {
  const { runner, account } = input;
  // Nobody may make a runner's own devices wait whom the runner has not let in.
  if (input.ownRunner !== runner && !(await store.mayTouch(runner, account))) return { error: "notFound" };
  try {
    return (await lockAndPush(store, input)) ?? { error: "notFound" };
  } catch (error) {
    if (!isUnstorable(error)) throw error;
    return pushInHalves(store, input);
  }
}

function lockAndPush(store: StreamStore, input: SyncInput): Promise<SyncResponse | Gone | null> {
  return store.locked(input.runner, (stream) => pushLocked(stream, input), subjectOf(input));
}

/** What the request is about: its ops, and the one by which the device shows what the server knew. */
function subjectOf({ ops, request: { settled } }: SyncInput): Subject {
  const { opIds, ids } = subjectOfOps(ops);
  return { opIds: settled === undefined ? opIds : [...opIds, settled.opId], ids };
}

async function pushLocked(stream: LockedStream, input: SyncInput): Promise<SyncResponse | Gone> {
  const access = await contactOf(stream, input);
  if ("error" in access)
    return access.error === "rewound" ? leaveRewoundHistory(stream, input) : { error: access.error };
  const { results, change, refused } = await mergePush(stream, {
    ops: input.ops,
    author: input.account,
    scope: access.scope,
    ...(access.scope === null ? {} : { adjustments: adjustmentsId(input.runner) }),
  });
  if (change !== null) await stream.write(change);
  await stream.refuse(refused);
  return answerFrom(change === null ? stream : viewAfter(stream, change), input, { access, results });
}

type ReadChanges = Pick<StreamView, "head" | "changes">;

/** The stream after `change`. Above the former head, under the lock, lies nothing but the change: a device that was up to date needs no query. */
function viewAfter(stream: LockedStream, change: StreamChange): ReadChanges {
  return {
    head: { ...stream.head, head: change.head, digest: change.digest },
    async changes(query) {
      if (query.after < stream.head.head) return stream.changes(query);
      const { after, limit, kinds } = query;
      const changed = change.records
        .filter((record) => isReadable(kinds, record))
        .sort((one, other) => one.rev - other.rev);
      const records = changed.slice(0, limit).map(toSynced);
      return { records, more: changed.length > limit, through: records.at(-1)?.rev ?? after };
    },
  };
}

/** Finds the op that the database cannot store by halving; all others land in their order. */
async function pushInHalves(store: StreamStore, input: SyncInput): Promise<SyncResponse | Gone> {
  const results: OpResult[] = [];
  const pending: (readonly ReadOp[])[] = halves(input.ops);
  for (let part = pending.shift(); part !== undefined; part = pending.shift()) {
    const answer = await pushPart(store, input, part);
    if (answer === "unstorable") pending.unshift(...halves(part));
    else if ("error" in answer) return answer;
    else results.push(...answer.results);
  }
  const answer = await pull(store, { ...input, ops: [] });
  return "error" in answer ? answer : { ...answer, results };
}

async function pushPart(
  store: StreamStore,
  input: SyncInput,
  part: readonly ReadOp[],
): Promise<SyncResponse | Gone | "unstorable"> {
  try {
    // Without saying what it is about it goes alone: a part that fails would send others alone as well.
    const answer = await store.locked(input.runner, (stream) => pushLocked(stream, { ...input, ops: part }));
    return answer ?? { error: "notFound" };
  } catch (error) {
    if (!isUnstorable(error)) throw error;
    const [only, ...others] = part;
    if (only === undefined || others.length > 0) return "unstorable";
    const poison: ReadOp = { ok: false, opId: opIdOf(only), refusal: { code: "unstorable" }, raw: only.raw };
    return pushPart(store, input, [poison]);
  }
}

function halves(ops: readonly ReadOp[]): (readonly ReadOp[])[] {
  const middle = Math.ceil(ops.length / 2);
  return [ops.slice(0, middle), ops.slice(middle)].filter((half) => half.length > 0);
}

function opIdOf(one: ReadOp): string {
  return one.ok ? one.op.opId : one.opId;
}

interface Contact {
  /** Null = the runner's own account. */
  readonly scope: Scope | null;
}

type NoContact = { readonly error: "notFound" | "epochChanged" | "rewound" };

/** Whether the device may go on from where it is; `rewound` = the server has gone backwards, and this device may say so. */
async function contactOf(view: StreamView, { account, request }: SyncInput): Promise<Contact | NoContact> {
  const access = await accessTo(view, account);
  if (access === null) return { error: "notFound" };
  const isOwn = access.scope === null;
  if (isOwn && !view.head.isMet) return { error: "rewound" };
  if (request.epoch !== null && request.epoch !== view.head.epoch) {
    // Going on with what came before a history that this server does not know would give out its revs again.
    return { error: isOwn && !hasEnded(view.head, request.epoch) ? "rewound" : "epochChanged" };
  }
  const isBehind = request.cursor > view.head.head || (await hasForgotten(view, { account, request }));
  if (!isBehind) return access;
  return { error: isOwn && request.epoch !== null ? "rewound" : "epochChanged" };
}

/** Others may have pushed so much since the server went backwards that its head says nothing any more. */
async function hasForgotten(
  view: Pick<StreamView, "receipts">,
  { account, request }: Pick<SyncInput, "account" | "request">,
) {
  const { epoch, settled } = request;
  if (settled === undefined || epoch === null) return false;
  const receipts = await view.receipts([settled.opId]);
  return !receipts.some(({ author, rev }) => author === account && rev === settled.rev);
}

/** More revs than a lifetime of logs: a cursor further ahead is a fault of the device, and would use up the numbers. Our own choice. */
const LOST_REVS_MAX = 1_000_000_000;

/**
 * The server was restored from a backup and meets the runner for the first time since, or the runner's own device has seen revs or an
 * epoch that the server has not. A rev is never reused, so a new history begins, above all that the device has seen. Everybody reads anew.
 */
async function leaveRewoundHistory(stream: LockedStream, input: SyncInput): Promise<Gone> {
  // Asked again: another device may have been first.
  const contact = await contactOf(stream, input);
  if ("error" in contact && contact.error === "rewound") {
    const { head, epoch, isMet } = stream.head;
    const { request } = input;
    const lost = request.epoch === epoch ? request.cursor - head : 0;
    if (lost <= LOST_REVS_MAX || !isMet) {
      const isBelievable = lost > 0 && lost <= LOST_REVS_MAX;
      const nextHead = isBelievable ? request.cursor + 1 : head;
      const restoreHead = await sharedHead(stream, input);
      await stream.beginEpoch({ epoch: epochAfter(request.epoch), head: nextHead, restoreHead });
    }
  }
  return "error" in contact && contact.error === "notFound" ? { error: "notFound" } : { error: "epochChanged" };
}

/** The last rev that may mean the same to the device and to the server: where the two differ in one, nothing from there on does. */
async function sharedHead(stream: LockedStream, { account, request }: SyncInput): Promise<number> {
  const { head, epoch } = stream.head;
  const { settled } = request;
  if (settled === undefined || request.epoch !== epoch) return head;
  return (await hasForgotten(stream, { account, request })) ? Math.min(head, Math.max(0, settled.rev - 1)) : head;
}

interface AnswerParts {
  readonly access: Contact;
  readonly results: readonly OpResult[];
}

async function answerFrom(
  view: ReadChanges,
  input: SyncInput,
  { access, results }: AnswerParts,
): Promise<SyncResponse> {
  const { request } = input;
  const kinds = access.scope?.read ?? null;
  const limit = Math.min(request.limit ?? PAGE_RECORDS_MAX, PAGE_RECORDS_MAX);
  const isUpToDate = request.cursor >= view.head.head;
  const page = isUpToDate
    ? { records: [], more: false, through: request.cursor }
    : withinBytes(await view.changes({ after: request.cursor, limit, kinds }));
  return {
    proto: PROTOCOL_VERSION,
    epoch: view.head.epoch,
    head: view.head.head,
    restoreHead: view.head.restoreHead,
    results,
    changes: page.records,
    cursor: page.more ? page.through : view.head.head,
    more: page.more,
    digest: digestWithin(view.head.digest, kinds),
    scope: access.scope,
  };
}

/** Ends a page where its bodies pass the limit; one record always fits. */
function withinBytes(page: Changes): Changes {
  const { records } = page;
  let bytes = 0;
  const cut = records.findIndex((record, index) => {
    bytes += Buffer.byteLength(JSON.stringify(record.body));
    return index > 0 && bytes > PAGE_BYTES_MAX;
  });
  if (cut === -1) return page;
  const kept = records.slice(0, cut);
  return { records: kept, more: true, through: kept.at(-1)?.rev ?? page.through };
}
