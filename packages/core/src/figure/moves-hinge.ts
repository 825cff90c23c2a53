import type { LadderPattern, Rung } from "../exercise";
import type { Move, Thing, Tool } from "./move";
import { pose, SAME } from "./pose";

type Ladder<P extends LadderPattern> = Readonly<Record<`${P}.${Rung}`, Move>>;

const ORIGIN = ["nearAnkle", 0, 0] as const;
const TWO_DUMBBELLS: readonly Tool[] = [
  ["dumbbell", "farHand", 0],
  ["dumbbell", "nearHand", 0],
];

const hingeStart = pose([2, 0, [6, 8, 4], SAME, [4, 5], SAME], ORIGIN);
const hingeEnd = pose([72, 10, [88, 20, 4], SAME, [72, 5], SAME], ORIGIN);
/** Weights stay close to the legs. */
const hingeWithWeights = pose([72, 10, [88, 20, 4], SAME, [50, 5], SAME], ORIGIN);
const REAR_TOES = { farToe: [-0.06, 0, -52] } as const;
const BESIDE = { farHand: [0.17, 0.62] } as const;

/** Hip hinges, from a wall to one leg with weights. */
export const HINGE_MOVES: Ladder<"P2"> = {
  "P2.0": {
    rhythm: "down",
    keys: [
      pose([2, 0, [6, 8, 4], SAME, [22, 132], SAME], ORIGIN),
      pose([60, 10, [76, 20, 4], SAME, [22, 132], SAME], ORIGIN),
    ],
    things: [["wall", -0.112, 1]],
  },
  "P2.1": {
    rhythm: "down",
    keys: [hingeStart, hingeEnd],
    tools: [["band", "nearHand", ["nearAnkle", "nearToe", 0.5, -0.02]]],
  },
  "P2.2": { rhythm: "down", keys: [hingeStart, hingeWithWeights], tools: TWO_DUMBBELLS },
  "P2.3": {
    rhythm: "down",
    keys: [
      pose([2, 0, [6, 8, 4], [0, 40, 0], [4, 5], SAME], ORIGIN, { pins: REAR_TOES }),
      pose([68, 10, [84, 20, 4], [50, 50, 0], [48, 5], SAME], ORIGIN, { pins: REAR_TOES }),
    ],
    tools: TWO_DUMBBELLS,
  },
  "P2.4": {
    rhythm: "down",
    keys: [
      pose([2, 0, [6, 8, 4], [12, 32, 12], [4, 5], [10, 10, 0.7, 0.7]], ORIGIN, { pins: BESIDE }),
      pose([78, 10, [92, 18, 4], [-6, 8, 0], [78, 3], [70, 10, 0.7, 0.7]], ORIGIN, { pins: BESIDE }),
    ],
    things: [["panel", -0.28, 0.56, 1.06]],
  },
  "P2.5": {
    rhythm: "down",
    keys: [
      pose([2, 0, [6, 8, 4], [12, 32, 12], [4, 5], SAME], ORIGIN),
      pose([78, 10, [92, 18, 4], [-6, 8, 0], [58, 5], SAME], ORIGIN),
    ],
    tools: TWO_DUMBBELLS,
  },
};

const SHOULDER = ["shoulder", -0.288, 0.03] as const;
const SOFA: Thing = ["sofa", -0.42, 0, 0.22];
const lying = pose([-90, 0, [50, 100, -40], SAME, [0, 0], SAME], ["hip", 0, 0.03]);
const bridge = pose([-114, -24, [0, 86, -28], SAME, [-24, 0], SAME], SHOULDER);
const thrustStart = pose([-56, -20, [69, 100, -25], SAME, [30, 20], SAME], ["shoulder", 0, 0.245]);
const thrustEnd = pose([-90, -40, [0, 90, 0], SAME, [5, 20], SAME], ["shoulder", 0, 0.245]);

