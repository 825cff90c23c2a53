import type { Move } from "./move";
import type { Arm, Figure, Joint, Leg, Point, Pose } from "./pose";
import { JOINTS } from "./pose";

/** Segment lengths in body heights. EX */
export const LENGTH = {
  trunk: 0.288,
  /** Shoulder to the middle of the head: neck and head's radius. */
  head: 0.115,
  thigh: 0.245,
  shank: 0.246,
  foot: 0.11,
  upper: 0.186,
  fore: 0.19,
} as const;

/** A segment's direction in degrees, counter-clockwise from pointing right, and its length as seen. */
export type Bone = readonly [direction: number, length: number];
export type Limb = readonly Bone[];

/** A pose as directions: blending them is blending every joint angle. */
export interface Skeleton {
  readonly trunk: Bone;
  readonly head: Bone;
  readonly nearLeg: Limb;
  readonly farLeg: Limb;
  readonly nearArm: Limb;
  readonly farArm: Limb;
  readonly tilt: number;
  readonly round: number;
}

/** Joint angles made into directions. From the front the far side mirrors the near one. */
export function skeletonOf(pose: Pose, { view }: Move): Skeleton {
  const trunk = 90 - pose.lean;
  const mirror = view === "front" ? -1 : 1;
  return {
    trunk: [trunk, LENGTH.trunk],
    head: [trunk + pose.head, LENGTH.head],
    nearLeg: leg(pose.nearLeg, trunk, 1),
    farLeg: leg(pose.farLeg, trunk, mirror),
    nearArm: arm(pose.nearArm, trunk, 1),
    farArm: arm(pose.farArm, trunk, mirror),
    tilt: pose.tilt ?? 0,
    round: pose.round ?? 0,
  };
}

function leg([hip, knee, ankle, seenThigh = 1, seenShank = 1, seenFoot = 1]: Leg, trunk: number, side: number): Limb {
  const thigh = trunk + 180 + side * hip;
  const shank = thigh - side * knee;
  return [
    [thigh, LENGTH.thigh * seenThigh],
    [shank, LENGTH.shank * seenShank],
    [shank + side * (90 + ankle), LENGTH.foot * seenFoot],
  ];
}

function arm([shoulder, elbow, seenUpper = 1, seenFore = 1]: Arm, trunk: number, side: number): Limb {
  const upper = trunk + 180 + side * shoulder;
  return [
    [upper, LENGTH.upper * seenUpper],
    [upper + side * elbow, LENGTH.fore * seenFore],
  ];
}

/** Every joint, built from the hip and then shifted so that the anchor lies at its place. */
export function standSkeleton(skeleton: Skeleton, { wide = [0, 0] }: Move, anchor: Joint, at: Point): Figure {
  const hip: Point = [0, 0];
  const shoulder = along(hip, skeleton.trunk);
  const across = skeleton.trunk[0] - 90;
  const nearHip = along(hip, [across + skeleton.tilt, wide[0]]);
  const farHip = along(hip, [across + skeleton.tilt, -wide[0]]);
  const nearShoulder = along(shoulder, [across, wide[1]]);
  const farShoulder = along(shoulder, [across, -wide[1]]);
  const [nearKnee, nearAnkle, nearToe] = chain(nearHip, skeleton.nearLeg);
  const [farKnee, farAnkle, farToe] = chain(farHip, skeleton.farLeg);
  const [nearElbow, nearHand] = chain(nearShoulder, skeleton.nearArm);
  const [farElbow, farHand] = chain(farShoulder, skeleton.farArm);
  const built: Record<Joint, Point> = {
    hip,
    shoulder,
    head: along(shoulder, skeleton.head),
    nearHip,
    nearKnee,
    nearAnkle,
    nearToe,
    farHip,
    farKnee,
    farAnkle,
    farToe,
    nearShoulder,
    nearElbow,
    nearHand,
    farShoulder,
    farElbow,
    farHand,
  };
  const [dx, dy] = [at[0] - built[anchor][0], at[1] - built[anchor][1]];
  for (const joint of JOINTS) built[joint] = [built[joint][0] + dx, built[joint][1] + dy];
  return built;
}

function chain(from: Point, limb: Limb): readonly [Point, Point, Point] {
  const [first = STUMP, second = STUMP, third = STUMP] = limb;
  const one = along(from, first);
  const two = along(one, second);
  return [one, two, along(two, third)];
}

const STUMP: Bone = [0, 0];

export function along([x, y]: Point, [degrees, length]: Bone): Point {
  const radians = (degrees * Math.PI) / 180;
  return [x + length * Math.cos(radians), y + length * Math.sin(radians)];
}
