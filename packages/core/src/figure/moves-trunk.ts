import type { LadderPattern, Rung } from "../exercise";
import type { Move } from "./move";
import { pose, SAME } from "./pose";

type Ladder<P extends LadderPattern> = Readonly<Record<`${P}.${Rung}`, Move>>;

const HIP = ["hip", 0, 0.03] as const;
const ELBOW = ["nearElbow", 0, 0] as const;
const HANDS = ["farHand", 0, 0] as const;
const table = pose([-90, 0, [90, 90, 0], SAME, [90, 0], SAME], HIP);
const plank = pose([84, 5, [0, 0, -6], SAME, [84, 90], SAME], ELBOW);
const TOES = { nearToe: [-0.775, -0.005, 256], farToe: [-0.775, -0.005, 256] } as const;

/** Dead bugs and planks on the front. */
export const FRONT_PLANKS: Ladder<"P6F"> = {
  "P6F.0": {
    rhythm: "down",
    keys: [table, pose([-90, 0, [90, 90, 0], [40, 90, -10], [90, 0], SAME], HIP)],
  },
  "P6F.1": {
    rhythm: "down",
    keys: [table, pose([-90, 0, [90, 90, 0], [18, 8, 0], [170, 0], [90, 0]], HIP)],
  },
  "P6F.2": {
    rhythm: "hold",
    keys: [pose([76, 5, [7, 40, -10], SAME, [76, 90], SAME], ELBOW, { pins: TOES }), plank],
  },
  "P6F.3": {
    rhythm: "up",
    keys: [plank, pose([84, 5, [-11, 0, -6], [0, 0, -6], [84, 90], SAME], ELBOW)],
  },
  "P6F.4": {
    rhythm: "up",
    keys: [
      pose([70, 5, [0, 0, -20], SAME, [70, 0], SAME], HANDS),
      pose([70, 5, [0, 0, -20], SAME, [62, 120], [70, 0]], HANDS, { pins: { nearHand: [0.07, 0.312] } }),
    ],
  },
  "P6F.5": {
    rhythm: "down",
    keys: [plank, pose([85, 5, [-0.6, 0, -4.4], SAME, [110.5, 64.5], SAME], ELBOW)],
    glides: ["nearToe", "farToe"],
    tools: [["slider", "nearToe"]],
  },
};
