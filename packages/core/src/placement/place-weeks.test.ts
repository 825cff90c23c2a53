import { expect, test } from "vitest";
import { addDays, weekdayOf } from "../calendar";
import { legLoad, prescribe, sessionMinutes, SLOTS } from "../programme";
import { runsOfWeek, SAMPLE_WEEKS } from "../run";
import { day, dose, doses, MONDAY, on, time, weeklyRuns, weeksInput } from "../testing/weeks";
import { placeWeek, placeWeeks, type FixedSession, type WeekPlacement, type WeeksInput } from "./index";

const SAMPLE = "mon easy, wed key, fri medium, sat long";

/** `"A thu, B mon"` of each week. */
function days(weeks: readonly WeekPlacement[]): readonly string[] {
  return weeks.map(({ sessions }) =>
    SLOTS.flatMap((slot) => sessions.filter((each) => each.slot === slot))
      .map(({ kind, date }) => `${kind} ${weekdayOf(date)}`)
      .join(", "),
  );
}

const times = (count: number, week: string) => Array.from({ length: count }, () => week);
const total = (weeks: readonly WeekPlacement[]) => weeks.reduce((sum, week) => sum + week.sum, 0);

const real: Pick<WeeksInput, "doseOf"> = {
  doseOf: ({ kind, week, exposures, returning }) => {
    const asked = prescribe({ kind, week, kit: "dumbbells", maxMinutes: null });
    return { minutes: sessionMinutes(asked), legLoad: legLoad(asked, { exposures, returning }) };
  },
};

test("[PLACE15] habit keeps the sample week on Thursday and Monday when both sessions become heavy", () => {
  expect(days(placeWeeks(weeksInput(SAMPLE, 12, real)))).toEqual(times(12, "A thu, B mon"));
});

test("[PLACE15] novelty falls with the times a content was done: the fourth A is no longer new", () => {
  const seen: string[] = [];
  placeWeeks(
    weeksInput(SAMPLE, 4, {
      exposures: { A: 1, B: 0 },
      doseOf: ({ kind, week, exposures }) => {
        if (kind === "A" || kind === "B") seen.push(`${kind}${week}:${exposures}`);
        return dose("moderate");
      },
    }),
  );
  expect(seen).toEqual(["A1:1", "B1:0", "A2:2", "B2:1", "A3:3", "B3:2", "A4:3", "B4:3"]);
});

test("[PLACE15] a session on Sunday evening keeps the next one 48 h away", () => {
  const weeks = placeWeeks(weeksInput("tue key, wed easy, thu easy, sat long, sun long", 3));
  expect(days(weeks)).toEqual(["A wed, B sun", "A wed, B sun", "A wed, B sun"]);
  const border = placeWeeks(
    weeksInput("", 1, {
      sessions: [
        {
          kind: "A",
          start: { date: addDays(MONDAY, -1), time: time("18:00") },
          legLoad: dose("heavy").legLoad,
        },
      ],
    }),
  );
  expect(days(border)).toEqual(["A wed, B sun"]);
});

test("[PLACE15] a session fixed on next week's Monday keeps this week's last days free", () => {
  const agreed: FixedSession = {
    slot: "B",
    kind: "B",
    date: on("mon", 2),
    startTime: time("18:00"),
    movedByHand: false,
  };
  const fixedNext = [{}, { fixed: [agreed] }];
  expect(days(placeWeeks(weeksInput("", 1)))).toEqual(["A mon, B sun"]);
  // Both days are kept, and Friday is the last evening 72 h before Monday.
  expect(days(placeWeeks(weeksInput("", 2, { each: fixedNext })))).toEqual(["A fri, B mon", "A fri, B mon"]);
});

test("[PLACE15] the first week sees the runs of the week before it, the last those of the week after", () => {
  const input = weeksInput("", 1, { doseOf: ({ kind }) => doses("heavy", "heavy")(kind) });
  const run = { id: "key", startTime: null, kind: "key", minutes: 60, km: null } as const;
  const after = placeWeeks({ ...input, runs: [{ ...run, date: addDays(MONDAY, 7) }] });
  expect(days(after)).toEqual(["A mon, B fri"]);
  const before = placeWeeks({ ...input, runs: [{ ...run, date: addDays(MONDAY, -1) }] });
  expect(days(before)).toEqual(["A mon, B sun"]);
  expect(before[0]?.sum).toBe(-3);
});

test("[PLACE1] all weeks are placed together: a week gives way to the next when the sum of both is smaller", () => {
  const away = { from: on("wed", 2), to: on("sun", 2), reason: "travel", sessions: "none" } as const;
  const input = weeksInput("", 2, { timeOff: [away] });
  const [first] = input.weeks;
  if (!first) throw new Error("two weeks were asked for");
  expect(days(placeWeeks({ ...input, weeks: [first] }))).toEqual(["A mon, B sun"]);
  // Monday and Tuesday of week 2 hold A and light legs (36); a session on the Sunday before would cost 6 or be too near.
  // B and L keep Monday, which leaves A of week 1 Saturday, 72 h before Tuesday and 120 h after Monday.
  const weeks = placeWeeks(input);
  expect(days(weeks)).toEqual(["A sat, B mon", "A tue, L mon"]);
  expect(weeks.map(({ sum }) => sum)).toEqual([0, 36]);
});

