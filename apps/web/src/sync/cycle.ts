import { type RunnerId, SCHEMA_VERSIONS } from "@legwork/core/record";
import { type Op, type OpResult, OPS_PER_REQUEST_MAX, PROTOCOL_VERSION, type SyncRequest } from "@legwork/core/wire";
import { type LocalDb, deviceValue, type StreamState } from "@/local-db";
import { applyAnswer } from "./answer";
import { type Batch, nextBatch } from "./batch";
import type { Hold } from "./exclusive";
import { makeOffers } from "./make-offers";
import { NoAnswerError, type Repaired, repairDifference, type Repairing, repairNewHistory } from "./repair";
import { refuse } from "./setbacks";
import { changeStream, streamOf } from "./stream";
import type { Refusal, SyncAnswer, Transport } from "./transport";

/** No request hangs longer than this, and no step of a cycle. */
const STEP_TIMEOUT_MS = 30_000;
/** A repair asks many pages. Our own choice. */
const REPAIR_TIMEOUT_MS = 5 * 60_000;
/** Then the next cycle goes on: something may be wrong that a repair does not put right. Our own choice. */
const REPAIRS_PER_CYCLE_MAX = 4;

/** Answers in a row after which nothing is different: the server speaks of something else, or another tab does the work. Our own choice. */
const STALLS_MAX = 3;

export interface CycleOptions {
  readonly db: LocalDb;
  readonly transport: Transport;
  readonly runner: RunnerId;
  readonly now: () => number;
  /** Tries although an earlier answer said to stop: the runner asked for it, or the app is new. */
  readonly insist?: boolean;
  /** Something that is shown has changed. */
  readonly onApplied?: () => void;
  /** The hold on the cycle: a tab that was passed over stops. */
  readonly hold?: Hold;
}

export type CycleOutcome =
  | { readonly status: "upToDate"; readonly waiting: number }
  | { readonly status: "paused" }
  | { readonly status: "retry"; readonly afterMs: number | null };

const RETRY: CycleOutcome = { status: "retry", afterMs: null };

/** Sends everything that waits and pulls everything that is new. Stopping anywhere and beginning again is harmless. */
export async function runCycle(options: CycleOptions): Promise<CycleOutcome> {
  const { db, transport, runner, now } = options;
  const { stream, device } = await db.read(["streams", "device"], async (tx) => ({
    stream: await streamOf(tx, runner),
    device: (await deviceValue(tx, "device")) ?? "",
  }));
  if (stream.state === "local") return { status: "paused" };
  if (stream.state !== "live" && options.insist !== true) return { status: "paused" };

  const deferred = new Set<string>();
  let limit = OPS_PER_REQUEST_MAX;
  let repairs = 0;
  let stalls = 0;
  for (;;) {
    if (!(await mayGoOn(options))) return RETRY;
    const step = await within(STEP_TIMEOUT_MS, () => sendBatch());
    if (step === null) return RETRY;
    if (step.status === "again" && stalls <= STALLS_MAX) continue;
    if (step.status === "again") return RETRY;
    if (step.status !== "repair") return step;
    repairs += 1;
    if (repairs > REPAIRS_PER_CYCLE_MAX || !(await mayGoOn(options))) return RETRY;
    const repaired = await within(REPAIR_TIMEOUT_MS, (signal) =>
      step.how({ db, transport, runner, device, now: now(), signal }),
    );
    if (repaired === null) return RETRY;
    if (repaired.status === "refused") return meetRepair(options, repaired.answer);
    if (repaired.status === "asItIs") return { status: "upToDate", waiting: step.waiting };
    deferred.clear();
    options.onApplied?.();
  }

  async function sendBatch(): Promise<Step> {
    const batch = await nextBatch(db, runner, { limit, leaveOut: deferred });
    const answer = await send(transport, runner, makeRequest(batch, device, now()));
    if (answer === null) return RETRY;
    if (!answer.ok) {
      const next = await meet(options, answer, batch);
      if (next.status === "again") limit = next.limit ?? limit;
      return next;
    }

    const { response } = answer;
    if (response.proto > PROTOCOL_VERSION) return pause(options, "updateNeeded");
    const { agreement, changed } = await applyAnswer(db, { runner, response, askedFrom: batch.cursor, now: now() });
    if (changed) options.onApplied?.();
    if (stream.state !== "live") await db.write(["streams"], (tx) => changeStream(tx, runner, { state: "live" }));
    for (const { opId } of response.results.filter(isDeferred)) deferred.add(opId);
    if (response.retryAfterMs !== undefined) return { status: "retry", afterMs: response.retryAfterMs };
    if (batch.ops.length > 0 && response.results.length === 0) return RETRY;
    stalls = changed || response.more || response.results.some(isDeferred) ? 0 : stalls + 1;
    if (response.more || batch.ops.length > 0 || agreement === "scopeChanged") return { status: "again" };
    // Nothing is on its way in either direction: now both must hold the same.
    return settleDifferences(options, { differs: agreement === "differs", waiting: batch.count });
  }
}

