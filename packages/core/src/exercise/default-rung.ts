import { nearestRungDown } from "./ladder";
import type { ExerciseId, Kit, LadderPattern, Rung } from "./pattern";

/** The rung at the start of phases 1, 2 and 3. */
type RungsByPhase = readonly [Rung, Rung, Rung];

interface DefaultRungs {
  /** Null: the pattern is left out without kit. */
  readonly none: RungsByPhase | null;
  /** Band and dumbbells; a band alone leaves out the rungs it cannot load. */
  readonly home: RungsByPhase;
  readonly gym: RungsByPhase;
}

const FRONT_AND_SIDE: RungsByPhase = [0, 2, 3];
const PRESS_UPS: RungsByPhase = [1, 2, 3];
const BALANCE: RungsByPhase = [1, 2, 3];

/** EX; U1, U3 and BAL are OURS. P8 at home stops at the slider curl because no anchor there is known to be safe. */
const DEFAULT_RUNGS: Readonly<Record<LadderPattern, DefaultRungs>> = {
  P1: { none: [1, 2, 4], home: [1, 3, 4], gym: [2, 3, 5] },
  P2: { none: [0, 4, 4], home: [2, 3, 5], gym: [2, 3, 5] },
  P3: { none: [1, 2, 4], home: [1, 3, 4], gym: [2, 3, 5] },
  P4: { none: [0, 2, 4], home: [1, 3, 4], gym: [1, 3, 5] },
  P5: { none: [1, 3, 4], home: [1, 3, 5], gym: [1, 3, 5] },
  P6F: { none: FRONT_AND_SIDE, home: FRONT_AND_SIDE, gym: FRONT_AND_SIDE },
  P6S: { none: FRONT_AND_SIDE, home: FRONT_AND_SIDE, gym: FRONT_AND_SIDE },
  P7: { none: [1, 1, 4], home: [1, 2, 3], gym: [1, 2, 3] },
  P8: { none: [0, 1, 2], home: [1, 2, 3], gym: [1, 2, 3] },
  U1: { none: PRESS_UPS, home: PRESS_UPS, gym: PRESS_UPS },
  U2: { none: null, home: [1, 2, 3], gym: [2, 3, 5] },
  U3: { none: [0, 0, 0], home: [1, 2, 3], gym: [2, 3, 5] },
  BAL: { none: BALANCE, home: BALANCE, gym: BALANCE },
};

const COLUMN_OF_KIT = { none: "none", band: "home", dumbbells: "home", gym: "gym" } as const;

/** The rung a runner with this kit begins a phase on; null when the kit leaves the pattern out. */
export function defaultRung(wanted: {
  readonly pattern: LadderPattern;
  readonly phase: 1 | 2 | 3;
  readonly kit: Kit;
}): Rung | null {
  const rungs = DEFAULT_RUNGS[wanted.pattern][COLUMN_OF_KIT[wanted.kit]];
  if (rungs === null) return null;
  return nearestRungDown(wanted.kit, wanted.pattern, rungs[wanted.phase - 1] as Rung);
}

/** The exercise of a pattern at the start of a phase; null when the kit leaves the pattern out (a row without a band). */
export function exerciseFor(wanted: {
  readonly pattern: LadderPattern;
  readonly phase: 1 | 2 | 3;
  readonly kit: Kit;
}): ExerciseId | null {
  const rung = defaultRung(wanted);
  return rung === null ? null : exerciseId(wanted.pattern, rung);
}

/** The id of a rung: `P1.3`. */
export function exerciseId(pattern: LadderPattern, rung: Rung): ExerciseId {
  return `${pattern}.${rung}`;
}
