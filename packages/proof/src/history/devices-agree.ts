import { digestOf, digestWithin, isReadable, sameDigest, toSynced } from "@legwork/core/record";
import type { SyncedRecord } from "@legwork/core/wire";
import type { FinalDevice, FinalServer, FinalState, Violation } from "./types";

/** I3: at rest every device holds, byte for byte, what its scope lets it read, shows that, and has the server's digest. */
export function devicesAgree({ devices, server }: FinalState): readonly Violation[] {
  return devices.filter(({ scope }) => scope !== "none").flatMap((device) => differences(device, server));
}

function differences(device: FinalDevice, server: FinalServer): readonly Violation[] {
  const kinds = device.scope === null || device.scope === "none" ? null : device.scope.read;
  const wanted = textById(server.records.filter((record) => isReadable(kinds, record)).map(toSynced));
  const held = device.records.flatMap(({ server: told }) => told ?? []);
  const heldById = textById(held);
  const violation = (sentence: string): Violation => ({ invariant: "I3", sentence: `${device.device} ${sentence}` });

  const found: Violation[] = [];
  for (const id of new Set([...wanted.keys(), ...heldById.keys()])) {
    if (wanted.get(id) === heldById.get(id)) continue;
    found.push(
      violation(`holds ${heldById.get(id) ?? "nothing"} where the server has ${wanted.get(id) ?? "nothing"}.`),
    );
  }
  if (!sameDigest(digestWithin(digestOf(held), kinds), digestWithin(server.digest, kinds))) {
    found.push(violation("has another digest than the server."));
  }
  const waiting = new Set(device.ops.filter(({ place }) => place !== "sent").map(({ op }) => op.record));
  for (const { id, body, deleted, server: told } of device.records) {
    if (waiting.has(id) || told === null) continue;
    if (deleted !== told.deleted || (!deleted && sorted(body) !== sorted(told.body))) {
      found.push(violation(`shows ${sorted(body)} of ${id.slice(0, 8)} where it was told ${sorted(told.body)}.`));
    }
  }
  return found;
}

function textById(records: readonly SyncedRecord[]): ReadonlyMap<string, string> {
  return new Map(records.map((record) => [record.id, sorted(record)]));
}

/** JSON whose keys stand in one order: equal records give equal bytes. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
