import type { LadderPattern, Rung, SpringDrill } from "../exercise";
import type { Move, Thing } from "./move";
import { type Leg, pose, SAME } from "./pose";

type Ladder<P extends LadderPattern> = Readonly<Record<`${P}.${Rung}`, Move>>;

const FREE: Leg = [25, 70, 0];
const ON_FLOOR = ["nearToe", 0.1, 0] as const;
const ON_STEP = ["nearToe", 0.1, 0.16] as const;
const WALL: Thing = ["wall", 0.36, -1];
const EDGE: Thing = ["block", 0.05, 0.36, 0.16];
const HAND_ON_WALL = { pins: { nearHand: [0.335, 0.66], farHand: [0.335, 0.66] } } as const;
const HAND_ABOVE_STEP = { pins: { nearHand: [0.335, 0.82], farHand: [0.335, 0.82] } } as const;
const FAR_HAND_ABOVE_STEP = { pins: { farHand: [0.335, 0.82] } } as const;

const flat = pose([2, 0, [0, 0, 2], SAME, [60, 10], SAME], ON_FLOOR, HAND_ON_WALL);
const raised = pose([0, 0, [0, 0, -40], SAME, [60, 10], SAME], ON_FLOOR, HAND_ON_WALL);
const sunk = pose([2, 0, [0, 0, 12], SAME, [60, 10], SAME], ON_STEP, HAND_ABOVE_STEP);
const high = pose([0, 0, [0, 0, -40], SAME, [60, 10], SAME], ON_STEP, HAND_ABOVE_STEP);
/** Bent enough to come past the edge of the step. */
const PASSING: Leg = [34, 62, 28];
const sunkOnOne = pose([2, 0, [0, 0, 12], FREE, [60, 10], SAME], ON_STEP, HAND_ABOVE_STEP);
const highOnOne = pose([0, 0, [0, 0, -40], FREE, [60, 10], SAME], ON_STEP, HAND_ABOVE_STEP);

/** Calf raises. */
export const CALF_MOVES: Ladder<"P5"> = {
  "P5.0": { rhythm: "up", keys: [flat, raised], things: [WALL] },
  "P5.1": { rhythm: "up", keys: [sunk, high], things: [EDGE, WALL] },
  "P5.2": {
    rhythm: "round",
    end: 2,
    keys: [
      sunk,
      high,
      pose([0, 0, [0, 0, -40], PASSING, [60, 10], SAME], ON_STEP, HAND_ABOVE_STEP),
      pose([2, 0, [0, 0, 12], PASSING, [60, 10], SAME], ON_STEP, HAND_ABOVE_STEP),
    ],
    things: [EDGE, WALL],
  },
  "P5.3": {
    rhythm: "up",
    keys: [
      pose([2, 0, [0, 0, 2], FREE, [60, 10], SAME], ON_FLOOR, HAND_ON_WALL),
      pose([0, 0, [0, 0, -40], FREE, [60, 10], SAME], ON_FLOOR, HAND_ON_WALL),
    ],
    things: [WALL],
  },
  "P5.4": { rhythm: "up", keys: [sunkOnOne, highOnOne], things: [EDGE, WALL] },
  "P5.5": {
    rhythm: "up",
    keys: [
      pose([2, 0, [0, 0, 12], FREE, [2, 5], [60, 10]], ON_STEP, FAR_HAND_ABOVE_STEP),
      pose([0, 0, [0, 0, -40], FREE, [0, 5], [60, 10]], ON_STEP, FAR_HAND_ABOVE_STEP),
    ],
    things: [EDGE, WALL],
    tools: [["dumbbell", "nearHand", 0]],
  },
};

const ORIGIN = ["nearAnkle", 0, 0] as const;
const BOX: Thing = ["block", 0.26, 0.6, 0.18];
const DROP_BOX: Thing = ["block", -0.5, -0.16, 0.14];

/** Hops and jumps. */
export const SPRING_MOVES: Readonly<Record<`PLYO.${SpringDrill}`, Move>> = {
  "PLYO.Y0": {
    rhythm: "spring",
    keys: [
      pose([4, 0, [14, 20, 10], SAME, [0, 25], SAME], ["nearToe", 0.11, 0]),
      pose([2, 0, [7, 10, -22], SAME, [0, 25], SAME], ["nearToe", 0.11, 0]),
    ],
  },
  "PLYO.Y1": {
    rhythm: "spring",
    keys: [
      pose([4, 0, [18, 28, 14], SAME, [10, 75], SAME], ORIGIN),
      pose([0, 0, [4, 8, -38], SAME, [10, 75], SAME], ["nearToe", 0.1, 0.05]),
    ],
    pivot: "nearAnkle",
  },
  "PLYO.Y2": {
    rhythm: "spring",
    view: "front",
    wide: [0.046, 0.086],
    keys: [
      pose([0, 0, [2, 2, -25, 0.97, 0.96, 0.4], SAME, [24, 50], SAME], ["hip", 0, 0.474]),
      pose([0, 0, [2, 2, -62, 1, 1, 0.7], SAME, [24, 50], SAME], ["hip", 0, 0.57]),
    ],
    tools: [["rope", 1.04, -0.012]],
  },
  "PLYO.Y3": {
    rhythm: "spring",
    keys: [
      pose([5, 0, [20, 28, 13], [10, 75, 0], [15, 75], [-15, 75]], ORIGIN),
      pose([1, 0, [4, 8, -38], [28, 80, 0], [-5, 75], [25, 75]], ["nearToe", 0.1, 0.05]),
    ],
    pivot: "nearAnkle",
  },
  "PLYO.Y4": {
    rhythm: "once",
    keys: [
      pose([45, 15, [92, 80, 33], SAME, [-35, 10], SAME], ORIGIN),
      pose([14, 5, [10, 8, -36], SAME, [120, 10], SAME], ["nearToe", 0.13, 0.05]),
      pose([28, 8, [96, 104, -14], SAME, [90, 15], SAME], ["nearAnkle", 0.26, 0.28]),
      pose([35, 10, [85, 75, 25], SAME, [60, 20], SAME], ["nearAnkle", 0.3, 0.18]),
    ],
    pivot: "nearAnkle",
    things: [BOX],
  },
  "PLYO.Y5": {
    rhythm: "once",
    keys: [
      pose([2, 0, [2, 0, 0], [24, 12, -6], [0, 20], SAME], ["nearAnkle", -0.26, 0.14]),
      pose([5, 0, [14, 14, -14], SAME, [-20, 25], SAME], ["nearToe", 0.08, 0.09]),
      pose([10, 4, [34, 44, 20], SAME, [-25, 35], SAME], ORIGIN),
      pose([0, 4, [2, 4, -40], SAME, [140, 20], SAME], ["nearToe", 0.12, 0.12]),
    ],
    pivot: "nearAnkle",
    things: [DROP_BOX],
  },
};
