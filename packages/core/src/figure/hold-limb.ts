import type { Point } from "./pose";
import { along, type Limb } from "./rig";

/**
 * The limb whose second joint (ankle or hand) reaches `target` from `root`; the middle joint bends to the side it bent
 * to before. Out of reach it points there, straight. A foot keeps its direction.
 */
export function reach(limb: Limb, { root, target, bends }: Reach): Limb {
  const [first, second, foot] = limb;
  if (first === undefined || second === undefined) return limb;
  const [dx, dy] = [target[0] - root[0], target[1] - root[1]];
  const [one, two] = [first[1], second[1]];
  const distance = Math.min(Math.max(Math.hypot(dx, dy), Math.abs(one - two) + CLOSE), one + two - CLOSE);
  const inner = degrees(Math.acos((one * one + distance * distance - two * two) / (2 * one * distance)));
  const towards = degrees(Math.atan2(dy, dx));
  const turn = second[0] - first[0];
  const side = Math.abs(turn) > STRAIGHT ? Math.sign(turn) : bends;
  const firstDirection = nearestTurn(towards - side * inner, first[0]);
  const [mx, my] = along(root, [firstDirection, one]);
  const end = along(root, [towards, distance]);
  const turned = side * (degrees(Math.atan2(end[1] - my, end[0] - mx)) - firstDirection);
  const secondDirection = firstDirection + side * (turned - 360 * Math.floor(turned / 360));
  const solved: Limb = [
    [firstDirection, one],
    [secondDirection, two],
  ];
  return foot === undefined ? solved : [...solved, foot];
}

interface Reach {
  readonly root: Point;
  readonly target: Point;
  /** Which way a straight limb begins to bend: 1 counter-clockwise, as an elbow seen from the side; −1 as a knee. */
  readonly bends: 1 | -1;
}

/** Keeps the triangle a triangle. */
const CLOSE = 1e-6;
/** Degrees. */
const STRAIGHT = 0.5;

/** The same direction, within half a turn of `other`, so that blending takes the short way. */
export function nearestTurn(direction: number, other: number): number {
  return direction - 360 * Math.round((direction - other) / 360);
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
