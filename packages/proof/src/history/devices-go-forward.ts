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
  const ofCoaches = new Set(syncs.filter(({ account }) => account !== owner).map(({ device }) => device));
  // No epoch begins for a coach who finds first that the server was set back: their copy is pulled anew, once for each time.
  let mayGoBack = new Set<string>();
  const found: Violation[] = [];
  for (const event of history) {
    if (event.type === "evict") last.delete(event.device);
    // A coach's copy is dropped and pulled anew.
    if (event.type === "grant") last.clear();
    if (event.type === "rewind") mayGoBack = new Set(ofCoaches);
    if (event.type !== "shows") continue;
    const { state } = event;
    const before = last.get(state.device);
    last.set(state.device, state);
    if (before === undefined || before.epoch !== state.epoch || state.epoch === null) continue;
    if (state.cursor < before.cursor && mayGoBack.delete(state.device)) continue;
    if (state.cursor < before.cursor) {
      found.push(violation(`The cursor of ${state.device} went from ${before.cursor} back to ${state.cursor}.`));
    }
    const revs = new Map(state.records.map(({ id, server }) => [id, server?.rev ?? 0]));
    for (const { id, server } of before.records) {
      const [rev, now] = [server?.rev ?? 0, revs.get(id) ?? 0];
      if (now < rev) found.push(violation(`${state.device} held rev ${rev} of ${id.slice(0, 8)}, and later ${now}.`));
    }
  }
  return found;
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
