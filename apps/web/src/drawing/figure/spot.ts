import type { Figure, Point, Spot } from "@legwork/core/figure";

/** A joint, a place on the way from one joint to another, or a place in the picture. */
export function spotOf(spot: Spot, joints: Figure): Point {
  if (typeof spot === "string") return joints[spot];
  const [from, to, share = 0, aside = 0] = spot;
  if (typeof from === "number") return [from, typeof to === "number" ? to : 0];
  return typeof to === "number" ? joints[from] : beside(joints[from], joints[to], { share, aside });
}

export function between([x, y]: Point, [toX, toY]: Point, share: number): Point {
  return [x + (toX - x) * share, y + (toY - y) * share];
}

/** A place on the way, moved to its left. */
export function beside(from: Point, to: Point, { share, aside }: { share: number; aside: number }): Point {
  const [x, y] = between(from, to, share);
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  return [x - (dy / length) * aside, y + (dx / length) * aside];
}
