/** Angles in degrees; the figure faces right, y points up, one unit is a body's height. */
export interface Pose {
  /** Trunk from vertical, + forward. */
  readonly lean: number;
  /** Head against the trunk, + looking up. */
  readonly head: number;
  readonly nearLeg: Leg;
  readonly farLeg: Leg;
  readonly nearArm: Arm;
  readonly farArm: Arm;
  readonly anchor: Joint;
  readonly at: Point;
}
/** Hip flexion, knee flexion, ankle (+ toes up). */
export type Leg = readonly [hip: number, knee: number, ankle: number];
/** Shoulder flexion, elbow flexion. */
export type Arm = readonly [shoulder: number, elbow: number];
export type Point = readonly [x: number, y: number];

export const JOINTS = [
  "hip",
  "shoulder",
  "head",
  "nearKnee",
  "nearAnkle",
  "nearToe",
  "farKnee",
  "farAnkle",
  "farToe",
  "nearElbow",
  "nearHand",
  "farElbow",
  "farHand",
] as const;
export type Joint = (typeof JOINTS)[number];
export type Figure = Readonly<Record<Joint, Point>>;

/** Lengths in body heights. */
const LENGTH = {
  foot: 0.11,
  shank: 0.246,
  thigh: 0.245,
  trunk: 0.288,
  neckAndHead: 0.115,
  upperArm: 0.186,
  forearm: 0.19,
};

/** Where every joint stands: built from the hip, then shifted so that the anchor joint lies at its point. */
export function buildFigure(pose: Pose): Figure {
  const trunk = 90 - pose.lean;
  const hip: Point = [0, 0];
  const shoulder = from(hip, trunk, LENGTH.trunk);
  const head = from(shoulder, trunk + pose.head, LENGTH.neckAndHead);
  const [nearKnee, nearAnkle, nearToe] = leg(hip, trunk, pose.nearLeg);
  const [farKnee, farAnkle, farToe] = leg(hip, trunk, pose.farLeg);
  const [nearElbow, nearHand] = arm(shoulder, trunk, pose.nearArm);
  const [farElbow, farHand] = arm(shoulder, trunk, pose.farArm);
  const built: Figure = {
    hip,
    shoulder,
    head,
    nearKnee,
    nearAnkle,
    nearToe,
    farKnee,
    farAnkle,
    farToe,
    nearElbow,
    nearHand,
    farElbow,
    farHand,
  };
  const [dx, dy] = [pose.at[0] - built[pose.anchor][0], pose.at[1] - built[pose.anchor][1]];
  return Object.fromEntries(
    JOINTS.map((joint) => [joint, [built[joint][0] + dx, built[joint][1] + dy]]),
  ) as unknown as Figure;
}

function leg(hip: Point, trunk: number, [flexion, bend, ankleAngle]: Leg): readonly [Point, Point, Point] {
  const thigh = trunk + 180 + flexion;
  const shank = thigh - bend;
  const knee = from(hip, thigh, LENGTH.thigh);
  const ankle = from(knee, shank, LENGTH.shank);
  return [knee, ankle, from(ankle, shank + 90 + ankleAngle, LENGTH.foot)];
}

function arm(shoulder: Point, trunk: number, [flexion, bend]: Arm): readonly [Point, Point] {
  const upper = trunk + 180 + flexion;
  const elbow = from(shoulder, upper, LENGTH.upperArm);
  return [elbow, from(elbow, upper + bend, LENGTH.forearm)];
}

function from([x, y]: Point, degrees: number, length: number): Point {
  const radians = (degrees * Math.PI) / 180;
  return [x + length * Math.cos(radians), y + length * Math.sin(radians)];
}
