import type { FinalDevice, FinalState, Violation } from "./types";

/** I9 and I10: when the faults stop, every device empties its outbox soon, but for what stands behind a refused op of the same record. */
export function everythingComesToRest({ devices, cyclesAllowed }: FinalState): readonly Violation[] {
  return devices
    .filter(({ scope }) => scope !== "none")
    .flatMap((device) => [...delayed(device), ...restless(device, cyclesAllowed)]);
}

function delayed({ device, ops }: FinalDevice): readonly Violation[] {
  const refused = new Set(ops.filter(({ place }) => place === "quarantine").map(({ op }) => op.record));
  return ops
    .filter(({ place, op }) => place === "outbox" && !refused.has(op.record))
    .map(({ op }) => ({
      invariant: refused.size === 0 ? "I10" : "I9",
      sentence: `${device} still waits with op ${op.opId.slice(0, 8)} on ${op.kind} ${op.record.slice(0, 8)}, of which nothing was refused.`,
    }));
}

function restless({ device, cyclesToRest }: FinalDevice, allowed: number): readonly Violation[] {
  if (cyclesToRest !== null && cyclesToRest <= allowed) return [];
  const sentence = `${device} did not come to rest within ${allowed} cycles after the last fault.`;
  return [{ invariant: "I10", sentence }];
}
