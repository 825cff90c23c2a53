import type { MobilityMove } from "../exercise";
import type { Move } from "./move";
import { type Leg, pose, SAME } from "./pose";

const KNEE = ["nearKnee", 0, 0.03] as const;
const ahead = { farAnkle: [0.27, 0, 0] } as const;
const wallHands = { nearHand: [0.475, 0.7], farHand: [0.475, 0.7] } as const;
const bigStep = { farAnkle: [0.19, 0, 0] } as const;
const heelOnStep = { nearAnkle: [0.3, 0.147, 50] } as const;
const onKnees: Leg = [72, 90, -85];
const onHands = { nearHand: [0.28, 0], farHand: [0.28, 0] } as const;
const otherHand = { farHand: [0.37, 0] } as const;

/** Stretches and slow moves for rest days. */
export const MOBILITY: Readonly<Record<`MOB.${MobilityMove}`, Move>> = {
  "MOB.hipFlexor": {
    rhythm: "stretch",
    keys: [
      pose([2, 0, [2, 90, -85], [85, 85, 0], [40, 60], SAME], KNEE, { pins: ahead }),
      pose([-2, 0, [-24, 68, -85], [95, 95, 0], [40, 60], SAME], KNEE, { pins: ahead }),
    ],
  },
  "MOB.calf": {
    rhythm: "stretch",
    keys: [
      pose([12, 0, [0, 0, 12], [20, 40, 0], [80, 20], SAME], ["nearAnkle", 0, 0], {
        pins: { ...wallHands, ...bigStep },
      }),
      pose([22, 0, [0, 0, 22], [40, 40, 0], [60, 60], SAME], ["nearAnkle", 0, 0], {
        pins: { ...wallHands, ...bigStep },
      }),
    ],
    things: [["wall", 0.5, -1]],
  },
  "MOB.hamstring": {
    rhythm: "stretch",
    keys: [
      pose([0, 0, [62, 6, 6], [2, 2, 0], [10, 12], SAME], ["farAnkle", 0, 0], { pins: heelOnStep }),
      pose([42, 6, [100, 6, 6], [46, 6, 2], [36, 10], SAME], ["farAnkle", 0, 0], { pins: heelOnStep }),
    ],
    things: [["block", 0.2, 0.5, 0.15]],
  },
  "MOB.figureFour": {
    rhythm: "stretch",
    keys: [
      pose([-90, 0, [115, 90, 0, 0.75, 0.88, 0.5], [62, 100, -38], [30, 10], SAME], ["hip", 0, 0.03], {
        pins: { nearAnkle: [0.12, 0.285, -60], nearHand: [0.05, 0.15], farHand: [0.05, 0.15] },
      }),
      pose([-90, 0, [150, 90, 0, 0.75, 0.88, 0.5], [100, 100, -10], [60, 20], SAME], ["hip", 0, 0.03], {
        pins: { nearAnkle: [-0.03, 0.31, -30], nearHand: [-0.03, 0.18], farHand: [-0.03, 0.18] },
      }),
    ],
    glides: ["nearAnkle"],
    sole: 0.03,
  },
  "MOB.ankleRock": {
    rhythm: "stretch",
    keys: [
      pose([4, 0, [86, 94, 12], [4.5, 90.5, -85], [12, 40], SAME], ["nearAnkle", 0, 0]),
      pose([8, 0, [86, 108, 30], [-9.3, 72.7, -85], [16, 40], SAME], ["nearAnkle", 0, 0]),
    ],
    things: [["wall", 0.17, -1]],
  },
  "MOB.catCow": {
    rhythm: "stretch",
    keys: [
      pose([72, -45, onKnees, SAME, [72, 2], SAME], KNEE, { round: 0.07, pins: onHands }),
      pose([72, 35, onKnees, SAME, [72, 2], SAME], KNEE, { round: -0.05, pins: onHands }),
    ],
  },
  "MOB.threadNeedle": {
    rhythm: "stretch",
    keys: [
      pose([72, -10, onKnees, SAME, [-108, 0], [90, 2]], KNEE, { pins: otherHand }),
      pose([84, -5, [84, 90, -85], SAME, [-60, 10, 0.4, 0.4], [90, 20]], KNEE, { pins: otherHand }),
      pose([106, 0, [106, 90, -85], SAME, [36, 10, 0.8, 0.7], [110, 40]], KNEE, { pins: otherHand }),
    ],
  },
  "MOB.childsPose": {
    rhythm: "stretch",
    keys: [
      pose([72, 0, onKnees, SAME, [72, 2], SAME], KNEE, { pins: onHands }),
      pose([100, -10, [150, 150, -85], SAME, [170, 5], SAME], KNEE, { round: 0.03 }),
    ],
    glides: ["nearHand", "farHand"],
  },
};
