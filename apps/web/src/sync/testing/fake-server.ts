import { mergeOp, type RunnerId, type StoredRecord, toSynced, validateOp } from "@legwork/core/record";
import type { Op, OpResult, SyncRequest, SyncResponse } from "@legwork/core/wire";
import type { SyncAnswer, Transport } from "../transport";

/** What the next request meets: the answer lost after the work was done, a cut before it, or a refusal. */
export type Fault = "loseAnswer" | "noSignal" | { readonly status: number; readonly code?: string };

/** One runner's stream in memory, merging with the rules of core. */
export class FakeServer implements Transport {
  readonly records = new Map<string, StoredRecord>();
  readonly requests: SyncRequest[] = [];
  readonly rejectOps = new Set<string>();
  epoch = "epoch-1";
  head = 0;
  faults: Fault[] = [];
  pageSize = 500;
  #receipts = new Map<string, { readonly bytes: string; readonly result: OpResult }>();

  sync(_runner: RunnerId, request: SyncRequest): Promise<SyncAnswer> {
    this.requests.push(structuredClone(request));
    const fault = this.faults.shift();
    if (fault === "noSignal") return Promise.reject(new TypeError("Failed to fetch"));
    if (typeof fault === "object") return Promise.resolve(refusal(fault));
    if (request.epoch !== null && request.epoch !== this.epoch) {
      return Promise.resolve(refusal({ status: 409, code: "epochChanged" }));
    }
    const response = this.#work(request);
    if (fault === "loseAnswer") return Promise.reject(new TypeError("Failed to fetch"));
    return Promise.resolve({ ok: true, response: structuredClone(response) });
  }

  get(id: string): StoredRecord | undefined {
    return this.records.get(id);
  }

  /** Forgets everything, as after the restore of an empty backup. */
  forget() {
    this.records.clear();
    this.#receipts.clear();
    this.head += 1;
    this.epoch = "epoch-2";
  }

  #work(request: SyncRequest): SyncResponse {
    const results = request.ops.map((op) => this.#answer(op));
    const newer = [...this.records.values()].filter((each) => each.rev > request.cursor).sort((a, b) => a.rev - b.rev);
    const page = newer.slice(0, this.pageSize);
    const more = newer.length > page.length;
    return {
      proto: 1,
      epoch: this.epoch,
      head: this.head,
      results,
      changes: page.map(toSynced),
      cursor: more ? (page.at(-1)?.rev ?? request.cursor) : this.head,
      more,
      digest: {},
      scope: null,
    };
  }

  #answer(op: Op): OpResult {
    const bytes = JSON.stringify(op);
    const receipt = this.#receipts.get(op.opId);
    if (receipt !== undefined) {
      return receipt.bytes === bytes ? receipt.result : { opId: op.opId, status: "rejected", code: "malformed" };
    }
    if (this.rejectOps.has(op.record)) return { opId: op.opId, status: "rejected", code: "badValue" };
    const fault = validateOp(op);
    if (fault !== null) return { opId: op.opId, status: "rejected", ...fault };
    const merged = mergeOp({
      record: this.records.get(op.record) ?? null,
      op,
      author: "me",
      rev: this.head + 1,
      afterRev: revOf(op.after === undefined ? undefined : this.#receipts.get(op.after)?.result),
      restorePoint: null,
    });
    if (merged.status === "deferred") return { opId: op.opId, status: "deferred" };
    if (merged.status === "rejected") return { opId: op.opId, ...merged };
    if (merged.record !== null) this.records.set(op.record, merged.record);
    for (const held of merged.held) this.records.set(held.id, held);
    this.head = merged.nextRev - 1;
    const result: OpResult = { opId: op.opId, status: merged.status, rev: merged.rev };
    this.#receipts.set(op.opId, { bytes, result: { ...result, status: "duplicate" } });
    return result;
  }
}

function revOf(result: OpResult | undefined): number | null {
  return result !== undefined && "rev" in result ? result.rev : null;
}

function refusal({ status, code }: { readonly status: number; readonly code?: string }): SyncAnswer {
  const problem =
    code === undefined ? null : { type: "about:blank", title: code, status, code: code as "epochChanged" };
  return { ok: false, status, problem, retryAfterMs: null };
}