/** Bridges and hip thrusts. */
export const BRIDGE_MOVES: Ladder<"P4"> = {
  "P4.0": { rhythm: "up", keys: [lying, bridge], pivot: "shoulder", sole: 0.03 },
  "P4.1": {
    rhythm: "up",
    keys: [lying, bridge],
    pivot: "shoulder",
    sole: 0.03,
    tools: [["ring", ["nearHip", "nearKnee", 0.78], "nearKnee"]],
  },
  "P4.2": {
    rhythm: "up",
    keys: [bridge, pose([-114, -24, [0, 86, -28], [68, 92, 0], [-24, 0], SAME], SHOULDER)],
    sole: 0.03,
  },
  "P4.3": { rhythm: "up", keys: [thrustStart, thrustEnd], things: [SOFA] },
  "P4.4": {
    rhythm: "up",
    keys: [
      pose([-90, 0, [50, 100, -40], [50, 6, 0], [0, 0], SAME], ["hip", 0, 0.03]),
      pose([-114, -24, [0, 86, -28], [0, 6, 0], [-24, 0], SAME], SHOULDER),
    ],
    pivot: "shoulder",
    sole: 0.03,
  },
  "P4.5": {
    rhythm: "up",
    keys: [
      { ...thrustStart, pins: { nearHand: [0.27, 0.2], farHand: [0.27, 0.2] } },
      { ...thrustEnd, pins: { nearHand: [0.25, 0.35], farHand: [0.25, 0.35] } },
    ],
    things: [SOFA],
    tools: [["plate", ["hip", "shoulder", 0.08, -0.1]]],
  },
};

const ANCHOR = ["shoulder", -0.288, 0.03] as const;
const SLIDERS: readonly Tool[] = [["slider", "nearAnkle"]];
const curlIn = pose([-114, -24, [0, 86, 0], SAME, [-24, 0], SAME], ANCHOR);
const curlOut = pose([-97, -7, [-5, 12, 0], SAME, [-7, 0], SAME], ANCHOR);
const KNEES = ["nearKnee", 0, 0.03] as const;
const kneel = pose([0, 0, [0, 90, -85], SAME, [25, 110], SAME], KNEES);
const KNEELING: Pick<Move, "things" | "tools"> = {
  things: [["cushion", -0.07, 0.09, 0.012]],
  tools: [["strap", "nearAnkle"]],
};

/** Slider curls and Nordics. */
export const HAMSTRING_MOVES: Ladder<"P8"> = {
  "P8.0": {
    rhythm: "down",
    keys: [
      curlIn,
      pose([-110, -20, [0, 60, 0], [0, 86, 0], [-20, 0], SAME], ANCHOR, {
        pins: { nearAnkle: [0.4, 0.03, 45], farAnkle: [0.314, 0.03, 35] },
      }),
      pose([-106, -16, [0, 50, 0], SAME, [-16, 0], SAME], ANCHOR, {
        pins: { nearAnkle: [0.4, 0.03, 50], farAnkle: [0.45, 0.03, 55] },
      }),
    ],
    sole: 0.03,
  },
  "P8.1": {
    rhythm: "once",
    keys: [curlIn, curlOut, pose([-90, 0, [2, 4, 0], SAME, [0, 0], SAME], ANCHOR)],
    glides: ["nearAnkle", "farAnkle"],
    tools: SLIDERS,
    sole: 0.03,
  },
  "P8.2": {
    rhythm: "down",
    keys: [curlIn, curlOut],
    glides: ["nearAnkle", "farAnkle"],
    tools: SLIDERS,
    sole: 0.03,
  },
  "P8.3": { rhythm: "down", keys: [kneel, pose([32, 3, [0, 58, -85], SAME, [40, 100], SAME], KNEES)], ...KNEELING },
  "P8.4": {
    rhythm: "once",
    keys: [
      kneel,
      pose([55, 5, [0, 35, -85], SAME, [45, 100], SAME], KNEES),
      pose([74, 5, [0, 16, -85], SAME, [45, 115], SAME], KNEES),
    ],
    ...KNEELING,
  },
  "P8.5": {
    rhythm: "down",
    keys: [
      pose([0, 0, [0, 90, -85], SAME, [20, 138], SAME], KNEES),
      pose([62, 5, [0, 28, -85], SAME, [20, 138], SAME], KNEES),
    ],
    ...KNEELING,
  },
};
