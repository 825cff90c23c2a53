import type { ExerciseId } from "@legwork/core/exercise";
import { figureAt, moveOf, type Point } from "@legwork/core/figure";
import { roomOf } from "./body";
import { SOLE } from "./scenery";

/** Room round the joints for flesh, weights and walls, in body heights. */
const MARGIN = 0.085;
const BARBELL = 0.26;
const MOMENTS = [0, 0.17, 0.33, 0.5, 0.67, 0.83, 1];

export interface FigureBox {
  readonly x: number;
  readonly width: number;
  readonly top: number;
}

/** What the whole move needs, from its first to its last pose. */
export function boxOf(exercise: ExerciseId): FigureBox {
  const { things = [], tools = [] } = moveOf(exercise);
  const points: Point[] = MOMENTS.flatMap((moment) => roomOf(figureAt(exercise, moment).joints));
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  for (const thing of things) {
    switch (thing[0]) {
      case "wall":
        xs.push(thing[1]);
        break;
      case "bar":
      case "pulley":
        xs.push(thing[1]);
        ys.push(thing[2]);
        break;
      default:
        xs.push(thing[1], thing[2]);
        ys.push(thing[3] - SOLE);
    }
  }
  for (const tool of tools) {
    if (tool[0] === "barbell") xs.push(Math.min(...xs) - BARBELL + MARGIN, Math.max(...xs) + BARBELL - MARGIN);
    if (tool[0] === "rope") ys.push(tool[1] - 0.06);
  }
  const x = Math.min(...xs) - MARGIN;
  return { x, width: Math.max(...xs) + MARGIN - x, top: Math.max(...ys) + MARGIN };
}
