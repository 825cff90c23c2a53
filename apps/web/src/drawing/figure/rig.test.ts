import { expect, test } from "vitest";
import { MOVES } from "./poses";
import { buildFigure, type Joint } from "./rig";

// Worked out by hand from the angles.
const CHECKED: readonly [keyof typeof MOVES, Joint, readonly [number, number]][] = [
  ["squatToChair", "hip", [-0.12, 0.341]],
  ["squatToChair", "nearHand", [0.381, 0.378]],
  ["hinge", "head", [0.325, 0.624]],
  ["hinge", "nearToe", [0.11, 0]],
  ["bridge", "nearKnee", [0.199, 0.247]],
  ["bridge", "nearAnkle", [0.314, 0.03]],
  ["nordic", "shoulder", [0.437, 0.336]],
  ["nordic", "nearElbow", [0.404, 0.153]],
];

test.each(CHECKED)("%s ends with its %s in the right place", (move, joint, [x, y]) => {
  const figure = buildFigure(MOVES[move].end);
  expect(figure[joint][0]).toBeCloseTo(x, 2);
  expect(figure[joint][1]).toBeCloseTo(y, 2);
});
