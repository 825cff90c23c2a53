import { PRIME_MOVERS, type Muscle, type Pattern } from "@legwork/core/exercise";
import type { FigureFrame, Move, Tool } from "@legwork/core/figure";
import { footPath, forearmPath, headPath, shankPath, thighPath, trunkPath, upperArmPath } from "./body";
import { toolPath } from "./tools";

type Segment = "thigh" | "shank" | "trunk" | "upperArm";
const SEGMENT_OF: Readonly<Record<Muscle, Segment>> = {
  quads: "thigh",
  gluteMax: "thigh",
  gluteMed: "thigh",
  hamstrings: "thigh",
  adductors: "thigh",
  calf: "shank",
  frontTrunk: "trunk",
  sideTrunk: "trunk",
  back: "trunk",
  chest: "upperArm",
  shoulders: "upperArm",
  arms: "upperArm",
};

/** Far limbs; near ones; working ones; tools; bands and ropes; what is drawn on the person. */
export type Look = "far" | "near" | "works" | "tool" | "band" | "face";
export interface Part {
  readonly d: string;
  readonly look: Look;
}

/** A moment of the move as outlines from back to front, always as many and in the same order. */
export function partsOf({ move, pattern, frame, moment }: PartsOf): readonly Part[] {
  const { joints } = frame;
  const drop = move.sole ?? 0;
  const working = new Set(PRIME_MOVERS[pattern].map((muscle) => SEGMENT_OF[muscle]));
  const near = (segment: Segment, d: string): Part => ({ d, look: working.has(segment) ? "works" : "near" });
  const tools = (wanted: (tool: Tool) => boolean): readonly Part[] =>
    (move.tools ?? []).filter(wanted).map((tool) => ({ d: toolPath(tool, joints, moment), look: lookOf(tool) }));
  const legs = (side: "near" | "far"): readonly Part[] => [
    { d: footPath(joints, side, drop), look: "near" },
    near("shank", shankPath(joints, side)),
    near("thigh", thighPath(joints, side)),
  ];
  const arms = (side: "near" | "far"): readonly Part[] => [
    { d: forearmPath(joints, side), look: "near" },
    near("upperArm", upperArmPath(joints, side)),
  ];
  const head: Part = { d: headPath(joints), look: "near" };
  const trunk = near("trunk", trunkPath(frame, move));
  const front = tools((tool) => !isBehind(tool));
  if (move.view === "front")
    return [
      ...legs("far"),
      ...legs("near"),
      head,
      trunk,
      ...arms("far"),
      ...arms("near"),
      ...tools(isBehind),
      ...front,
    ];
  return [
    { d: thighPath(joints, "far") + shankPath(joints, "far") + footPath(joints, "far", drop), look: "far" },
    { d: upperArmPath(joints, "far") + forearmPath(joints, "far"), look: "far" },
    ...tools(isBehind),
    head,
    trunk,
    ...legs("near"),
    ...front,
    ...arms("near"),
  ];
}

interface PartsOf {
  readonly move: Move;
  readonly pattern: Pattern;
  readonly frame: FigureFrame;
  readonly moment: number;
}

function isBehind(tool: Tool): boolean {
  return tool[0] === "dumbbell" && tool[1] === "farHand";
}

function lookOf([kind]: Tool): Look {
  switch (kind) {
    case "dumbbell":
    case "plate":
    case "barbell":
      return "tool";
    case "eyes":
    case "lids":
      return "face";
    default:
      return "band";
  }
}
