/** What can befall a single request. */
export const NETWORK_FAULTS = [
  "request lost",
  "answer lost",
  "request doubled",
  "request late",
  "500",
  "503",
  "429",
  "413",
] as const;
export type NetworkFault = (typeof NETWORK_FAULTS)[number];

/** Everything that goes wrong in the simulation; each must have happened in a run of any length. */
export const FAULTS = [
  ...NETWORK_FAULTS,
  "tab dies in a sync",
  "tab dies in a write",
  "tab freezes",
  "frozen tab wakes",
  "two tabs at once",
  "devices at once",
  "session expires",
  "revoked",
  "granted anew",
  "app upgraded",
  "clock jumps",
  "server restarts",
  "server fails over to an older copy",
  "backup restored",
  "database evicted",
  "no room for a write",
  "no room in a sync",
  "poison op",
  "impossible value",
] as const;
export type Fault = (typeof FAULTS)[number];

/** What a soak says at its end. */
export interface Tally {
  runs: number;
  commands: number;
  cycles: number;
  requests: number;
  readonly faults: Map<Fault, number>;
  readonly statuses: Map<string, number>;
}

export function newTally(): Tally {
  return { runs: 0, commands: 0, cycles: 0, requests: 0, faults: new Map(), statuses: new Map() };
}

export function count<Name>(counts: Map<Name, number>, name: Name) {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
