import type { Json } from "@legwork/core/record";
import type { Reading, Write } from "./read-history";
import type { DeviceState, HistoryEvent, Violation } from "./types";
import { told } from "./saved-is-kept";

/** I6: revs never go back on a device within one history of the server, and whoever wrote a value never sees an older one again. */
export function devicesGoForward(reading: Reading, owner: string): readonly Violation[] {
  return [...revsGoForward(reading, owner), ...ownWritesAreRead(reading)];
}

function revsGoForward({ history, syncs }: Reading, owner: string): readonly Violation[] {
  const last = new Map<string, DeviceState>();
  const accounts = new Map(syncs.map(({ device, account }) => [device, account]));
  const found: Violation[] = [];
  let mayBeginAnew = new Set<string>();
  for (const event of history) {
    if (event.type === "evict") last.delete(event.device);
    if (event.type === "grant" || event.type === "rewind") {
      mayBeginAnew = new Set([...mayBeginAnew, ...copiesEndedBy(event, accounts, owner)]);
    }
    if (event.type !== "shows") continue;
    const { state } = event;
    const before = last.get(state.device);
    last.set(state.device, state);
    if (before === undefined || before.epoch !== state.epoch || state.epoch === null) continue;
    const steps = stepsBack(before, state);
    if (steps.length === 0 || mayBeginAnew.delete(state.device)) continue;
    found.push(...steps.map(violation));
  }
  return found;
}

/** A coach's copy is dropped and pulled anew, once for each change of the grant, and for each time that the server was set back: no epoch begins for a coach. */
function copiesEndedBy(
  event: Extract<HistoryEvent, { readonly type: "grant" | "rewind" }>,
  accounts: ReadonlyMap<string, string>,
  owner: string,
): readonly string[] {
  return [...accounts]
    .filter(([, account]) => (event.type === "grant" ? account === event.account : account !== owner))
    .map(([device]) => device);
}

function stepsBack(before: DeviceState, state: DeviceState): readonly string[] {
  const revs = new Map(state.records.map(({ id, server }) => [id, server?.rev ?? 0]));
  const cursor =
    state.cursor < before.cursor
      ? [`The cursor of ${state.device} went from ${before.cursor} back to ${state.cursor}.`]
      : [];
  const records = before.records
    .map(({ id, server }) => ({ id, rev: server?.rev ?? 0, now: revs.get(id) ?? 0 }))
    .filter(({ rev, now }) => now < rev)
    .map(({ id, rev, now }) => `${state.device} held rev ${rev} of ${id.slice(0, 8)}, and later ${now}.`);
  return [...cursor, ...records];
}

function ownWritesAreRead({ writes, history }: Reading): readonly Violation[] {
  // While a server that was set back is healed, several devices of one person send again what they know, in whatever order they come.
  const firstRewind = history.findIndex(({ type }) => type === "rewind");
  return writes
    .filter(({ outcome, at }) => outcome === "saved" && (firstRewind < 0 || at < firstRewind))
    .flatMap((write) => staleReads(write, history).slice(0, 1));
}

/** What the device showed of the key before the write must not come back while nobody on it writes the key again. */
function staleReads(write: Write, history: readonly HistoryEvent[]): readonly Violation[] {
  const { device, record, change, call } = write;
  if (change === null || write.merge === "once") return [];
  const old = new Set<Json>();
  const found: Violation[] = [];
  let written = false;
  for (const event of history) {
    if (event.type === "write" && event.phase === "ok" && event.call === call) written = true;
    if (written && endsTheWatch(event, write)) break;
    // A wiped device writes without having seen: what somebody else wrote stays, and its own value is held.
    if (event.type === "evict" && event.device === device) old.clear();
    if (event.type !== "shows" || event.state.device !== device) continue;
    const shown = event.state.records.find(({ id }) => id === record);
    if (shown === undefined || shown.deleted) {
      if (written && shown === undefined)
        found.push(violation(`${device} no longer shows ${told(write)} after its own write.`));
      continue;
    }
    const value = shown.body[change.key] ?? null;
    if (!written) old.add(value);
    else if (value !== change.value && old.has(value)) {
      found.push(violation(`${device} wrote ${told(write)} and was then shown ${JSON.stringify(value)} again.`));
    }
  }
  return found;
}

function endsTheWatch(event: HistoryEvent, { device, record, call }: Write): boolean {
  switch (event.type) {
    case "write":
      return event.phase === "invoke" && event.call !== call && event.device === device && event.record === record;
    case "evict":
    case "discard":
      return event.device === device;
    // A deleted record may return as it was, and a server that was set back is healed only by the next syncs.
    case "rewind":
    case "grant":
      return true;
    case "sync":
      return event.phase === "invoke" && event.ops.some((op) => op.record === record && op.del === true);
    default:
      return false;
  }
}

function violation(sentence: string): Violation {
  return { invariant: "I6", sentence };
}
