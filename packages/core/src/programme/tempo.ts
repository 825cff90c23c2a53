import type { Pattern } from "../exercise";
import type { Phase, Tempo } from "./prescription";

type TempoByPhase = readonly [Tempo, Tempo, Tempo];

const STEADY: TempoByPhase = ["2-0-1-0", "2-0-1-0", "2-0-1-0"];

/** EX; P6F (dead bugs counted in reps), U1 and U3 are OURS. */
const TEMPOS: Readonly<Partial<Record<Pattern, TempoByPhase>>> = {
  P1: ["3-1-1-0", "2-1-1-0", "2-0-X-0"],
  P2: ["3-1-1-0", "3-0-1-0", "2-0-X-0"],
  P3: ["3-0-1-0", "2-0-1-0", "2-0-X-0"],
  P4: ["2-1-1-0", "2-1-1-0", "2-1-X-0"],
  P5: ["2-1-1-0", "2-1-1-0", "3-1-1-0"],
  P6F: STEADY,
  P7: STEADY,
  P8: ["5-0-2-0", "4-0-2-0", "4-0-2-0"],
  U1: STEADY,
  U2: STEADY,
  U3: STEADY,
};

/** X, as fast as controlled, takes this long. OURS */
const FAST_SECONDS = 1;

/** The tempo of a pattern's reps in a phase; null for what has no reps. */
export function tempoOf(pattern: Pattern, phase: Phase): Tempo | null {
  return TEMPOS[pattern]?.[phase - 1] ?? null;
}

const known = new Map<Tempo, number>();

/** Seconds that one rep takes. */
export function secondsPerRep(tempo: Tempo): number {
  // Every set of every session asks this of one of a dozen tempos.
  const seconds = known.get(tempo) ?? sumOf(tempo);
  known.set(tempo, seconds);
  return seconds;
}

function sumOf(tempo: Tempo): number {
  return tempo
    .split("-")
    .map((part) => (part === "X" ? FAST_SECONDS : Number(part)))
    .reduce((sum, seconds) => sum + seconds, 0);
}
