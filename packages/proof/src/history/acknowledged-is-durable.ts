import type { Op, OpResult } from "@legwork/core/wire";
import type { Reading } from "./read-history";
import { textsIn } from "./texts-in";
import type { FinalState, Violation } from "./types";

/** I2: every acknowledged op has its receipt, and each of its values is in the record or its past. */
export function acknowledgedIsDurable(reading: Reading, { server }: FinalState): readonly Violation[] {
  const receipts = new Set(server.receipts.map(({ opId }) => opId));
  const stored = new Set([
    ...textsIn(server.records.map(({ body }) => body)),
    ...textsIn(server.past.map(({ values }) => values.map(({ value }) => value))),
  ]);
  const violations = new Map<string, Violation>();
  for (const { device, account, ops, answer } of reading.syncs) {
    if (answer === null) continue;
    const isMute = reading.evictedAfter(device, answer.at) || reading.grantChangedAfter(account, answer.at);
    const isPastHealing = isMute && reading.rewoundAfter(answer.at);
    for (const op of ops) {
      const result = answer.results.find(({ opId }) => opId === op.opId);
      if (result === undefined || !isSettled(result) || isPastHealing) continue;
      const missing = textsIn(op.patch).filter((value) => !stored.has(value));
      if (receipts.has(op.opId) && missing.length === 0) continue;
      violations.set(op.opId, { invariant: "I2", sentence: sentenceOf(device, op, missing) });
    }
  }
  return [...violations.values()];
}

export function isSettled(result: OpResult): result is Extract<OpResult, { rev: number }> {
  return result.status !== "deferred" && result.status !== "rejected";
}

function sentenceOf(device: string, op: Op, missing: readonly string[]): string {
  const what = missing.length === 0 ? "has no receipt" : `lost ${missing.join(", ")}`;
  return `The server acknowledged op ${op.opId.slice(0, 8)} of ${device} on ${op.kind} ${op.record.slice(0, 8)}, and at the end it ${what}.`;
}
