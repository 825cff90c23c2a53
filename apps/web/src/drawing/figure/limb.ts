import type { Point } from "@legwork/core/figure";

/** The outline of a limb: two round ends and the straight lines that touch both. */
export function limbPath(start: Point, end: Point, [startRadius, endRadius]: readonly [number, number]): string {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const length = Math.hypot(dx, dy);
  if (length <= Math.abs(startRadius - endRadius)) return discPath(start, Math.max(startRadius, endRadius));
  const along = Math.atan2(dy, dx);
  const spread = Math.acos((startRadius - endRadius) / length);
  const on = ([x, y]: Point, radius: number, angle: number): string =>
    `${round(x + radius * Math.cos(angle))} ${round(y + radius * Math.sin(angle))}`;
  const left = along + spread;
  const right = along - spread;
  // The thicker end shows more than half of its circle.
  const [startLarge, endLarge] = startRadius >= endRadius ? [1, 0] : [0, 1];
  return [
    `M${on(start, startRadius, left)}`,
    `L${on(end, endRadius, left)}`,
    `A${endRadius} ${endRadius} 0 ${endLarge} 0 ${on(end, endRadius, right)}`,
    `L${on(start, startRadius, right)}`,
    `A${startRadius} ${startRadius} 0 ${startLarge} 0 ${on(start, startRadius, left)}Z`,
  ].join("");
}

export function discPath([x, y]: Point, radius: number): string {
  return `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
