import { describe, expect, test } from "vitest";
import { addDays } from "../calendar";
import type { ProgrammeFields, TimeOffEntry } from "../record/kinds";
import { adaptHistory, askedNext, FIRST_MONDAY, idOf, type History, type Session } from "../testing";
import { returnFrom } from "./gap";
import { FIRST_POINTER, judgeWeek, type Pointer, type WeekDone } from "./judge-week";
import { rampAfter } from "./ramp";

type Doses = readonly number[];

const GOOD: WeekDone = { dose: 1, required: 2, credit: 2, setBacks: 0, sore: 0 };
const week = (done: Partial<WeekDone>): WeekDone => ({ ...GOOD, ...done });

/** Where weeks like these lead from `from`, and by which rules. */
function walk(weeks: readonly WeekDone[], from: Partial<Pointer> = {}) {
  let pointer: Pointer = { ...FIRST_POINTER, ...from };
  return weeks.map((done) => {
    const judged = judgeWeek(pointer, done, { undone: false });
    pointer = judged.pointer;
    return `${judged.rule} ${pointer.week}`;
  });
}

const at = (standing: number): Partial<Pointer> => ({ week: standing, doseWeek: standing });

describe("a week that is over", () => {
  test.each([
    [1, "WEEK1 2"],
    [0.75, "WEEK1 2"],
    [0.749, "WEEK2 2"],
    [0.4, "WEEK2 2"],
    [0.399, "WEEK3 1"],
    [0, "WEEK3 1"],
  ])("[WEEK1][WEEK2][WEEK3] with a dose of %d leads on, on hold, or again", (dose, judged) => {
    expect(walk([week({ dose })])).toEqual([judged]);
  });

  test("[WEEK2] a held week keeps sets, reps and reps in reserve of the one before, however often", () => {
    const first = judgeWeek({ ...FIRST_POINTER, ...at(5) }, week({ dose: 0.5 }), { undone: false }).pointer;
    expect(first).toMatchObject({ week: 6, doseWeek: 5, held: true });
    const second = judgeWeek(first, week({ dose: 0.5 }), { undone: false }).pointer;
    expect(second).toMatchObject({ week: 7, doseWeek: 5, held: true });
    expect(judgeWeek(first, GOOD, { undone: false }).pointer).toMatchObject({ week: 7, doseWeek: 7, held: false });
  });

  test("[WEEK2] reduced weeks and new phases come all the same", () => {
    const held = (from: number) => judgeWeek({ ...FIRST_POINTER, ...at(from) }, week({ dose: 0.5 }), { undone: false });
    expect(held(3).pointer).toMatchObject({ week: 4, doseWeek: 4, held: true });
    expect(held(4).pointer).toMatchObject({ week: 5, doseWeek: 5, held: true });
  });

  test("[WEEK3] comes again at most twice, then the phase begins again with a new count", () => {
    const low = week({ dose: 0.2 });
    expect(walk([low, low, low, low, low, low], at(7))).toEqual([
      "WEEK3 7",
      "WEEK3 7",
      "WEEK3 5",
      "WEEK3 5",
      "WEEK3 5",
      "WEEK3 5",
    ]);
    expect(walk([low, GOOD, low, low, low], at(6))).toEqual(["WEEK3 6", "WEEK1 7", "WEEK3 7", "WEEK3 7", "WEEK3 5"]);
  });

  test.each<[string, Partial<WeekDone>, string]>([
    ["two exercises set back", { setBacks: 2 }, "WEEK4 2"],
    ["one exercise set back", { setBacks: 1 }, "WEEK1 3"],
    ["legs at 6 twice", { sore: 2 }, "WEEK4 2"],
    ["legs at 6 once", { sore: 1 }, "WEEK1 3"],
    ["two set back and hardly anything done", { setBacks: 2, dose: 0.1 }, "WEEK4 2"],
  ])("[WEEK4] %s", (_, done, judged) => {
    expect(walk([week(done)], at(2))).toEqual([judged]);
  });

  test("[WEEK4] after the reduced week it goes on, whatever that one brought", () => {
    const { pointer } = judgeWeek({ ...FIRST_POINTER, ...at(2) }, week({ sore: 2 }), { undone: false });
    expect(pointer).toMatchObject({ week: 2, onReduced: true });
    expect(judgeWeek(pointer, week({ sore: 2 }), { undone: false })).toMatchObject({
      rule: "WEEK1",
      pointer: { week: 3, onReduced: false },
    });
  });

  test.each<[string, Doses, string]>([
    ["a mean just under 0.6", [0.6, 0.6, 0.59], "WEEK5 5"],
    ["a mean of 0.6", [0.6, 0.6, 0.6], "WEEK2 4"],
    ["a dose under 0.4 at last: the week again", [0.5, 0.5, 0.3], "WEEK3 3"],
  ])("[WEEK5] before a reduced week: %s", (_, doses, judged) => {
    expect(walk(doses.map((dose) => week({ dose }))).at(-1)).toBe(judged);
  });

  test("[WEEK5] needs three judged weeks, and passes over week 12 into the next block", () => {
    const low = week({ dose: 0.45 });
    expect(walk([low, low], at(2)).at(-1)).toBe("WEEK2 4");
    const { pointer, rule } = judgeWeek({ ...FIRST_POINTER, ...at(11), doses: [0.45, 0.45] }, low, { undone: false });
    expect([rule, pointer.week, pointer.block]).toEqual(["WEEK5", 5, 2]);
  });

  test("[WEEK6] a new phase needs 60 % of the last one's sessions, else its last full week comes once more", () => {
    const weeks = (credit: number) => [1, 2, 3, 4].map(() => week({ credit }));
    expect(walk(weeks(1.2)).at(-1)).toBe("WEEK1 5");
    expect(walk(weeks(1.19)).at(-1)).toBe("WEEK6 3");
    // Then the phase changes, whatever the week brought.
    expect(walk([...weeks(1), week({ credit: 0 })]).at(-1)).toBe("WEEK6 5");
    expect(
      walk(
        [5, 6, 7, 8].map(() => week({ credit: 1 })),
        at(5),
      ).at(-1),
    ).toBe("WEEK6 7");
  });

  test("[WEEK6] a phase that began again after the repeat is gone through, not left after its first week", () => {
    const low = week({ dose: 0.1, credit: 0 });
    const weeks = [...[1, 2, 3, 4].map(() => week({ credit: 1 })), low, low, low, GOOD, GOOD];
    expect(walk(weeks).slice(3)).toEqual(["WEEK6 3", "WEEK3 3", "WEEK3 3", "WEEK3 1", "WEEK1 2", "WEEK1 3"]);
  });

  test("[WEEK7] after week 12 a new block begins with week 5", () => {
    expect(walk(Array.from({ length: 20 }, () => GOOD)).map((each) => Number(each.slice(6)))).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 5, 6, 7, 8, 9, 10, 11, 12, 5,
    ]);
    expect(judgeWeek({ ...FIRST_POINTER, ...at(12) }, GOOD, { undone: false }).pointer.block).toBe(2);
  });

  test("[WEEK7] a new block keeps rungs and loads, and amounts and tempo begin anew", () => {
    const sessions: Session[] = [0, 1].map((index) => ({
      on: 7 * (11 + index) - 4,
      week: 11,
      went: { P3: { amount: 12, rir: 5 }, P2: { amount: 8, rir: 2, loadGrams: 10_000 } },
    }));
    const weights = { 8000: "pair", 10000: "pair" } as const;
    const history = { sessions, weights, weeks: weeksDone(13) };
    expect(adaptHistory(history).weeks.at(-1)?.pointer).toMatchObject({ week: 5, block: 2 });
    expect(askedNext(history, { week: 5, pattern: "P3" })).toMatchObject({ amount: 8, tempo: "2-0-1-0" });
    expect(askedNext(history, { week: 5, pattern: "P2" })).toMatchObject({ loadGrams: 10_000, tempo: "3-0-1-0" });
  });

  test("[WEEK1][WEEK3][WEEK7] weeks with nothing asked, all excused, or in a taper leave the programme where it is", () => {
    const asked = (dose: number, excused = false) => ({
      id: idOf({ on: 0 }),
      dose,
      credit: dose,
      date: null,
      excused,
    });
    const stands = (each: Partial<NonNullable<History["weeks"]>[number]>) => {
      const weeks = [0, 1].map((index) => ({ ...emptyWeek(index), ...(index === 0 ? each : {}) }));
      return adaptHistory({ sessions: [], weeks, today: addDays(FIRST_MONDAY, 8) }).weeks.at(-1)?.pointer.week;
    };
    expect(stands({ asked: [asked(1), asked(1)] })).toBe(2);
    expect(stands({ asked: [] })).toBe(1);
    expect(stands({ asked: [asked(0, true), asked(0, true)] })).toBe(1);
    expect(stands({ asked: [asked(1), asked(0, true)] })).toBe(2);
    expect(stands({ asked: [asked(1), asked(1)], advances: false })).toBe(1);
  });

  test("[AD14] an undone week decision goes on as after a good week", () => {
    const low = { ...emptyWeek(0), asked: [{ id: idOf({ on: 0 }), dose: 0, credit: 0, date: null, excused: false }] };
    const history = { sessions: [], weeks: [low, emptyWeek(1)], today: addDays(FIRST_MONDAY, 8) };
    expect(adaptHistory(history).weeks.at(-1)?.pointer.week).toBe(1);
    const undone = { [`week:${FIRST_MONDAY}`]: true } as const;
    expect(adaptHistory({ ...history, adjustments: { chosen: {}, undone } }).weeks.at(-1)?.pointer.week).toBe(2);
  });
});

