import type { StoredRecord } from "@legwork/core/record";
import type { Reading } from "./read-history";
import type { DeviceState, FinalState, Violation } from "./types";

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

/** Between a set-back and its discovery revs mean two things; a coach's copy begins anew with each grant: both are judged at rest only. */
function onTheWay({ history, syncs }: Reading, owner: string): readonly Violation[] {
  const accounts = new Map(syncs.map(({ device, account }) => [device, account]));
  const records = new Map<string, ServerRecord>();
  const found: Violation[] = [];
  let epoch: string | null = null;
  for (const event of history) {
    if (event.type === "rewind") return found;
    if (event.type === "commit") {
      epoch = event.epoch;
      for (const record of event.records) records.set(record.id, record);
    }
    if (event.type !== "shows" || event.state.epoch !== epoch || accounts.get(event.state.device) !== owner) continue;
    found.push(...uncovered(event.state, [...records.values()]));
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
