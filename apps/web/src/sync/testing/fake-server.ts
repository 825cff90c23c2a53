import { digestOf, mergeOp, type RunnerId, type StoredRecord, toSynced, validateOp } from "@legwork/core/record";
import type {
  ManifestRequest,
  ManifestResponse,
  Op,
  OpResult,
  Scope,
  SyncRequest,
  SyncResponse,
} from "@legwork/core/wire";
import type { Answer, Refusal, SyncAnswer, Transport } from "../transport";

/** What the next request meets: the answer lost after the work was done, a cut before it, or a refusal. */
export type Fault =
  | "loseAnswer"
  | "noSignal"
  | { readonly status: number; readonly code?: string; readonly at?: string; readonly retryAfterMs?: number };

/** One runner's stream in memory, merging with the rules of core. */
export class FakeServer implements Transport {
  readonly records = new Map<string, StoredRecord>();
  readonly requests: SyncRequest[] = [];
  readonly rejectOps = new Set<string>();
  epoch = "epoch-1";
  head = 0;
  faults: Fault[] = [];
  pageSize = 500;
  scope: Scope | null = null;
  restoreHead = 0;
  /** A server from before the question answers 404. */
  manifests: "answered" | "unknown" = "answered";
  readonly manifestRequests: ManifestRequest[] = [];
  #receipts = new Map<string, { readonly bytes: string; readonly result: OpResult }>();

  sync(_runner: RunnerId, request: SyncRequest): Promise<SyncAnswer> {
    this.requests.push(structuredClone(request));
    const fault = this.faults.shift();
    if (fault === "noSignal") return Promise.reject(new TypeError("Failed to fetch"));
    if (typeof fault === "object") return Promise.resolve(refusal(fault));
    if (request.epoch !== null && request.epoch !== this.epoch) {
      return Promise.resolve(refusal({ status: 409, code: "epochChanged" }));
    }
    if (this.#hasForgotten(request)) return Promise.resolve(refusal({ status: 409, code: "epochChanged" }));
    const response = this.#work(request);
    if (fault === "loseAnswer") return Promise.reject(new TypeError("Failed to fetch"));
    return Promise.resolve({ ok: true, response: structuredClone(response) });
  }

  manifest(_runner: RunnerId, request: ManifestRequest): Promise<Answer<ManifestResponse>> {
    this.manifestRequests.push(structuredClone(request));
    if (this.manifests === "unknown") return Promise.resolve(refusal({ status: 404 }));
    const missing = request.opIds.filter((opId) => !this.#receipts.has(opId));
    return Promise.resolve({ ok: true, response: { epoch: this.epoch, missing } });
  }

  account(): Promise<string> {
    return Promise.resolve("me");
  }

  get(id: string): StoredRecord | undefined {
    return this.records.get(id);
  }

  /** What a backup would hold now. */
  backUp(): () => void {
    const [records, receipts, head] = [structuredClone([...this.records]), [...this.#receipts], this.head];
    // Restoring it: a rev is never reused, so the new history begins above everything that was given.
    return () => {
      this.records.clear();
      for (const [id, record] of records) this.records.set(id, record);
      this.#receipts = new Map(receipts);
      this.restoreHead = head;
      this.head += 1;
      this.epoch = `epoch-${this.head}`;
    };
  }

  /** Forgets everything, as after the restore of an empty backup. */
  forget() {
    this.records.clear();
    this.#receipts.clear();
    this.restoreHead = 0;
    this.head += 1;
    this.epoch = `epoch-${this.head}`;
  }

  /** Loses one record without noticing: a fault that only a digest shows. */
  lose(id: string, receipts: "andReceipts" | "butNotReceipts") {
    const opIds = this.requests.flatMap(({ ops }) => ops).filter(({ record }) => record === id);
    this.records.delete(id);
    if (receipts === "andReceipts") for (const { opId } of opIds) this.#receipts.delete(opId);
  }

  /** Returns the failing over to a copy of now: nobody says so, and no new history begins, as a coach meets it. */
  failOver(): () => void {
    const [records, receipts, head] = [structuredClone([...this.records]), [...this.#receipts], this.head];
    return () => {
      this.records.clear();
      for (const [id, record] of records) this.records.set(id, record);
      this.#receipts = new Map(receipts);
      this.head = head;
    };
  }

  #hasForgotten({ epoch, cursor, settled }: SyncRequest): boolean {
    if (epoch === null) return false;
    return cursor > this.head || (settled !== undefined && !this.#receipts.has(settled.opId));
  }

  #work(request: SyncRequest): SyncResponse {
    const results = request.ops.map((op) => this.#answer(op));
    const readable = [...this.records.values()].filter(
      ({ kind }) => this.scope === null || this.scope.read.includes(kind),
    );
    const newer = readable.filter((each) => each.rev > request.cursor).sort((a, b) => a.rev - b.rev);
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
      digest: digestOf(readable),
      scope: this.scope,
      restoreHead: this.restoreHead,
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
      restorePoint: op.epoch === this.epoch || op.epoch === "" ? null : this.restoreHead,
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

function refusal({ status, code, at, retryAfterMs }: Extract<Fault, object>): Refusal {
  const place = at === undefined ? {} : { at };
  const problem =
    code === undefined ? null : { type: "about:blank", title: code, status, code: code as "epochChanged", ...place };
  return { ok: false, status, problem, retryAfterMs: retryAfterMs ?? null };
}
