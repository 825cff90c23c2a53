import type { LadderPattern, Rung } from "../exercise";
import type { Move } from "./move";
import { type Leg, pose, SAME } from "./pose";

type Ladder<P extends LadderPattern> = Readonly<Record<`${P}.${Rung}`, Move>>;

const ORIGIN = ["nearAnkle", 0, 0] as const;
const KNEES = ["nearKnee", 0, 0.03] as const;
const HANDS = { nearHand: [0, 0], farHand: [0, 0] } as const;
const onWall = { nearHand: [0.575, 0.7], farHand: [0.575, 0.7] } as const;
const onTable = { nearHand: [0.56, 0.423], farHand: [0.56, 0.423] } as const;
const onFloor = { nearHand: [0.41, 0], farHand: [0.41, 0] } as const;
const TOE = ["nearToe", 0, 0] as const;
const pressUpStart = pose([70, 5, [0, 0, -20], SAME, [70, 0], SAME], ["nearHand", 0, 0]);
const pressUpEnd = pose([83, 5, [0, 0, -7], SAME, [15, 112], SAME], ["nearToe", -0.732, 0], { pins: HANDS });

/** Press-ups. */
export const PRESS_UPS: Ladder<"U1"> = {
  "U1.0": {
    rhythm: "down",
    keys: [
      pose([17, 0, [0, 0, 17], SAME, [90, 10], SAME], ORIGIN, { pins: onWall }),
      pose([30, 0, [0, 0, 30], SAME, [40, 110], SAME], ORIGIN, { pins: onWall }),
    ],
    things: [["wall", 0.6, -1]],
  },
  "U1.1": {
    rhythm: "down",
    keys: [
      pose([35, 0, [0, 0, 0], SAME, [80, 5], SAME], TOE, { pins: onTable }),
      pose([52, 0, [0, 0, -10], SAME, [20, 110], SAME], TOE, { pins: onTable }),
    ],
    things: [
      ["table", 0.5, 0.9, 0.43],
      ["wall", 0.9, -1],
    ],
  },
  "U1.2": {
    rhythm: "down",
    keys: [
      pose([50, 5, [0, 40, -85], SAME, [50, 2], SAME], KNEES, { pins: onFloor }),
      pose([77, 5, [0, 13, -85], SAME, [15, 110], SAME], KNEES, { pins: onFloor }),
    ],
  },
  "U1.3": { rhythm: "down", keys: [pressUpStart, pressUpEnd], pivot: "nearToe" },
  "U1.4": {
    rhythm: "down",
    keys: [
      pose([82.5, 5, [0, 0, -7], SAME, [82.5, 1], SAME], ["nearToe", -0.772, 0.16], { pins: HANDS }),
      pose([99.6, 5, [0, 0, 10], SAME, [15, 112], SAME], ["nearToe", -0.772, 0.16], { pins: HANDS }),
    ],
    things: [["block", -0.95, -0.68, 0.16]],
  },
  "U1.5": {
    rhythm: "down",
    keys: [pressUpStart, pressUpEnd],
    pivot: "nearToe",
    tools: [["band", "nearHand", ["shoulder", "hip", 0.08, -0.066], ["shoulder", "hip", 0.3, -0.062]]],
  },
};

const SEAT = ["hip", 0, 0.03] as const;
const longLegs: Leg = [94, 10, -2];
const rowStart = pose([55, 10, [78, 30, 7], SAME, [55, 3], SAME], ORIGIN);
const rowEnd = pose([55, 10, [78, 30, 7], SAME, [-12, 98], SAME], ORIGIN);
const onSeat = { farHand: [0.43, 0.3] } as const;
const onBar = { nearHand: [0.08, 0.47], farHand: [0.08, 0.47] } as const;
const HEEL = ["nearAnkle", 0.7, 0.03] as const;
const seated: Leg = [84, 42, 14];
const frontLegs: Leg = [3, 1, -22, 1, 1, 0.4];

