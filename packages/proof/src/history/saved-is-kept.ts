import type { Reading, Write } from "./read-history";
import { textsIn } from "./texts-in";
import type { FinalState, Violation } from "./types";

/** I1, and I12 for what only the newer app knows: what was called saved is on its way, put aside in sight, or in the server's history. */
export function savedIsKept(reading: Reading, final: FinalState): readonly Violation[] {
  const kept = new Set([
    ...final.devices.flatMap(({ ops }) =>
      ops.filter(({ place }) => place !== "sent").flatMap(({ op }) => textsIn(op.patch)),
    ),
    ...textsIn(final.server.records.map(({ body }) => body)),
    ...textsIn(final.server.past.map(({ values }) => values.map(({ value }) => value))),
  ]);
  return reading.writes
    .filter(({ outcome }) => outcome === "saved")
    .filter((write) => (write.change === null ? !isDeletionKept(write, reading, final) : !kept.has(write.change.value)))
    .filter((write) => !isExcused(write, reading))
    .map((write) => ({
      invariant: write.known === "byNewOnly" ? "I12" : "I1",
      sentence: `${write.device} said saved to ${told(write)}, and it is nowhere: in no outbox, no quarantine, no history of the server.`,
    }));
}

export function told({ kind, record, change }: Write): string {
  const what = change === null ? "the deletion" : `${change.key} = ${change.value}`;
  return `${what} of ${kind} ${record.slice(0, 8)}`;
}

// A deletion has no value of its own: its op is looked for by its record.
function isDeletionKept({ device, record, at }: Write, { syncs }: Reading, final: FinalState): boolean {
  const settled = new Set(final.server.receipts.map(({ opId }) => opId));
  const isSettled = syncs.some(
    (sync) =>
      sync.device === device &&
      sync.at > at &&
      sync.ops.some((op) => op.record === record && op.del === true && settled.has(op.opId)),
  );
  const isWaiting = final.devices.some(
    (one) => one.device === device && one.ops.some(({ op }) => op.record === record && op.del === true),
  );
  // Made and deleted before anything of it left: nothing is to be said.
  const wasEverSent = syncs.some((sync) => sync.device === device && sync.ops.some((op) => op.record === record));
  return isSettled || isWaiting || !wasEverSent;
}

function isExcused(write: Write, reading: Reading): boolean {
  return (
    isOverwrittenUnsent(write, reading) ||
    isDiscarded(write, reading) ||
    isLostWithItsDevice(write, reading) ||
    isForgottenWithoutGrant(write, reading)
  );
}

/** The same hand wrote it anew, or deleted the record, before it left the device. */
function isOverwrittenUnsent({ device, record, change, at }: Write, { writes, syncs }: Reading): boolean {
  const sentAt = syncs.find(
    (sync) =>
      sync.device === device && sync.ops.some((op) => change !== null && textsIn(op.patch).includes(change.value)),
  )?.at;
  return writes.some(
    (later) =>
      later.device === device &&
      later.record === record &&
      later.at > at &&
      later.outcome !== "failed" &&
      (later.change === null || change === null || later.change.key === change.key) &&
      later.at < (sentAt ?? Infinity),
  );
}

function isDiscarded({ device, record, change }: Write, { history }: Reading): boolean {
  return history.some(
    (event) =>
      event.type === "discard" &&
      event.device === device &&
      event.ops.some((op) =>
        change === null ? op.record === record && op.del === true : textsIn(op.patch).includes(change.value),
      ),
  );
}

/** A coach whose grant has changed cannot give back what the server forgot. */
function isForgottenWithoutGrant({ account, at }: Write, reading: Reading): boolean {
  return reading.rewoundAfter(at) && reading.grantChangedAfter(account, at);
}

/** Only on a device whose memory was wiped, or on it and on a server that was set back. */
function isLostWithItsDevice({ device, change, record, at }: Write, reading: Reading): boolean {
  if (!reading.evictedAfter(device, at)) return false;
  if (reading.rewoundAfter(at)) return true;
  const acknowledged = reading.syncs.find(({ ops, answer }) =>
    ops.some(
      (op) =>
        op.record === record &&
        (change === null ? op.del === true : textsIn(op.patch).includes(change.value)) &&
        answer?.results.some(({ opId, status }) => opId === op.opId && status !== "deferred" && status !== "rejected"),
    ),
  )?.answer?.at;
  return !reading.history.some(
    (event, index) =>
      event.type === "evict" &&
      event.device === device &&
      index > at &&
      acknowledged !== undefined &&
      acknowledged < index,
  );
}