function isDeferred({ status }: OpResult): boolean {
  return status === "deferred";
}

type Step =
  | CycleOutcome
  | { readonly status: "again"; readonly limit?: number }
  | {
      readonly status: "repair";
      readonly how: (repairing: Repairing) => Promise<Repaired>;
      readonly waiting: number;
    };

async function settleDifferences(
  { db, runner }: CycleOptions,
  { differs, waiting }: { readonly differs: boolean; readonly waiting: number },
): Promise<Step> {
  const { toOffer = [] } = await db.read(["streams"], (tx) => streamOf(tx, runner));
  if (toOffer.length > 0) return { status: "repair", how: offerThenCompare(differs), waiting };
  return differs ? { status: "repair", how: repairDifference, waiting } : { status: "upToDate", waiting };
}

function offerThenCompare(differs: boolean) {
  return async (repairing: Repairing): Promise<Repaired> => {
    const offered = await makeOffers(repairing);
    return offered.status === "asItIs" && differs ? repairDifference(repairing) : offered;
  };
}

async function mayGoOn({ hold }: CycleOptions): Promise<boolean> {
  return hold === undefined || (await hold.keep());
}

/** Null when `work` takes longer. What it still does then is harmless, and nobody waits for it. */
async function within<Result>(ms: number, work: (signal: AbortSignal) => Promise<Result>): Promise<Result | null> {
  const late = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      late.abort();
      resolve(null);
    }, ms);
  });
  try {
    return await Promise.race([work(late.signal), timeout]);
  } catch (error) {
    if (error instanceof NoAnswerError) return null;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function makeRequest(batch: Batch, device: string, now: number): SyncRequest {
  const oldestS = batch.oldestWrittenAt === null ? 0 : Math.max(0, Math.round((now - batch.oldestWrittenAt) / 1000));
  return {
    proto: PROTOCOL_VERSION,
    device,
    schemas: SCHEMA_VERSIONS,
    epoch: batch.epoch,
    cursor: batch.cursor,
    ...(batch.settled === null || batch.settled === undefined ? {} : { settled: batch.settled }),
    outbox: { count: batch.count, oldestS },
    ops: batch.ops,
  };
}

async function send(transport: Transport, runner: RunnerId, request: SyncRequest): Promise<SyncAnswer | null> {
  try {
    return await transport.sync(runner, request, AbortSignal.timeout(STEP_TIMEOUT_MS));
  } catch {
    // No signal, a cut connection, a late or broken answer: the same to us, the ops are frozen and go again.
    return null;
  }
}

async function pause({ db, runner }: CycleOptions, state: StreamState): Promise<CycleOutcome> {
  await db.write(["streams"], (tx) => changeStream(tx, runner, { state }));
  return { status: "paused" };
}

/** What a refusal of the whole request means. Nothing here ever throws a change away. */
async function meet(options: CycleOptions, answer: Refusal, batch: Batch): Promise<Step> {
  const state = stateAfter(answer);
  if (state !== null) return pause(options, state);
  switch (answer.status) {
    case 409:
      if (answer.problem?.code !== "epochChanged" || batch.epoch === null) break;
      return { status: "repair", how: repairNewHistory(batch.epoch), waiting: batch.count };
    case 400:
    case 413:
    case 422:
      if (!isAboutTheOps(answer)) break;
      if (batch.ops.length > 1) return { status: "again", limit: Math.floor(batch.ops.length / 2) };
      await refuseOnly(options, batch.ops[0], answer);
      return { status: "again", limit: OPS_PER_REQUEST_MAX };
    default:
      break;
  }
  return { status: "retry", afterMs: answer.retryAfterMs };
}

async function meetRepair(options: CycleOptions, answer: Refusal): Promise<CycleOutcome> {
  const state = stateAfter(answer);
  return state === null ? { status: "retry", afterMs: answer.retryAfterMs } : pause(options, state);
}

function stateAfter({ status }: Refusal): StreamState | null {
  switch (status) {
    case 401:
      return "signedOut";
    case 403:
    case 404:
      return "stopped";
    case 410:
      return "accountDeleted";
    case 426:
      return "updateNeeded";
    default:
      return null;
  }
}

async function refuseOnly({ db, runner, now }: CycleOptions, op: Op | undefined, { problem }: Refusal) {
  if (op !== undefined) await refuse(db, { runner, opId: op.opId, code: problem?.code ?? "tooLarge", now: now() });
}

// A fault in the request around the ops must not put honest changes aside.
function isAboutTheOps({ status, problem }: Refusal): boolean {
  return status === 413 || problem?.at?.startsWith("ops") === true;
}
