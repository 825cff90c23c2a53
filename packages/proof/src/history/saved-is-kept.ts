import type { Op } from "@legwork/core/wire";
import { isSettled } from "./acknowledged-is-durable";
import { deletionsSent, isDeletionKept } from "./deletion-is-kept";
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

function isExcused(write: Write, reading: Reading): boolean {
  return (
    isOverwrittenUnsent(write, reading) ||
    isDiscarded(write, reading) ||
    isLostWithItsDevice(write, reading) ||
    isForgottenWithoutGrant(write, reading)
  );
}

/** The same hand wrote it anew, or deleted the record, before it left the device. A deletion goes out before what follows it. */
function isOverwrittenUnsent({ device, record, change, at }: Write, { writes, syncs }: Reading): boolean {
  if (change === null) return false;
  const sentAt = syncs.find(
    (sync) => sync.device === device && sync.ops.some((op) => textsIn(op.patch).includes(change.value)),
  )?.at;
  return writes.some(
    (later) =>
      later.device === device &&
      later.record === record &&
      later.at > at &&
      later.outcome !== "failed" &&
      (later.change === null || later.change.key === change.key) &&
      later.at < (sentAt ?? Infinity),
  );
}

function isDiscarded({ device, record, change, at }: Write, { history }: Reading): boolean {
  return history.some(
    (event, index) =>
      index > at &&
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
function isLostWithItsDevice(write: Write, reading: Reading): boolean {
  const { device, at } = write;
  if (!reading.evictedAfter(device, at)) return false;
  if (reading.rewoundAfter(at)) return true;
  const acknowledged = acknowledgedAt(write, reading);
  return !reading.history.some(
    (event, index) =>
      event.type === "evict" &&
      event.device === device &&
      index > at &&
      acknowledged !== undefined &&
      acknowledged < index,
  );
}

function acknowledgedAt(write: Write, reading: Reading): number | undefined {
  const { change } = write;
  const deletions = new Set(change === null ? deletionsSent(write, reading).map(({ opId }) => opId) : []);
  const carries = (op: Op) =>
    change === null ? deletions.has(op.opId) : op.record === write.record && textsIn(op.patch).includes(change.value);
  return reading.syncs.find(({ ops, answer }) =>
    ops.some(
      (op) => carries(op) && answer?.results.some((result) => result.opId === op.opId && isSettled(result)) === true,
    ),
  )?.answer?.at;
}
