import { expect, test } from "vitest";
import { prescribe, sessionMinutes } from "./index";

/** Week: A straight, A superset, B straight without the row, B superset without the row, B superset with the row. */
const MINUTES: readonly (readonly [number, number, number, number, number, number])[] = [
  [1, 26.1, 20.1, 23.6, 19.9, 21.1],
  [2, 27.1, 21.1, 25.1, 21.4, 22.6],
  [3, 29.4, 23.1, 29.3, 25.2, 26.2],
  [4, 26.1, 20.1, 24.3, 20.6, 21.8],
  [5, 33.8, 25.6, 32.1, 27.4, 28.1],
  [6, 36.1, 27.6, 32.9, 28.1, 28.9],
  [7, 39.3, 30.7, 37.2, 32.8, 33.5],
  [8, 28.0, 21.0, 27.8, 23.6, 24.6],
  [9, 39.7, 29.2, 35.1, 29.0, 29.5],
  [10, 40.0, 29.5, 38.6, 32.7, 33.2],
  [11, 40.0, 29.5, 39.6, 33.7, 34.2],
  [12, 29.1, 20.6, 27.9, 22.5, 23.3],
];

test.each(MINUTES)(
  "[MIN1] week %i takes the programme's own minutes, as supersets and straight",
  (week, aStraight, aSuperset, bStraight, bSuperset, bWithRow) => {
    const a = sessionMinutes(prescribe({ kind: "A", week, kit: "dumbbells", maxMinutes: null }));
    const b = sessionMinutes(prescribe({ kind: "B", week, kit: "none", maxMinutes: null }));
    const withRow = sessionMinutes(prescribe({ kind: "B", week, kit: "dumbbells", maxMinutes: null }));
    expect([a.straight, a.superset, b.straight, b.superset, withRow.superset]).toEqual([
      aStraight,
      aSuperset,
      bStraight,
      bSuperset,
      bWithRow,
    ]);
  },
);