function emptyWeek(index: number): NonNullable<History["weeks"]>[number] {
  return { monday: addDays(FIRST_MONDAY, 7 * index), advances: true, holds: false, asked: [] };
}

/** Weeks in which all was done, and the one that runs. */
function weeksDone(count: number): NonNullable<History["weeks"]> {
  return Array.from({ length: count }, (_, index) => ({
    ...emptyWeek(index),
    asked: [0, 1].map((each) => ({
      id: idOf({ on: 7 * index + 3 * each }),
      dose: 1,
      credit: 1,
      date: addDays(FIRST_MONDAY, 7 * index + 3 * each),
      excused: false,
    })),
  }));
}

const ONE_SET = { amount: 8, rir: 4 } as const;

describe("a return after days without leg sessions", () => {
  test.each<[number, Partial<Pointer>, string | null]>([
    [10, { week: 8, lastGood: 7 }, null],
    [11, { week: 8, lastGood: 7 }, "GAP2 7"],
    [17, { week: 8, lastGood: 7 }, "GAP2 7"],
    [18, { week: 8, lastGood: 7 }, "GAP3 6"],
    [24, { week: 8, lastGood: 7 }, "GAP3 6"],
    [25, { week: 8, lastGood: 8 }, "GAP4 6"],
    [31, { week: 8, lastGood: 8 }, "GAP4 6"],
    [32, { week: 8, lastGood: 8 }, "GAP4 5"],
    [41, { week: 8, lastGood: 8 }, "GAP4 5"],
    [25, { week: 6, lastGood: 6 }, "GAP4 5"],
    [41, { week: 10, lastGood: 9 }, "GAP4 9"],
    [42, { week: 8, lastGood: 8 }, "GAP5 2"],
    [83, { week: 8, lastGood: 8 }, "GAP5 2"],
    [84, { week: 8, lastGood: 8 }, "GAP6 1"],
    [400, { week: 12, lastGood: 11 }, "GAP6 1"],
    // Never below week 1, never ahead of where it stood.
    [18, { week: 1, lastGood: 1 }, "GAP3 1"],
    [17, { week: 5, lastGood: 12 }, "GAP2 5"],
    [17, { week: 3, lastGood: null }, "GAP2 1"],
    [60, { week: 1, lastGood: null }, "GAP5 1"],
    [18, { week: 5, lastGood: 4 }, "GAP3 3"],
  ])("[GAP1][GAP2][GAP3][GAP4][GAP5][GAP6][GAP7] %d days from %o: %s", (days, pointer, expected) => {
    const returned = returnFrom(days, { ...FIRST_POINTER, ...pointer });
    expect(returned === null ? null : `${returned.rule} ${returned.week}`).toBe(expected);
  });

  // Six weeks done to Thursday of the sixth, then nothing for `days`.
  const afterDays = (days: number, more: readonly Session[] = []): History => {
    const last: Session = { on: 38, week: 6, went: { P2: { amount: 8, rir: 3, loadGrams: 20_000 } } };
    const weeks = Array.from({ length: 6 + Math.ceil(days / 7) + 2 }, (_, index) =>
      index < 6 ? (weeksDone(6)[index] ?? emptyWeek(index)) : emptyWeek(index),
    ).filter(({ monday }) => monday <= addDays(FIRST_MONDAY, 38 + days));
    const loads = [10_000, 12_000, 14_000, 16_000, 18_000, 20_000, 22_000].map((each) => [each, "pair" as const]);
    return {
      sessions: [last, ...more],
      weeks,
      weights: Object.fromEntries(loads),
      today: addDays(FIRST_MONDAY, 38 + days),
    };
  };
  const asks = (days: number, more: readonly Session[] = []) => {
    const history = afterDays(days, more);
    const adaptation = adaptHistory(history);
    const now = adaptation.weeks.at(-1)?.pointer.week ?? 0;
    const next = (pattern: "P2" | "P8") => askedNext(history, { pattern, week: now });
    return { week: now, load: next("P2")?.loadGrams, sets: next("P2")?.sets, rir: next("P2")?.rir, curl: next("P8") };
  };

  test("[GAP1] up to ten days nothing changes", () => {
    expect(asks(10)).toMatchObject({ week: 7, load: 20_000, rir: 2, sets: 3, curl: { exercise: "P8.1", amount: 6 } });
  });

  test("[GAP2] 11 to 17 days: the last week again, the curl a rung down", () => {
    for (const days of [11, 17])
      expect(asks(days)).toMatchObject({
        week: 6,
        load: 20_000,
        rir: 3,
        sets: 3,
        curl: { exercise: "P8.0", amount: 5 },
      });
  });

  test("[GAP3] 18 to 24 days: a week back, a tenth less load, one more in reserve", () => {
    for (const days of [18, 24])
      expect(asks(days)).toMatchObject({ week: 5, load: 18_000, rir: 4, sets: 3, curl: { exercise: "P8.0" } });
  });

  test("[GAP4] 25 to 41 days: back, a fifth less load, two sets", () => {
    for (const days of [25, 31, 32, 41])
      expect(asks(days)).toMatchObject({ week: 5, load: 16_000, rir: 3, sets: 2, curl: { exercise: "P8.0" } });
  });

  test("[GAP5] 42 to 83 days: week 2 of the foundation, 30 % less load", () => {
    for (const days of [42, 83])
      expect(asks(days)).toMatchObject({ week: 2, load: 14_000, rir: 4, sets: 2, curl: { exercise: "P8.1" } });
  });

  test("[GAP6] 84 days and more: as at the very first, loads too", () => {
    expect(asks(84)).toMatchObject({ week: 1, load: 10_000, rir: 4, sets: 2, curl: { exercise: "P8.1", amount: 4 } });
  });

  test("[GAP2] on the lowest rung the curl is done with half the reps", () => {
    const history = { ...afterDays(11), kit: "none" as const };
    expect(askedNext(history, { pattern: "P8", week: 6 })).toMatchObject({ exercise: "P8.0", amount: 3 });
    expect(askedNext(history, { pattern: "P8", week: 7 })).toMatchObject({ exercise: "P8.0", amount: 3 });
  });

  test("[GAP7] holds for two sessions that load the legs; core does not count", () => {
    const leg = (on: number): Session => ({
      on,
      week: 5,
      went: { P2: { amount: 8, rir: 4 }, P3: ONE_SET, P5: ONE_SET },
    });
    const core = (on: number): Session => ({ on, kind: "C", went: { U1: ONE_SET, P6F: ONE_SET } });
    // 38 + 18 days, and on.
    expect(asks(19, [leg(56)])).toMatchObject({ load: 18_000, rir: 4 });
    expect(asks(20, [leg(56), core(57)])).toMatchObject({ load: 18_000, rir: 4 });
    expect(asks(22, [leg(56), core(57), leg(59)])).toMatchObject({ load: 20_000, rir: 3 });
  });

  test("[GAP2][GAP3] the gap counts from the last session that loaded the legs, not from core", () => {
    const core: Session = { on: 47, kind: "C", went: { U1: ONE_SET, P6F: ONE_SET } };
    expect(asks(18, [core]).week).toBe(5);
  });

  test("[GAP2][GAP3] half the contacts, rounded up, or thirty in all", () => {
    const hops = (days: number) => askedNext(afterDays(days), { kind: "B", week: 6, pattern: "PLYO" });
    expect(hops(10)).toMatchObject({ exercise: "PLYO.Y1", sets: 3, amount: 15 });
    expect(hops(11)).toMatchObject({ exercise: "PLYO.Y1", sets: 3, amount: 8 });
    expect(hops(18)).toMatchObject({ exercise: "PLYO.Y1", sets: 2, amount: 15 });
    expect(hops(25)).toMatchObject({ exercise: "PLYO.Y1", sets: 2, amount: 15 });
  });

  test("[GAP2][WEEK7] a short gap after the block's end leads to week 5, not to the foundation", () => {
    const weeks = [...weeksDone(12), emptyWeek(12), emptyWeek(13)];
    const sessions: Session[] = [{ on: 80, week: 12, went: { P3: ONE_SET, P2: ONE_SET, P5: ONE_SET } }];
    const { weeks: folded } = adaptHistory({ sessions, weeks, today: addDays(FIRST_MONDAY, 80 + 14) });
    expect(folded.at(-1)?.pointer).toMatchObject({ week: 5, block: 2 });
  });

  test("[GAP2][WEEK3] weeks that lie in a gap are not judged", () => {
    const { decisions } = adaptHistory(afterDays(30));
    expect(decisions.filter(({ about }) => about === "week").map(({ rule }) => rule)).toEqual([
      ...Array.from({ length: 6 }, () => "WEEK1"),
      "GAP4",
    ]);
  });

  test("[AD14] an undone return leaves the programme where it was", () => {
    const history = afterDays(18);
    const undone = { [`gap:${addDays(FIRST_MONDAY, 38)}`]: true } as const;
    const { weeks } = adaptHistory({ ...history, adjustments: { chosen: {}, undone } });
    expect(weeks.at(-1)?.pointer.week).toBe(7);
  });
});