test("[PLACE3] over the weeks days kept go before larger gaps, and those before an earlier A", () => {
  // Sunday would be 24 h from the next Monday; Monday and Friday keep both days, 96 h apart.
  expect(days(placeWeeks(weeksInput("", 3)))).toEqual(times(3, "A mon, B fri"));
  expect(days(placeWeeks(weeksInput("", 3, { habit: { A: "thu", B: "mon" } })))).toEqual(times(3, "A thu, B mon"));
});

test("[PLACE15] the sum of a week holds what the sessions of the week before it cost", () => {
  const sunday: FixedSession = { slot: "B", kind: "B", date: on("sun"), startTime: time("18:00"), movedByHand: false };
  const tuesday: FixedSession = { ...sunday, slot: "A", kind: "A", date: on("tue", 2) };
  const input = weeksInput("", 2, {
    each: [
      { fixed: [sunday], skipped: ["A"] },
      { fixed: [tuesday], skipped: ["B"] },
    ],
  });
  expect(placeWeeks(input).map(({ sum }) => sum)).toEqual([0, 6]);
});

test("[PLACE15] Ms take turns over the weeks, and go on from those done before", () => {
  const asked = times(3, "M").map(() => ({ ask: "M" as const }));
  const turns = (changes: Partial<WeeksInput>) =>
    placeWeeks(weeksInput(SAMPLE, 3, { each: asked, ...changes })).map(({ sessions }) => sessions[0]?.turn);
  expect(turns({})).toEqual([1, 2, 1]);
  expect(turns({ turns: 1 })).toEqual([2, 1, 2]);
});

test("[PLACE15] a gap makes the first leg session new again after 11 days, the first two after 18", () => {
  const pointsAfter = (daysOff: number, changes: Partial<WeeksInput> = {}) => {
    const [week] = placeWeeks(
      weeksInput("", 1, {
        exposures: { A: 3, B: 3 },
        lastLegs: addDays(MONDAY, -daysOff),
        doseOf: ({ returning }) => {
          const { minutes, legLoad: load } = dose("moderate");
          return { minutes, legLoad: { ...load, points: 4 * returning } };
        },
        ...changes,
      }),
    );
    return week?.sessions.map(({ legLoad: load }) => load.points);
  };
  expect(pointsAfter(10)).toEqual([4, 4]);
  expect(pointsAfter(11)).toEqual([5, 4]);
  expect(pointsAfter(17)).toEqual([5, 4]);
  expect(pointsAfter(18)).toEqual([6, 6]);
  expect(pointsAfter(1, { returning: { factor: 1.5, sessions: 1 } })).toEqual([6, 4]);
});

test("[PLACE19] one week by itself is placed like weeks in a row of one in which everything is known", () => {
  const input = weeksInput(SAMPLE, 1, { exposures: { A: 3, B: 3 } });
  const [week] = input.weeks;
  if (!week) throw new Error("a week was asked for");
  const { exposures: _exposures, weeks: _weeks, doseOf: _doseOf, ...rest } = input;
  expect(placeWeek({ ...rest, ...week, doseOf: doses("heavy", "moderate") })).toEqual(placeWeeks(input)[0]);
});

test("[PLACE15] year borders and clock changes shift nothing", () => {
  for (const monday of ["2026-12-28", "2026-03-23", "2026-10-19"]) {
    const weekly = weeklyRuns(SAMPLE);
    const mondays = [-7, 0, 7, 14].map((shift) => addDays(day(monday), shift));
    const weeks = placeWeeks({
      ...weeksInput(SAMPLE, 2),
      weeks: mondays.slice(1, 3).map((each, index) => ({ week: index + 1, monday: each, fixed: [], skipped: [] })),
      runs: mondays.flatMap((each) => runsOfWeek(weekly, each)),
    });
    expect(days(weeks)).toEqual(["A thu, B mon", "A thu, B mon"]);
  }
});

test("[PLACE2] every sample week over twelve weeks with the real programme", () => {
  const twelve = SAMPLE_WEEKS.map(({ id, runs }) => {
    const placed = placeWeeks(weeksInput(runs, 12, real));
    const weeks = days(placed);
    const counted = [...new Set(weeks)].map((week) => `${week} ×${weeks.filter((each) => each === week).length}`);
    return `${id}: ${counted.join("; ")} = ${total(placed)}`;
  });
  expect(twelve).toEqual([
    "article: A thu, B mon ×12 = 64",
    "three: A wed, B fri ×12 = 36",
    // Both moderate in weeks 4, 8 and 12: A and B may change places, which weeks 8 and 12 do for the earlier A.
    "four: A thu, B mon ×5; A wed, B fri ×5; A mon, B thu ×2 = 73",
    // Light legs stand on Friday, where B stands in the reduced week after them.
    "five: A thu, B tue ×4; A thu, L fri ×5; A tue, B fri ×3 = 376",
    "six: A fri, B tue ×12 = 184",
  ]);
});
