import { KITS, type ExerciseId, type Kit, type LadderPattern, type Rung } from "./pattern";

/** The smallest kit that holds what each rung (0–5) needs. Nordics need a safe anchor, which only a gym is sure to have. EX */
export const LADDERS: Readonly<Record<LadderPattern, readonly [Kit, Kit, Kit, Kit, Kit, Kit]>> = {
  P1: ["none", "none", "none", "dumbbells", "none", "dumbbells"],
  P2: ["none", "band", "dumbbells", "dumbbells", "none", "dumbbells"],
  P3: ["none", "none", "none", "dumbbells", "none", "dumbbells"],
  P4: ["none", "band", "none", "none", "none", "dumbbells"],
  P5: ["none", "none", "none", "none", "none", "dumbbells"],
  P6F: ["none", "none", "none", "none", "none", "none"],
  P6S: ["none", "none", "none", "none", "none", "gym"],
  P7: ["none", "none", "band", "band", "none", "band"],
  P8: ["none", "none", "none", "gym", "gym", "gym"],
  U1: ["none", "none", "none", "none", "none", "band"],
  U2: ["band", "band", "dumbbells", "dumbbells", "gym", "gym"],
  U3: ["none", "band", "dumbbells", "dumbbells", "dumbbells", "gym"],
  BAL: ["none", "none", "none", "none", "none", "none"],
};

/** Rungs done on both legs at once, so that an amount "per side" has no sides. */
const TWO_LEGGED: ReadonlySet<ExerciseId> = new Set<ExerciseId>(["P1.0", "P5.0", "P5.1"]);

/** True when `kit` holds what the rung needs. */
export function holdsRung(kit: Kit, pattern: LadderPattern, rung: Rung): boolean {
  return KITS.indexOf(kit) >= KITS.indexOf(LADDERS[pattern][rung]);
}

/** The highest rung at or below `rung` that `kit` holds; null when it holds none of them. */
export function nearestRungDown(kit: Kit, pattern: LadderPattern, rung: Rung): Rung | null {
  const below = RUNGS_DOWN.filter((each) => each <= rung);
  return below.find((each) => holdsRung(kit, pattern, each)) ?? null;
}

/** True when the exercise works both legs at once although its pattern counts per side elsewhere. */
export function isTwoLegged(exercise: ExerciseId): boolean {
  return TWO_LEGGED.has(exercise);
}

const RUNGS_DOWN = [5, 4, 3, 2, 1, 0] as const;