describe("after an illness", () => {
  const from = addDays(FIRST_MONDAY, 8);
  const ill = (days: number, illness?: TimeOffEntry["illness"]): TimeOffEntry => ({
    from,
    to: addDays(from, days - 1),
    reason: "illness",
    sessions: "none",
    ...(illness === undefined ? {} : { illness }),
  });

  test.each<[number, TimeOffEntry["illness"], readonly number[]]>([
    [6, "general", [0.5, 0.75]],
    [7, "general", [0.5, 0.75, 0.75]],
    [1, "feverOrChest", [0.5, 0.75]],
    [2, undefined, [0.5, 0.75]],
    [9, "mild", []],
  ])("[ILL1] %d days of %s", (days, illness, ramp) => {
    expect(rampAfter(ill(days, illness))).toEqual(ramp);
  });

  test("[ILL1] half the sets with two more in reserve, then three quarters, then all", () => {
    const next = (sessions: readonly Session[], days: number) =>
      askedNext(
        {
          sessions: [{ on: 3, week: 3, went: { P3: ONE_SET } }, ...sessions],
          timeOff: [ill(days, "general")],
          today: addDays(FIRST_MONDAY, Math.max(8 + days, ...sessions.map(({ on }) => on + 1))),
        },
        { week: 3, pattern: "P3" },
      );
    const back = (on: number): Session => ({ on, week: 3, went: { P3: ONE_SET } });
    // Week 3 asks three sets with three in reserve.
    expect(next([], 3)).toMatchObject({ sets: 2, rir: 5 });
    expect(next([back(12)], 3)).toMatchObject({ sets: 3, rir: 3 });
    expect(next([back(12), back(14)], 3)).toMatchObject({ sets: 3, rir: 3 });
  });

  test("[ILL1] of two cuts the larger holds, of two rises the larger, and never more than five in reserve", () => {
    const weights: ProgrammeFields["weights"] = { 10000: "pair" };
    const history: History = {
      sessions: [{ on: 3, week: 6, went: { P2: { amount: 8, rir: 3 } } }],
      weights,
      timeOff: [ill(10, "general")],
      today: addDays(FIRST_MONDAY, 3 + 18),
    };
    // 18 days off and ill: half of three sets, and two more in reserve rather than one.
    expect(askedNext(history, { week: 6, pattern: "P2" })).toMatchObject({ sets: 2, rir: 5 });
    expect(askedNext(history, { week: 8, pattern: "P2" })).toMatchObject({ sets: 1, rir: 5 });
  });
});
