import type { Figure, Point, Spot, Tool } from "@legwork/core/figure";
import { discPath, limbPath } from "./limb";
import { SOLE } from "./scenery";
import { beside, between, spotOf } from "./spot";

/** A tool's outline at a moment of the move. Sizes in body heights. */
export function toolPath(tool: Tool, joints: Figure, moment: number): string {
  switch (tool[0]) {
    case "dumbbell":
      return dumbbellPath(joints[tool[1]], tool[2]);
    case "plate":
      return platePath(spotOf(tool[1], joints));
    case "barbell":
      return barbellPath(joints[tool[1]], joints[tool[2]]);
    case "band":
    case "cable": {
      const [kind, ...spots] = tool;
      return linePath(
        spots.map((spot: Spot) => spotOf(spot, joints)),
        kind === "band" ? 0.009 : 0.005,
      );
    }
    case "ring": {
      const middle = spotOf(tool[1], joints);
      const to = joints[tool[2]];
      return linePath(
        [beside(middle, to, { share: 0, aside: 0.05 }), beside(middle, to, { share: 0, aside: -0.05 })],
        0.011,
      );
    }
    case "slider": {
      const [x] = joints[tool[1]];
      return linePath(
        [
          [x - 0.05, 0.008 - SOLE],
          [x + 0.06, 0.008 - SOLE],
        ],
        0.009,
      );
    }
    case "strap": {
      const [x, y] = joints[tool[1]];
      return linePath(
        [
          [x + 0.03, -SOLE],
          [x + 0.03, y + 0.034],
        ],
        0.014,
      );
    }
    case "rope":
      return ropePath(joints, tool[1] + (tool[2] - tool[1]) * moment);
    case "eyes":
      return eyesPath(joints.head, tool[1] + (tool[2] - tool[1]) * moment);
    default:
      return lidsPath(joints.head);
  }
}

function dumbbellPath([x, y]: Point, degrees: number): string {
  const radians = (degrees * Math.PI) / 180;
  const at = (along: number, across: number): Point => [
    x + along * Math.cos(radians) - across * Math.sin(radians),
    y + along * Math.sin(radians) + across * Math.cos(radians),
  ];
  const plate = (along: number) => limbPath(at(along, -0.028), at(along, 0.028), [0.017, 0.017]);
  return limbPath(at(-0.06, 0), at(0.06, 0), [0.01, 0.01]) + plate(-0.062) + plate(0.062);
}

/** A weight plate from its side, with its hole. */
function platePath([x, y]: Point): string {
  return `${discPath([x, y], 0.062)}M${x - 0.014} ${y}a0.014 0.014 0 1 1 0.028 0a0.014 0.014 0 1 1 -0.028 0Z`;
}

function barbellPath(from: Point, to: Point): string {
  const reach = 0.24;
  const [left, right] = [[from[0] - reach, from[1]] as const, [to[0] + reach, to[1]] as const];
  const plate = ([x, y]: Point) => limbPath([x, y - 0.075], [x, y + 0.075], [0.016, 0.016]);
  return limbPath(left, right, [0.009, 0.009]) + plate([left[0] + 0.03, left[1]]) + plate([right[0] - 0.03, right[1]]);
}

function linePath(points: readonly Point[], radius: number): string {
  return points
    .slice(1)
    .map((point, index) => limbPath(points[index] ?? point, point, [radius, radius]))
    .join("");
}

const ROPE_STEPS = 18;

/** A bow from hand to hand; its middle stands at the height. */
function ropePath({ nearHand, farHand }: Figure, height: number): string {
  const points = Array.from({ length: ROPE_STEPS + 1 }, (_, step): Point => {
    const share = step / ROPE_STEPS;
    const angle = Math.PI * share;
    const [x] = between(farHand, nearHand, (1 - Math.cos(angle)) / 2);
    return [x, nearHand[1] + (height - nearHand[1]) * Math.sin(angle) ** 0.7];
  });
  return linePath(points, 0.006);
}

const EYE = 0.021;

function eyesPath([x, y]: Point, aside: number): string {
  const middle = x + aside;
  return discPath([middle - EYE, y + 0.008], 0.008) + discPath([middle + EYE, y + 0.008], 0.008);
}

function lidsPath([x, y]: Point): string {
  return [-1, 1]
    .map((side) =>
      linePath(
        [
          [x + side * EYE - 0.012, y + 0.008],
          [x + side * EYE, y + 0.002],
          [x + side * EYE + 0.012, y + 0.008],
        ],
        0.004,
      ),
    )
    .join("");
}
