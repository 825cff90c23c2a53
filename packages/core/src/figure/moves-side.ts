import type { LadderPattern, Rung } from "../exercise";
import type { Move, Thing } from "./move";
import { type Leg, pose, SAME } from "./pose";

type Ladder<P extends LadderPattern> = Readonly<Record<`${P}.${Rung}`, Move>>;

const ELBOW = ["nearElbow", 0, 0] as const;
const FAR_ELBOW = ["farElbow", 0, 0] as const;
/** Feet point at the viewer. */
const low: Leg = [-33, 0, -88, 1, 1, 0.3];
const line: Leg = [0, 0, -88, 1, 1, 0.3];
/** Shanks lie behind the knees, away from a viewer who stands: a little higher in the picture. */
const lowOnKnees: Leg = [-20, 84, -88, 1, 0.42, 0.35];
const lineOnKnees: Leg = [0, 96, -88, 1, 0.42, 0.35];
const BENCH: Thing = ["table", -0.7, -0.42, 0.247];

/** Planks on the side, from the front. */
export const SIDE_PLANKS: Ladder<"P6S"> = {
  "P6S.0": {
    rhythm: "hold",
    view: "lying",
    keys: [
      pose([64, 0, lowOnKnees, SAME, [64, 90], [-5, 0]], ELBOW),
      pose([73.5, 0, lineOnKnees, SAME, [73.5, 90], [-5, 0]], ELBOW),
    ],
  },
  "P6S.1": {
    rhythm: "down",
    view: "lying",
    keys: [
      pose([73.5, 0, lineOnKnees, SAME, [-62, 125], [73.5, 90]], FAR_ELBOW),
      pose([66, 0, [-16, 86, -88, 1, 0.42, 0.35], SAME, [-62, 125], [66, 90]], FAR_ELBOW),
    ],
  },
  "P6S.2": {
    rhythm: "hold",
    view: "lying",
    keys: [pose([57, 0, low, SAME, [65, 82], [-5, 0]], ELBOW), pose([77, 0, line, SAME, [77, 90], [-5, 0]], ELBOW)],
  },
  "P6S.3": {
    rhythm: "up",
    view: "lying",
    keys: [
      pose([77, 0, line, SAME, [77, 90], [-5, 0]], ELBOW),
      pose([77, 0, [-26, 0, -88, 1, 1, 0.3], line, [77, 90], [-5, 0]], ELBOW),
    ],
  },
  "P6S.4": {
    rhythm: "down",
    view: "lying",
    keys: [
      pose([77, 0, line, SAME, [-103, 0], [77, 90]], FAR_ELBOW),
      pose([77, 0, line, SAME, [-40, 0, 0.4, 0.4], [77, 90]], FAR_ELBOW),
      pose([79, 0, [3, 0, -88, 1, 1, 0.3], SAME, [34, 14, 0.6, 0.5], [79, 90]], FAR_ELBOW),
    ],
  },
  "P6S.5": {
    rhythm: "up",
    view: "lying",
    keys: [
      pose([78.8, 0, [-43.3, 50, -88, 1, 0.42, 0.35], [0, 90, -88, 0.8, 0.42, 0.35], [78.8, 90], [-5, 0]], ELBOW),
      pose([95, 0, [-7.3, 70, -88, 1, 0.42, 0.35], [22, 100, -88, 0.8, 0.42, 0.35], [84.2, 100.8], [-5, 0]], ELBOW),
    ],
    things: [BENCH],
  },
};

const LYING = ["hip", 0, 0.06] as const;
const lyingLow = pose([90, 10, [-4, 0, -88, 1, 1, 0.3], [0, 0, -88, 1, 1, 0.3], [165, 15], [0, 0]], ["hip", 0, 0.05]);
const lyingHigh = pose([90, 10, [-38, 0, -88, 1, 1, 0.3], [0, 0, -88, 1, 1, 0.3], [165, 15], [0, 0]], ["hip", 0, 0.05]);
const shell: Leg = [0, 0, -88, 0.71, 0.71, 0.3];
const STEP: Thing = ["block", 0.03, 0.23, 0.14];

/** The muscles at the side of the hip. */
export const HIP_MOVES: Ladder<"P7"> = {
  "P7.0": {
    rhythm: "up",
    view: "lying",
    wide: [-0.03, 0],
    keys: [
      pose([90, 12, shell, SAME, [28, 62, 0.55, 0.1], [165, 15]], LYING),
      pose([90, 12, [-33, -66, -58, 0.84, 0.84, 0.3], shell, [28, 62, 0.55, 0.1], [165, 15]], LYING, {
        pins: { nearAnkle: [-0.348, 0.09, 183] },
      }),
    ],
  },
  "P7.1": { rhythm: "up", view: "lying", keys: [lyingLow, lyingHigh] },
  "P7.2": {
    rhythm: "up",
    view: "lying",
    keys: [lyingLow, lyingHigh],
    tools: [["band", ["nearHip", "nearKnee", 0.8], ["farHip", "farKnee", 0.8]]],
  },
  "P7.3": {
    rhythm: "up",
    view: "front",
    wide: [0.046, 0.086],
    keys: [
      pose([0, 0, [4, 2, -22, 0.93, 0.96, 0.4], SAME, [38, -88], SAME], ["farAnkle", -0.06, 0]),
      pose([0, 0, [18, 2, -22, 0.93, 0.96, 0.4], SAME, [38, -88], SAME], ["farAnkle", -0.06, 0]),
    ],
    glides: ["nearAnkle"],
    tools: [["band", ["nearKnee", "nearAnkle", 0.85], ["farKnee", "farAnkle", 0.85]]],
  },
  "P7.4": {
    rhythm: "up",
    view: "front",
    wide: [0.046, 0.086],
    keys: [
      pose([2, 0, [-2, 0, -22, 1, 1, 0.4], [-2, 0, -22, 1, 1, 0.4], [38, -88], [8, 6]], ["nearAnkle", 0.075, 0.14], {
        tilt: 14,
      }),
      pose([0, 0, [-4, 0, -22, 1, 1, 0.4], [6, 0, -22, 1, 1, 0.4], [38, -88], [8, 6]], ["nearAnkle", 0.075, 0.14], {
        tilt: -12,
      }),
    ],
    things: [STEP],
  },
  "P7.5": {
    rhythm: "up",
    view: "lying",
    wide: [-0.022, 0],
    keys: [
      pose([73.5, 0, lineOnKnees, SAME, [-62, 125], [73.5, 90]], FAR_ELBOW),
      // Half way the shank points straight away from the viewer.
      pose([73.5, 0, [-19, 0, -88, 0.97, 0.07, 0.2], lineOnKnees, [-62, 125], [73.5, 90]], FAR_ELBOW),
      pose([73.5, 0, [-42, -82, -88, 0.94, 0.34, 0.35], lineOnKnees, [-62, 125], [73.5, 90]], FAR_ELBOW),
    ],
    tools: [["band", ["nearHip", "nearKnee", 0.82], ["farHip", "farKnee", 0.82]]],
  },
};
