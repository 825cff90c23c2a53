import type { Pattern } from "./pattern";

export const MUSCLES = [
  "quads",
  "gluteMax",
  "gluteMed",
  "hamstrings",
  "calf",
  "adductors",
  "frontTrunk",
  "sideTrunk",
  "back",
  "chest",
  "shoulders",
  "arms",
] as const;
export type Muscle = (typeof MUSCLES)[number];

/** The muscles that do most of the work. The two halves of a superset never share one. EX */
export const PRIME_MOVERS: Readonly<Record<Pattern, readonly Muscle[]>> = {
  P1: ["quads", "gluteMax"],
  P2: ["hamstrings", "gluteMax"],
  P3: ["quads", "gluteMax"],
  P4: ["gluteMax"],
  P5: ["calf"],
  P6F: ["frontTrunk"],
  P6S: ["sideTrunk"],
  P7: ["gluteMed"],
  P8: ["hamstrings"],
  PLYO: ["calf"],
  U1: ["chest"],
  U2: ["back"],
  U3: ["shoulders"],
  BAL: ["gluteMed"],
  MOB: [],
};

const HELPERS: Readonly<Record<Pattern, readonly Muscle[]>> = {
  P1: ["gluteMed", "adductors", "calf", "frontTrunk"],
  P2: ["back"],
  P3: ["calf", "gluteMed"],
  P4: ["hamstrings", "quads"],
  P5: [],
  P6F: ["sideTrunk"],
  P6S: ["gluteMed"],
  P7: ["gluteMax"],
  P8: ["calf", "frontTrunk"],
  PLYO: ["quads"],
  U1: ["arms", "shoulders"],
  U2: ["arms"],
  U3: ["arms"],
  BAL: ["calf"],
  MOB: [],
};

/** Every muscle a pattern trains: the prime movers first, then those that help. EX */
export function musclesOf(pattern: Pattern): readonly Muscle[] {
  return [...PRIME_MOVERS[pattern], ...HELPERS[pattern]];
}

/** The prime movers that both patterns ask for; empty when one can rest while the other works. */
export function sharedPrimeMovers(one: Pattern, other: Pattern): readonly Muscle[] {
  return PRIME_MOVERS[one].filter((muscle) => PRIME_MOVERS[other].includes(muscle));
}
