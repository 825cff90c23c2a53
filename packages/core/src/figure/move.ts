import type { Joint, Point, Pose } from "./pose";

/** Seen from the side; from the front, upright, both sides alike; or from the front of somebody lying or propped on one side. */
export type FigureView = "side" | "front" | "lying";

/** What stands still in the picture, in body heights: tops are where a joint rests, so a sole lies a little lower. */
export type Thing =
  | readonly [kind: "block" | "chair" | "table" | "sofa" | "cushion", from: number, to: number, top: number]
  /** A wall whose face is at x; it stands on the side away from `of`. */
  | readonly [kind: "wall", x: number, of: number]
  /** A wall behind or beside the person. */
  | readonly [kind: "panel", from: number, to: number, top: number]
  /** A fixed bar seen from its end, on its post. */
  | readonly [kind: "bar" | "pulley", x: number, y: number];

/** A joint, or a place on the way from one joint to another, or one moved aside from it (to the left of that way). */
export type Spot = Joint | Point | readonly [from: Joint, to: Joint, share: number, aside?: number];

/** What moves with the person. Angles in degrees, sizes in body heights. */
export type Tool =
  | readonly [kind: "dumbbell", at: Joint, angle: number]
  | readonly [kind: "plate", at: Spot]
  | readonly [kind: "barbell", from: Joint, to: Joint]
  | readonly [kind: "band" | "cable", ...spots: Spot[]]
  /** A band round one limb. */
  | readonly [kind: "ring", on: Spot, towards: Joint]
  | readonly [kind: "slider", under: Joint]
  /** A strap from the floor over the ankles. */
  | readonly [kind: "strap", over: Joint]
  /** A rope from hand to hand; its middle goes from the first height to the second. */
  | readonly [kind: "rope", from: number, to: number]
  /** Eyes that look from one side to the other, or closed ones. */
  | readonly [kind: "eyes", from: number, to: number]
  | readonly [kind: "lids"];

/**
 * How a move goes on in time: there and back, lowering first or lifting first; a pose that is held; a quick bounce; a
 * slow stretch; once through and again from the start; round through all its poses.
 */
export type Rhythm = "down" | "up" | "hold" | "spring" | "stretch" | "once" | "round";

export interface Move {
  readonly rhythm: Rhythm;
  /** From start to end, evenly spread over the move; `round` comes back to the first. */
  readonly keys: readonly [Pose, Pose, ...Pose[]];
  /** Which pose stands for the move; the last one unless said. */
  readonly end?: number;
  readonly view?: FigureView;
  /** Half the distance of hips and of shoulders as seen; negative lies the near one on top. */
  readonly wide?: Point;
  /** The joint that stays put while the poses blend; the first pose's anchor unless said. */
  readonly pivot?: Joint;
  /** Joints that slide or fly straight from one pose's place to the next. */
  readonly glides?: readonly Joint[];
  readonly things?: readonly Thing[];
  readonly tools?: readonly Tool[];
  /** How far above the floor the feet's joints lie, when the whole body lies on it. */
  readonly sole?: number;
}
