import type { Op } from "../wire/sync";
import { applyPatch } from "./body";

/**
 * Joins two ops on one record, neither of which was ever sent: one op, none at all (made here and deleted again),
 * or both, when the record is begun anew after a deletion. `next` keeps nothing of its own base: it saw no more.
 */
export function squash(pending: Op, next: Op): readonly Op[] {
  if (pending.del === true) {
    return next.del === true ? [pending] : [pending, { ...next, base: pending.base, after: pending.opId }];
  }
  if (next.del === true) {
    const madeHere = pending.base === 0 && pending.after === undefined;
    return madeHere ? [] : [{ ...pending, patch: {}, del: true }];
  }
  const schema = Math.max(pending.schema, next.schema);
  return [{ ...pending, schema, patch: applyPatch(pending.patch, next.patch) }];
}

/** An op in the outbox. An op that was ever sent is frozen: same opId, same bytes. */
export interface QueuedOp {
  readonly op: Op;
  readonly sent: boolean;
}

/** The queue of one record after `next`: squashed into the last unsent op, or chained to the last sent one by `after`. */
export function queueOp(queue: readonly QueuedOp[], next: Op): readonly QueuedOp[] {
  const last = queue.at(-1);
  if (last === undefined) return [{ op: next, sent: false }];
  if (last.sent) return [...queue, { op: { ...next, after: last.op.opId }, sent: false }];
  return [...queue.slice(0, -1), ...squash(last.op, next).map((op) => ({ op, sent: false }))];
}
