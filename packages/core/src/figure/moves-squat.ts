import type { LadderPattern, Rung } from "../exercise";
import type { Move, Thing, Tool } from "./move";
import { pose, SAME } from "./pose";

type Ladder<P extends LadderPattern> = Readonly<Record<`${P}.${Rung}`, Move>>;

const ORIGIN = ["nearAnkle", 0, 0] as const;
const CHAIR: Thing = ["chair", -0.32, -0.08, 0.28];
const HIGH_CHAIR: Thing = ["chair", -0.34, -0.1, 0.34];
const LOW_BOX: Thing = ["block", -0.36, -0.08, 0.215];
const TWO_DUMBBELLS: readonly Tool[] = [
  ["dumbbell", "farHand", 0],
  ["dumbbell", "nearHand", 0],
];

const stand = pose([4, 0, [4, 0, 0], SAME, [20, 15], SAME], ORIGIN);
const sit = pose([38, 15, [100, 85, 23], SAME, [95, 5], SAME], ORIGIN);
const standOnOne = pose([4, 0, [4, 0, 0], [22, 20, 0], [20, 15], SAME], ORIGIN);
const sitOnOne = pose([38, 15, [100, 85, 23], [115, 30, 0], [95, 5], SAME], ORIGIN);
const lowOnOne = pose([44, 20, [120, 105, 29], [133, 35, 0], [95, 5], SAME], ORIGIN);

/** From a chair for two legs to a low box on one with weights. */
export const SQUAT_MOVES: Ladder<"P1"> = {
  "P1.0": { rhythm: "down", keys: [stand, sit], things: [CHAIR] },
  "P1.1": {
    rhythm: "down",
    keys: [
      pose([4, 0, [4, 0, 0], [15, 0, -11], [20, 15], SAME], ORIGIN),
      pose([38, 15, [100, 85, 23], [104.5, 58.3, -8.2], [95, 5], SAME], ORIGIN),
    ],
    things: [CHAIR],
  },
  "P1.2": {
    rhythm: "round",
    end: 1,
    keys: [
      standOnOne,
      pose([34, 12, [82, 66, 18], [100, 30, 0], [90, 5], SAME], ORIGIN),
      pose([34, 12, [82, 66, 18], SAME, [90, 5], SAME], ORIGIN),
      stand,
    ],
    things: [HIGH_CHAIR],
  },
  "P1.3": { rhythm: "down", keys: [standOnOne, sitOnOne], things: [CHAIR], tools: [["dumbbell", "nearHand", 90]] },
  "P1.4": { rhythm: "down", keys: [standOnOne, lowOnOne], things: [LOW_BOX] },
  "P1.5": {
    rhythm: "down",
    keys: [
      pose([4, 0, [4, 0, 0], [22, 20, 0], [4, 5], SAME], ORIGIN),
      pose([50, 20, [126, 105, 29], [139, 35, 0], [52, 5], SAME], ORIGIN),
    ],
    things: [LOW_BOX],
    tools: TWO_DUMBBELLS,
  },
};

const LOW_STEP: Thing = ["block", 0.1, 0.36, 0.1];
const STEP: Thing = ["block", 0.12, 0.36, 0.16];
const stepStart = pose([16, 5, [85, 91, 22], [8, 12, 20], [10, 15], SAME], ["farAnkle", -0.09, 0]);
const stepEnd = pose([2, 0, [2, 0, 0], [85, 90, 0], [5, 15], SAME], ["nearAnkle", 0.16, 0.16]);
/** The rear foot trails behind the step while the front leg lifts. */
const stepMiddle = pose([9, 2, [43, 45, 11], [10, 70, 10], [9, 15], SAME], ["nearAnkle", 0.162, 0.16]);
const REAR_SEAT: Thing = ["chair", -0.54, -0.29, 0.26];
const REAR_FOOT = { farAnkle: [-0.31, 0.29, 184] } as const;
const rearStart = pose([4, 0, [14, 12, 2], [0, 60, -85], [4, 8], SAME], ORIGIN, { pins: REAR_FOOT });
const rearEnd = pose([14, 8, [84, 100, 30], [0, 90, -85], [14, 8], SAME], ORIGIN, { pins: REAR_FOOT });

/** Step-ups and split squats. */
export const STEP_MOVES: Ladder<"P3"> = {
  "P3.0": {
    rhythm: "up",
    keys: [
      pose([12, 5, [70, 75, 17], [6, 10, 16], [14, 12], SAME], ["farAnkle", -0.06, 0], {
        pins: { nearAnkle: [0.16, 0.1, 0] },
      }),
      pose([7, 2, [36, 38, 9], [8, 66, 8], [10, 14], SAME], ["nearAnkle", 0.16, 0.1]),
      pose([2, 0, [2, 0, 0], [50, 70, 0], [5, 15], SAME], ["nearAnkle", 0.16, 0.1]),
    ],
    pivot: "nearAnkle",
    things: [LOW_STEP],
  },
  "P3.1": {
    rhythm: "down",
    keys: [
      pose([3, 0, [48, 21, -24], [-32, 28, 10], [3, 5], SAME], ["nearAnkle", 0.24, 0]),
      pose([8, 5, [92, 83, -1], [-13, 82, 17], [8, 5], SAME], ["nearAnkle", 0.24, 0]),
    ],
  },
  "P3.2": { rhythm: "up", keys: [stepStart, stepMiddle, stepEnd], pivot: "nearAnkle", things: [STEP] },
  "P3.3": {
    rhythm: "up",
    keys: [
      pose([16, 5, [85, 91, 22], [8, 12, 20], [18, 5], SAME], ["farAnkle", -0.09, 0]),
      pose([9, 2, [43, 45, 11], [10, 70, 10], [11, 5], SAME], ["nearAnkle", 0.162, 0.16]),
      pose([2, 0, [2, 0, 0], [85, 90, 0], [4, 5], SAME], ["nearAnkle", 0.16, 0.16]),
    ],
    pivot: "nearAnkle",
    things: [STEP],
    tools: TWO_DUMBBELLS,
  },
  "P3.4": { rhythm: "down", keys: [rearStart, rearEnd], things: [REAR_SEAT] },
  "P3.5": { rhythm: "down", keys: [rearStart, rearEnd], things: [REAR_SEAT], tools: TWO_DUMBBELLS },
};
