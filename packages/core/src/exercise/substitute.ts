import type { LadderPattern } from "./pattern";

/** Patterns that can be trained without the tool named; what to take instead stands in the texts under `substitute.<pattern>`. EX */
export const SUBSTITUTED_PATTERNS = [
  "P1",
  "P2",
  "P3",
  "P4",
  "P5",
  "P7",
  "P8",
  "U2",
] as const satisfies readonly LadderPattern[];