/** Rows and pull-aparts. */
export const ROWS: Ladder<"U2"> = {
  "U2.0": {
    rhythm: "up",
    view: "front",
    wide: [0.046, 0.086],
    keys: [
      pose([0, 0, frontLegs, SAME, [20, 20, 0.45, 0.3], SAME], ["hip", 0, 0.491]),
      pose([0, 0, frontLegs, SAME, [79, 4], SAME], ["hip", 0, 0.491]),
    ],
    tools: [["band", "nearHand", "farHand"]],
  },
  "U2.1": {
    rhythm: "up",
    keys: [pose([4, 0, longLegs, SAME, [72, 4], SAME], SEAT), pose([0, 0, [90, 10, -2], SAME, [-22, 100], SAME], SEAT)],
    tools: [["band", "nearHand", ["nearAnkle", "nearToe", 0.6, -0.02]]],
  },
  "U2.2": {
    rhythm: "up",
    keys: [
      pose([62, 10, [82, 30, 10], SAME, [62, 3], [62, 10]], ORIGIN, { pins: onSeat }),
      pose([62, 10, [82, 30, 10], SAME, [-14, 100], [62, 10]], ORIGIN, { pins: onSeat }),
    ],
    things: [["chair", 0.6, 0.36, 0.3]],
    tools: [["dumbbell", "nearHand", 0]],
  },
  "U2.3": {
    rhythm: "up",
    keys: [rowStart, rowEnd],
    tools: [
      ["dumbbell", "farHand", 0],
      ["dumbbell", "nearHand", 0],
    ],
  },
  "U2.4": {
    rhythm: "up",
    keys: [
      pose([-82.6, 0, [0, 0, 0], SAME, [97, 4], SAME], HEEL, { pins: onBar }),
      pose([-64.8, 0, [0, 0, 0], SAME, [40, 110], SAME], HEEL, { pins: onBar }),
    ],
    things: [["bar", 0.08, 0.47]],
  },
  "U2.5": {
    rhythm: "up",
    keys: [
      pose([8, 0, seated, SAME, [74, 4], SAME], ["hip", 0, 0.2], {
        pins: { nearAnkle: [0.4, 0.06, 62], farAnkle: [0.4, 0.06, 62] },
      }),
      pose([-2, 0, seated, SAME, [-16, 112], SAME], ["hip", 0, 0.2], {
        pins: { nearAnkle: [0.4, 0.06, 62], farAnkle: [0.4, 0.06, 62] },
      }),
    ],
    things: [
      ["block", -0.2, 0.16, 0.16],
      ["block", 0.47, 0.58, 0.22],
      ["pulley", 0.66, 0.36],
    ],
    tools: [["cable", [0.66, 0.36], "nearHand"]],
  },
};

const frontHip = ["hip", 0, 0.491] as const;
const standing: Pick<Move, "rhythm" | "view" | "wide"> = { rhythm: "up", view: "front", wide: [0.046, 0.086] };
const frontDumbbells: Move["tools"] = [
  ["dumbbell", "farHand", 0],
  ["dumbbell", "nearHand", 0],
];

/** Presses overhead. */
export const PRESSES: Ladder<"U3"> = {
  "U3.0": {
    ...standing,
    keys: [
      pose([0, 0, frontLegs, SAME, [68, 104], SAME], frontHip),
      pose([0, 0, frontLegs, SAME, [142, 32], SAME], frontHip),
    ],
    things: [["panel", -0.4, 0.4, 1.16]],
  },
  "U3.1": {
    rhythm: "up",
    keys: [
      pose([0, 0, [0, 0, 0], SAME, [30, 140], SAME], ORIGIN),
      pose([0, 4, [0, 0, 0], SAME, [168, 10], SAME], ORIGIN),
    ],
    tools: [["band", "nearHand", ["nearAnkle", "nearToe", 0.5, -0.02]]],
  },
  "U3.2": {
    ...standing,
    keys: [
      pose([0, 0, frontLegs, SAME, [42, 128], SAME], frontHip),
      pose([0, 0, frontLegs, SAME, [162, 16], SAME], frontHip),
    ],
    tools: frontDumbbells,
  },
  "U3.3": {
    ...standing,
    keys: [
      pose([0, 0, frontLegs, SAME, [42, 128], [38, -88]], frontHip),
      pose([0, 0, frontLegs, SAME, [164, 14], [38, -88]], frontHip),
    ],
    tools: [["dumbbell", "nearHand", 0]],
  },
  "U3.4": {
    rhythm: "up",
    keys: [
      pose([0, 0, [0, 90, -85], [85, 85, 0], [34, 138], [-4, 12]], KNEES, { pins: { farAnkle: [0.25, 0, 0] } }),
      pose([0, 4, [0, 90, -85], [85, 85, 0], [168, 8], [-4, 12]], KNEES, { pins: { farAnkle: [0.25, 0, 0] } }),
    ],
    tools: [["dumbbell", "nearHand", 0]],
  },
  "U3.5": {
    ...standing,
    keys: [
      pose([0, 0, frontLegs, SAME, [30, 128, 0.9, 0.8], SAME], frontHip),
      pose([0, 0, frontLegs, SAME, [156, 20], SAME], frontHip),
    ],
    tools: [["barbell", "farHand", "nearHand"]],
  },
};
