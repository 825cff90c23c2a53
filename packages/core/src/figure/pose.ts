/** x to the right, y up from the floor, in body heights. */
export type Point = readonly [x: number, y: number];

export const JOINTS = [
  "hip",
  "shoulder",
  "head",
  "nearHip",
  "nearKnee",
  "nearAnkle",
  "nearToe",
  "farHip",
  "farKnee",
  "farAnkle",
  "farToe",
  "nearShoulder",
  "nearElbow",
  "nearHand",
  "farShoulder",
  "farElbow",
  "farHand",
] as const;
export type Joint = (typeof JOINTS)[number];
/** Where every joint stands. */
export type Figure = Readonly<Record<Joint, Point>>;

/**
 * Hip flexion, knee flexion, ankle (+ toes up), in degrees; in a front view the hip's is abduction. Then the shares of
 * thigh, shank and foot that are seen, 1 unless they point towards the viewer or away.
 */
export type Leg = readonly [hip: number, knee: number, ankle: number, thigh?: number, shank?: number, foot?: number];
/** Shoulder flexion (abduction from the front), elbow flexion; then the seen shares of upper arm and forearm. */
export type Arm = readonly [shoulder: number, elbow: number, upper?: number, fore?: number];

/** A limb's end that stands at a place; for a foot with its direction, counter-clockwise from pointing right. */
export type Pin = readonly [x: number, y: number, footDirection?: number];
export type PinnedJoint = "nearAnkle" | "farAnkle" | "nearToe" | "farToe" | "nearHand" | "farHand";

export interface PoseExtras {
  /** Joints brought to a place by bending knee or elbow. */
  readonly pins?: Readonly<Partial<Record<PinnedJoint, Pin>>>;
  /** Front view: the near hip above the far one, in degrees. */
  readonly tilt?: number;
  /** The middle of the back above its straight line, in body heights. */
  readonly round?: number;
}

export interface Pose extends PoseExtras {
  /** Trunk from vertical, + forward: 90 lies face down, −90 on the back. */
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

/** For a limb that does what the near one does. */
export const SAME = 0;

type PoseAngles = readonly [
  lean: number,
  head: number,
  nearLeg: Leg,
  farLeg: Leg | typeof SAME,
  nearArm: Arm,
  farArm: Arm | typeof SAME,
];

/** A pose in the order of the tables it comes from. */
export function pose(
  [lean, head, nearLeg, farLeg, nearArm, farArm]: PoseAngles,
  [anchor, x, y]: readonly [anchor: Joint, x: number, y: number],
  extras?: PoseExtras,
): Pose {
  return {
    lean,
    head,
    nearLeg,
    farLeg: farLeg === SAME ? nearLeg : farLeg,
    nearArm,
    farArm: farArm === SAME ? nearArm : farArm,
    anchor,
    at: [x, y],
    ...extras,
  };
}
