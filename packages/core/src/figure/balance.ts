import type { Figure, Joint, Point } from "./pose";

/** Shares of the body's mass, and where on the way each part's middle lies. Winter, Biomechanics of human movement. M-med */
const PARTS: readonly (readonly [share: number, from: Joint, to: Joint, along: number])[] = [
  [0.081, "head", "head", 0],
  [0.497, "hip", "shoulder", 0.5],
  ...(["near", "far"] as const).flatMap(
    (side) =>
      [
        [0.028, `${side}Shoulder`, `${side}Elbow`, 0.436],
        [0.022, `${side}Elbow`, `${side}Hand`, 0.5],
        [0.1, `${side}Hip`, `${side}Knee`, 0.433],
        [0.0465, `${side}Knee`, `${side}Ankle`, 0.433],
        [0.0145, `${side}Ankle`, `${side}Toe`, 0.5],
      ] as const,
  ),
];

/** The middle of the body's mass, in body heights; what is held in the hands does not count. */
export function centreOfMass(figure: Figure): Point {
  const total = PARTS.reduce((sum, [share]) => sum + share, 0);
  const middle = (axis: 0 | 1) =>
    PARTS.reduce((sum, [share, from, to, along]) => {
      return sum + share * (figure[from][axis] + (figure[to][axis] - figure[from][axis]) * along);
    }, 0) / total;
  return [middle(0), middle(1)];
}
