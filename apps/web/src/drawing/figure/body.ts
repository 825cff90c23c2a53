import type { Figure, FigureFrame, Joint, Move, Point } from "@legwork/core/figure";
import { discPath, limbPath } from "./limb";
import { beside, between } from "./spot";

/** Radii in body heights. */
const R = {
  hip: 0.058,
  knee: 0.039,
  calf: 0.04,
  ankle: 0.023,
  toe: 0.016,
  shoulder: 0.036,
  elbow: 0.026,
  hand: 0.019,
  pelvis: 0.056,
  waist: 0.053,
  chest: 0.062,
  neck: 0.03,
  head: 0.06,
};

type Side = "near" | "far";

export function headPath({ shoulder, head }: Figure): string {
  return limbPath(shoulder, head, [R.neck, R.neck]) + discPath(head, R.head);
}

/** Hips, waist and chest; bent where the back is round, with two flanks where it is seen from the front. */
export function trunkPath({ joints, round }: FigureFrame, { view }: Move): string {
  const { hip, shoulder } = joints;
  if (view === "front") return frontTrunkPath(joints);
  const middle = bulge(joints, 0.5, round);
  if (round === 0) return limbPath(hip, middle, [R.pelvis, R.waist]) + limbPath(middle, shoulder, [R.waist, R.chest]);
  const low = bulge(joints, 0.25, 0.75 * round);
  const high = bulge(joints, 0.75, 0.75 * round);
  return (
    limbPath(hip, low, [R.pelvis, 0.055]) +
    limbPath(low, middle, [0.055, R.waist]) +
    limbPath(middle, high, [R.waist, 0.058]) +
    limbPath(high, shoulder, [0.058, R.chest])
  );
}

/** A place on the back's line, moved towards the back. */
function bulge({ hip, shoulder }: Figure, share: number, by: number): Point {
  return beside(hip, shoulder, { share, aside: by });
}

function frontTrunkPath({ hip, shoulder, nearHip, farHip, nearShoulder, farShoulder }: Figure): string {
  const waist = between(hip, shoulder, 0.42);
  const flank = (from: Point, to: Point) => {
    const side = between(waist, between(from, to, 0.42), 0.5);
    return limbPath(from, side, [R.pelvis, 0.048]) + limbPath(side, to, [0.048, 0.042]);
  };
  return (
    flank(nearHip, nearShoulder) +
    flank(farHip, farShoulder) +
    limbPath(farShoulder, nearShoulder, [0.042, 0.042]) +
    limbPath(farHip, nearHip, [R.pelvis, R.pelvis]) +
    limbPath(hip, shoulder, [0.055, 0.07])
  );
}

export function thighPath(joints: Figure, side: Side): string {
  return limbPath(joints[`${side}Hip`], joints[`${side}Knee`], [R.hip, R.knee]);
}

export function shankPath(joints: Figure, side: Side): string {
  return limbPath(joints[`${side}Knee`], joints[`${side}Ankle`], [R.calf, R.ankle]);
}

/** The foot; `drop` below its joints where the ankle lies higher than a standing one. */
export function footPath(joints: Figure, side: Side, drop: number): string {
  const [ankle, toe] = [joints[`${side}Ankle`], joints[`${side}Toe`]];
  const length = Math.hypot(toe[0] - ankle[0], toe[1] - ankle[1]);
  if (length < SEEN) return "";
  if (drop === 0) return limbPath(ankle, toe, [R.ankle, R.toe]);
  const heel = beside(ankle, toe, { share: 0, aside: -drop });
  const ball = beside(ankle, toe, { share: 1, aside: -drop });
  return (
    limbPath(ankle, heel, [R.ankle, R.ankle]) +
    limbPath(ankle, ball, [R.ankle, R.toe]) +
    limbPath(heel, ball, [R.ankle, R.toe])
  );
}

/** A foot shorter than this points at the viewer. */
const SEEN = 0.005;

export function upperArmPath(joints: Figure, side: Side): string {
  return limbPath(joints[`${side}Shoulder`], joints[`${side}Elbow`], [R.shoulder, R.elbow]);
}

export function forearmPath(joints: Figure, side: Side): string {
  return limbPath(joints[`${side}Elbow`], joints[`${side}Hand`], [R.elbow, R.hand]);
}

/** The whole person as one shape. */
export function wholePath(frame: FigureFrame, move: Move): string {
  const { joints } = frame;
  const drop = move.sole ?? 0;
  return [
    headPath(joints),
    trunkPath(frame, move),
    ...(["near", "far"] as const).map(
      (side) =>
        thighPath(joints, side) +
        shankPath(joints, side) +
        footPath(joints, side, drop) +
        upperArmPath(joints, side) +
        forearmPath(joints, side),
    ),
  ].join("");
}

/** The joints that take up room. */
export function roomOf(joints: Figure): readonly Point[] {
  return Object.values<Point>(joints satisfies Record<Joint, Point>);
}
