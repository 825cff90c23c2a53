import { type RunnerId, SCHEMA_VERSIONS } from "@legwork/core/record";
import { type Op, OPS_PER_REQUEST_MAX, PROTOCOL_VERSION, type SyncRequest } from "@legwork/core/wire";
import { type LocalDb, deviceValue } from "@/local-db";
import { applyAnswer } from "./answer";
import { type Batch, nextBatch } from "./batch";
import { refuse, startNewHistory } from "./setbacks";
import { changeStream, streamOf } from "./stream";
import type { SyncAnswer, Transport } from "./transport";

/** No request hangs longer than this. */
const REQUEST_TIMEOUT_MS = 30_000;

export interface CycleOptions {
  readonly db: LocalDb;
  readonly transport: Transport;
  readonly runner: RunnerId;
  readonly now: () => number;
  /** Tries although an earlier answer said to stop: the runner asked for it, or the app is new. */
  readonly insist?: boolean;
}

export type CycleOutcome =
  | { readonly status: "upToDate"; readonly waiting: number }
  | { readonly status: "paused" }
  | { readonly status: "retry"; readonly afterMs: number | null };

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
  for (;;) {
    const batch = await nextBatch(db, runner, { limit, leaveOut: deferred });
    const answer = await send(transport, runner, makeRequest(batch, device, now()));
    if (answer === null) return { status: "retry", afterMs: null };

    if (!answer.ok) {
      const next = await meet(options, answer, batch);
      if (next.status !== "again") return next;
      limit = next.limit ?? limit;
      continue;
    }

    const { response } = answer;
    await applyAnswer(db, { runner, response, askedFrom: batch.cursor, now: now() });
    if (stream.state !== "live") await db.write(["streams"], (tx) => changeStream(tx, runner, { state: "live" }));
    for (const result of response.results) if (result.status === "deferred") deferred.add(result.opId);
    if (response.retryAfterMs !== undefined) return { status: "retry", afterMs: response.retryAfterMs };
    const unanswered = batch.ops.length > 0 && response.results.length === 0;
    if (unanswered) return { status: "retry", afterMs: null };
    if (!response.more && batch.ops.length === 0) return { status: "upToDate", waiting: batch.count };
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
    outbox: { count: batch.count, oldestS },
    ops: batch.ops,
  };
}

async function send(transport: Transport, runner: RunnerId, request: SyncRequest): Promise<SyncAnswer | null> {
  try {
    return await transport.sync(runner, request, AbortSignal.timeout(REQUEST_TIMEOUT_MS));
  } catch {
    // No signal, a cut connection, a late or broken answer: the same to us, the ops are frozen and go again.
    return null;
  }
}

type Meeting = CycleOutcome | { readonly status: "again"; readonly limit?: number };

/** What a refusal of the whole request means. Nothing here ever throws a change away. */
async function meet(
  { db, runner, now }: CycleOptions,
  answer: Extract<SyncAnswer, { ok: false }>,
  batch: Batch,
): Promise<Meeting> {
  const pause = async (state: "signedOut" | "stopped" | "updateNeeded" | "accountDeleted"): Promise<CycleOutcome> => {
    await db.write(["streams"], (tx) => changeStream(tx, runner, { state }));
    return { status: "paused" };
  };
  switch (answer.status) {
    case 401:
      return pause("signedOut");
    case 403:
    case 404:
      return pause("stopped");
    case 410:
      return pause("accountDeleted");
    case 426:
      return pause("updateNeeded");
    case 409:
      if (answer.problem?.code !== "epochChanged" || batch.epoch === null) break;
      await startNewHistory(db, runner);
      return { status: "again" };
    case 400:
    case 413:
    case 422:
      if (batch.ops.length > 1) return { status: "again", limit: Math.floor(batch.ops.length / 2) };
      if (!isAboutTheOp(answer)) break;
      await refuseOnly(batch.ops[0], answer);
      return { status: "again", limit: OPS_PER_REQUEST_MAX };
    default:
      break;
  }
  return { status: "retry", afterMs: answer.retryAfterMs };

  async function refuseOnly(op: Op | undefined, { problem }: typeof answer) {
    if (op !== undefined) await refuse(db, { runner, opId: op.opId, code: problem?.code ?? "tooLarge", now: now() });
  }
}

// A fault in the request around the ops must not put honest changes aside.
function isAboutTheOp({ status, problem }: Extract<SyncAnswer, { ok: false }>): boolean {
  return status === 413 || problem?.at?.startsWith("ops") === true;
}
