import type { Op } from "@legwork/core/wire";
import type { Reading, Write } from "./read-history";
import { textsIn } from "./texts-in";
import type { FinalState, HistoryEvent } from "./types";

/** A deletion has no value of its own: its op is looked for by its record, among those that had not left before it was made. */
export function isDeletionKept(write: Write, reading: Reading, final: FinalState): boolean {
  const settled = new Set(final.server.receipts.map(({ opId }) => opId));
  const waiting = final.devices
    .filter(({ device }) => device === write.device)
    .flatMap(({ ops }) => ops.filter(({ place }) => place !== "sent").map(({ op }) => op));
  return (
    deletionsSent(write, reading).some(({ opId }) => settled.has(opId)) ||
    waiting.some(isOpOf(write, reading)) ||
    hadNothingToSay(write, reading)
  );
}

/** The ops in which a deletion may have left its device: those of the record's later deletions on it are among them. */
export function deletionsSent(write: Write, reading: Reading): readonly Op[] {
  return reading.syncs
    .filter(({ device, at }) => device === write.device && at > write.at)
    .flatMap(({ ops }) => ops.filter(isOpOf(write, reading)));
}

function isOpOf({ device, record, at }: Write, { syncs }: Reading): (op: Op) => boolean {
  const earlier = new Set(
    syncs.filter((sync) => sync.device === device && sync.at < at).flatMap(({ ops }) => ops.map(({ opId }) => opId)),
  );
  return (op) => op.record === record && op.del === true && !earlier.has(op.opId);
}

/**
 * Made and deleted on the device before anything of the record left it, and before the server told it of the record. What comes later does not
 * count: another device may make the same record, and this one then sends its values, as an offer to a server that forgot them.
 */
function hadNothingToSay({ device, record, at }: Write, { history, writes, syncs }: Reading): boolean {
  const hasNothing = (event: HistoryEvent) =>
    (event.type === "evict" && event.device === device) ||
    (event.type === "shows" && event.state.device === device && event.state.records.every(({ id }) => id !== record));
  const begin = history.findLastIndex((event, index) => index < at && hasNothing(event));
  const since = history.slice(begin + 1, at);
  const last = since.findLast((event) => event.type === "shows" && event.state.device === device);
  const seen = last?.type === "shows" ? last.state.records.find(({ id }) => id === record) : undefined;
  const own = writes.filter(
    (one) =>
      one.device === device && one.record === record && one.at > begin && one.at < at && one.outcome !== "failed",
  );
  // Without a write of its own it has the record from elsewhere.
  if (own.length === 0 || (seen?.server ?? null) !== null) return false;
  const values = new Set(own.map(({ change }) => change?.value));
  return !syncs.some(
    (sync) =>
      sync.device === device &&
      sync.at > begin &&
      // An op can be bound to be sent before it is, and its values leave only after the deletion.
      sync.ops.some(
        (op) => op.record === record && (sync.at < at || textsIn(op.patch).some((text) => values.has(text))),
      ),
  );
}
