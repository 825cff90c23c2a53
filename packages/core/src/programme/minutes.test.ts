import fc from "fast-check";
import { expect, test } from "vitest";
import { KITS } from "../exercise";
import { sessionLibrary } from "../session-library";
import {
  COOL_DOWN_SECONDS,
  plannedSets,
  prescribe,
  SESSION_KINDS,
  sessionMinutes,
  walk,
  warmUpSeconds,
  type PrescribeInput,
  type SessionMode,
  type WalkStep,
} from "./index";

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
    const whole = prescribe({ kind: "B", week, kit: "dumbbells", maxMinutes: null });
    const pairs = whole.pairs.map((pair) => pair.filter(({ pattern }) => pattern !== "U2"));
    const b = sessionMinutes({ ...whole, pairs });
    const withRow = sessionMinutes(whole);
    expect([a.straight, a.superset, b.straight, b.superset, withRow.superset]).toEqual([
      aStraight,
      aSuperset,
      bStraight,
      bSuperset,
      bWithRow,
    ]);
  },
);

test("[MIN1] with every kit A and B last 20 to 30 minutes at first, 25 to 40 later, but for the reduced weeks", () => {
  for (const kit of KITS)
    for (const kind of ["A", "B"] as const)
      for (const week of [1, 2, 3, 4, 5, 6, 7, 9, 10, 11]) {
        const minutes = Math.round(sessionMinutes(session(kind, week, kit)).superset);
        expect(minutes).toBeGreaterThanOrEqual(week <= 4 ? 20 : 25);
        expect(minutes).toBeLessThanOrEqual(week <= 4 ? 30 : 40);
      }
});

const anyInput = fc.record({
  kind: fc.constantFrom(...SESSION_KINDS),
  week: fc.integer({ min: 1, max: 12 }),
  kit: fc.constantFrom(...KITS),
  maxMinutes: fc.option(fc.integer({ min: 1, max: 60 })),
  turn: fc.integer({ min: 1, max: 4 }),
});
const anyMode = fc.constantFrom("superset" as const, "straight" as const);

const session = (kind: PrescribeInput["kind"], week: number, kit: PrescribeInput["kit"] = "dumbbells") =>
  prescribe({ kind, week, kit, maxMinutes: null });

const secondsOf = (step: WalkStep) => step.setUpSeconds + step.workSeconds + step.changeSeconds + step.restSecondsAfter;

test("[MIN2] the steps of the walk, warm-up and cool-down add up to the session's minutes", () => {
  fc.assert(
    fc.property(anyInput, anyMode, (input, mode) => {
      const prescription = prescribe(input);
      const steps = walk(prescription, mode).reduce((sum, step) => sum + secondsOf(step), 0);
      const shortWarmUp = ["V", "C", "T1"].includes(prescription.kind);
      const warmUp = shortWarmUp ? 180 : prescription.phase === 1 ? 360 : 330;
      expect(sessionMinutes(prescription)[mode]).toBe(Number(((warmUp + steps + 90) / 60).toFixed(1)));
    }),
  );
});

test("[MIN2] so do those of every session of the library, straight and as supersets", () => {
  for (const { prescription, minutes } of sessionLibrary())
    for (const mode of ["superset", "straight"] as const) {
      const steps = walk(prescription, mode).reduce((sum, step) => sum + secondsOf(step), 0);
      const seconds = warmUpSeconds(prescription) + steps + COOL_DOWN_SECONDS;
      expect(minutes[mode]).toBe(Number((seconds / 60).toFixed(1)));
    }
});

test("[MIN3] both walks visit every planned set exactly once, each exercise in the order of its sets", () => {
  fc.assert(
    fc.property(anyInput, anyMode, (input, mode) => {
      const prescription = prescribe(input);
      const steps = walk(prescription, mode);
      expect(steps.map(({ entry }) => entry).toSorted()).toEqual(
        plannedSets(prescription)
          .map(({ entry }) => entry)
          .toSorted(),
      );
      for (const exercise of [...prescription.plyo, ...prescription.pairs.flat()])
        expect(steps.filter((step) => step.exercise === exercise).map(({ setNumber }) => setNumber)).toEqual(
          Array.from({ length: exercise.sets }, (_, index) => index + 1),
        );
    }),
  );
});

