import type { StoredRecord } from "@legwork/core/record";
import type { Reading } from "./read-history";
import type { DeviceState, FinalState, HistoryEvent, Violation } from "./types";

type ServerRecord = Pick<StoredRecord, "id" | "kind" | "rev">;

/** I5: whatever stands on the server at or below a device's cursor, the device holds. */
export function cursorsAreHonest(reading: Reading, final: FinalState): readonly Violation[] {
  const atRest = final.devices
    .filter(({ epoch, scope }) => epoch === final.server.epoch && scope !== "none")
    .flatMap((device) => {
      const kinds = device.scope === null || device.scope === "none" ? null : device.scope.read;
      return uncovered(
        device,
        final.server.records.filter(({ kind }) => kinds === null || kinds.includes(kind)),
      );
    });
  return [...onTheWay(reading, final.owner), ...atRest];
}

/**
 * Between a set-back and its discovery revs mean two things: devices are judged again from the epoch that begins then. A coach's copy begins
 * anew with each grant, and is judged at rest only.
 */
function onTheWay({ history, syncs }: Reading, owner: string): readonly Violation[] {
  const accounts = new Map(syncs.map(({ device, account }) => [device, account]));
  const found: Violation[] = [];
  const epochs = new Set<string | null>();
  let commits: readonly Extract<HistoryEvent, { type: "commit" }>[] = [];
  let ended: ReadonlySet<string | null> = new Set([null]);
  for (const event of history) {
    if (event.type === "rewind") {
      ended = new Set([...epochs, event.epoch, null]);
      commits = commits.filter(({ head }) => head <= event.head);
    }
    if (event.type === "commit") {
      epochs.add(event.epoch);
      commits = [...commits, event];
    }
    if (event.type !== "shows") continue;
    epochs.add(event.state.epoch);
    if (ended.has(event.state.epoch) || accounts.get(event.state.device) !== owner) continue;
    const latest = new Map(commits.flatMap(({ records }) => records.map((record) => [record.id, record] as const)));
    found.push(...uncovered(event.state, [...latest.values()]));
  }
  return found;
}

function uncovered(state: DeviceState, records: readonly ServerRecord[]): readonly Violation[] {
  const held = new Map(state.records.map(({ id, server }) => [id, server?.rev ?? 0]));
  return records
    .filter(({ id, rev }) => rev <= state.cursor && (held.get(id) ?? 0) < rev)
    .map(({ id, kind, rev }) => ({
      invariant: "I5",
      sentence: `${state.device} has cursor ${state.cursor} and holds rev ${held.get(id) ?? 0} of ${kind} ${id.slice(0, 8)}, which stands at ${rev}.`,
    }));
}
