import type { LadderPattern, Rung } from "../exercise";
import type { Move, Thing } from "./move";
import { type Leg, pose, SAME } from "./pose";

type Ladder<P extends LadderPattern> = Readonly<Record<`${P}.${Rung}`, Move>>;

const ORIGIN = ["nearAnkle", 0, 0] as const;
const RAISED = ["nearAnkle", 0, 0.07] as const;
const WALL: Thing = ["wall", 0.36, -1];
const onWall = { farHand: [0.335, 0.66] } as const;
const soft: Leg = [8, 12, 8];
const lifted: Leg = [62, 82, 0];
const front = ["nearAnkle", 0.06, 0] as const;
const frontSoft: Leg = [-4, 0, -22, 0.99, 0.99, 0.4];
const frontDown: Leg = [3, 2, -22, 0.99, 0.99, 0.4];
const frontLifted: Leg = [9, 10, -50, 0.62, 0.9, 0.6];

/** Standing on one leg. */
export const BALANCE_MOVES: Ladder<"BAL"> = {
  "BAL.0": {
    rhythm: "hold",
    keys: [
      pose([4, 0, soft, SAME, [0, 10], [60, 20]], ORIGIN, { pins: onWall }),
      pose([4, 0, soft, lifted, [0, 10], [60, 20]], ORIGIN, { pins: onWall }),
    ],
    things: [WALL],
  },
  "BAL.1": {
    rhythm: "hold",
    keys: [pose([4, 0, soft, SAME, [0, 10], SAME], ORIGIN), pose([4, 0, soft, lifted, [24, 14], [-16, 14]], ORIGIN)],
  },
  "BAL.2": {
    rhythm: "stretch",
    view: "front",
    wide: [0.046, 0.086],
    keys: [
      pose([0, 0, frontSoft, frontLifted, [30, 10], SAME], front),
      pose([0, 0, frontSoft, frontLifted, [30, 10], SAME], front),
    ],
    tools: [["eyes", -0.03, 0.03]],
  },
  "BAL.3": {
    rhythm: "stretch",
    keys: [
      pose([0, 0, [26, 42, 16], [50, 10, 4], [30, 14], [-20, 14]], ORIGIN),
      pose([8, 2, [28, 40, 20], [40, 78, 10], [20, 14], [-6, 14]], ORIGIN),
      pose([26, 8, [52, 42, 16], [-12, 26, -12], [60, 10], [-24, 14]], ORIGIN),
    ],
  },
  "BAL.4": {
    rhythm: "hold",
    view: "front",
    wide: [0.046, 0.086],
    keys: [
      pose([0, 0, frontDown, SAME, [8, 6], SAME], front),
      pose([0, 0, frontSoft, frontLifted, [14, 6], SAME], front),
    ],
    things: [["wall", 0.3, -1]],
    tools: [["lids"]],
  },
  "BAL.5": {
    rhythm: "hold",
    keys: [
      pose([4, 0, soft, SAME, [0, 10], [60, 20]], RAISED, { pins: { farHand: [0.335, 0.72] } }),
      pose([4, 0, soft, lifted, [0, 10], [60, 20]], RAISED, { pins: { farHand: [0.335, 0.72] } }),
    ],
    things: [["cushion", -0.1, 0.2, 0.07], WALL],
  },
};