test("[MIN3] a superset walk goes A1, B1, A2, B2 through each pair, a straight walk through each exercise", () => {
  const order = (mode: SessionMode) => walk(session("B", 9), mode).map(({ entry, pair }) => `${pair ?? ""}${entry}`);
  const plyo = ["PLYO-Y1.1", "PLYO-Y1.2", "PLYO-Y4.1", "PLYO-Y4.2"];
  expect(order("superset")).toEqual([
    ...plyo,
    ..."0P1.1 0P6F.1 0P1.2 0P6F.2 0P1.3".split(" "),
    ..."1P4.1 1U2.1 1P4.2 1U2.2 1P4.3".split(" "),
    ..."2P7.1 2P5.1 2P7.2 2P5.2".split(" "),
  ]);
  expect(order("straight")).toEqual([
    ...plyo,
    ..."0P1.1 0P1.2 0P1.3 0P6F.1 0P6F.2".split(" "),
    ..."1P4.1 1P4.2 1P4.3 1U2.1 1U2.2".split(" "),
    ..."2P7.1 2P7.2 2P5.1 2P5.2".split(" "),
  ]);
});

/** `set-up/work/change/rest` of each step. */
const seconds = (steps: readonly WalkStep[]) =>
  steps.map((step) => [step.setUpSeconds, step.workSeconds, step.changeSeconds, step.restSecondsAfter].join("/"));

test("[MIN4] a superset rests after each round but the last; a set left over has no change", () => {
  const firstPair = walk(session("A", 3), "superset").filter(({ pair }) => pair === 0);
  expect(seconds(firstPair)).toEqual(["0/69/15/0", "0/25/0/40", "0/69/15/0", "0/25/0/40", "0/69/0/0"]);
  const secondPair = walk(session("A", 3), "superset").filter(({ pair }) => pair === 1);
  expect(seconds(secondPair).map((text) => text.split("/")[0])).toEqual(["30", "0", "0", "0"]);
});

test("[MIN4] the bridge without its row keeps the change and the pair rest", () => {
  const bridge = walk(session("B", 1, "none"), "superset").filter(({ exercise }) => exercise.pattern === "P4");
  expect(seconds(bridge)).toEqual(["30/48/15/40", "0/48/15/0"]);
});

test("[MIN4] a straight walk rests after every set but the session's last, and sets up each exercise but the first", () => {
  const steps = walk(session("A", 1), "straight");
  expect(steps.map((step) => step.restSecondsAfter)).toEqual([60, 60, 20, 20, 60, 60, 30, 30, 60, 60, 20, 0]);
  expect(steps.map((step) => step.setUpSeconds)).toEqual([0, 0, 30, 0, 30, 0, 30, 0, 30, 0, 30, 0]);
});

test("[MIN4] spring drills rest after every set and need no setting up", () => {
  const drills = (kind: "A" | "B", week: number) =>
    seconds(walk(session(kind, week), "superset").filter(({ pair }) => pair === null));
  expect(drills("B", 9)).toEqual(["0/10/0/40", "0/10/0/40", "0/20/0/45", "0/20/0/45"]);
  expect(drills("B", 10).slice(0, 2)).toEqual(["0/15/0/45", "0/15/0/45"]);
  expect(drills("A", 9)).toEqual(["0/7.5/0/30", "0/7.5/0/30"]);
});

test("[MIN5] the once-a-week version takes 24.3 minutes in phase 3 and the taper 17.6", () => {
  expect(sessionMinutes(session("M", 9)).superset).toBe(24.3);
  expect(sessionMinutes(session("T2", 9)).superset).toBe(17.6);
});

test("[MIN5] the fifteen-minute version stays below 13 minutes and race week below 12, with the short warm-up", () => {
  for (let week = 1; week <= 12; week += 1) {
    expect(sessionMinutes(session("V", week)).superset).toBeLessThan(13);
    expect(sessionMinutes(session("T1", week)).superset).toBeLessThan(12);
  }
});

test("[MIN6] minutes are finite, and supersets never take longer than straight sets", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { superset, straight } = sessionMinutes(prescribe(input));
      expect(Number.isFinite(superset) && Number.isFinite(straight)).toBe(true);
      expect(superset).toBeGreaterThan(4.5);
      expect(superset).toBeLessThanOrEqual(straight);
    }),
  );
});
