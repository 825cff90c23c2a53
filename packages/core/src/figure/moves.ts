import type { ExerciseId } from "../exercise";
import type { Move } from "./move";
import { CALF_MOVES, SPRING_MOVES } from "./moves-calf";
import { BRIDGE_MOVES, HAMSTRING_MOVES, HINGE_MOVES } from "./moves-hinge";
import { MOBILITY } from "./moves-mobility";
import { BALANCE_MOVES } from "./moves-balance";
import { SIDE_PLANKS, HIP_MOVES } from "./moves-side";
import { SQUAT_MOVES, STEP_MOVES } from "./moves-squat";
import { FRONT_PLANKS } from "./moves-trunk";
import { PRESS_UPS, PRESSES, ROWS } from "./moves-upper";

/** Every exercise that a person does, drawn. Poses EX; where the angles come from no table they are OURS. */
export const MOVES: Readonly<Record<ExerciseId, Move>> = {
  ...SQUAT_MOVES,
  ...HINGE_MOVES,
  ...STEP_MOVES,
  ...BRIDGE_MOVES,
  ...CALF_MOVES,
  ...FRONT_PLANKS,
  ...SIDE_PLANKS,
  ...HIP_MOVES,
  ...HAMSTRING_MOVES,
  ...SPRING_MOVES,
  ...PRESS_UPS,
  ...ROWS,
  ...PRESSES,
  ...BALANCE_MOVES,
  ...MOBILITY,
};
