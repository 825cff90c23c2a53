import { expect, test } from "vitest";
import { addDays, weekdayOf } from "../calendar";
import { legLoad, prescribe, sessionMinutes } from "../programme";
import { runsOfWeek, SAMPLE_WEEKS } from "../run";
import { day, dose, doses, MONDAY, time, weekInput, weeklyRuns } from "../testing/weeks";
import { placeWeeks, type FixedSession, type WeekPlacement, type WeeksInput } from "./index";

const SAMPLE = "mon easy, wed key, fri medium, sat long";

function weeksInput(runs: string, count: number, changes: Partial<WeeksInput> = {}): WeeksInput {
  const { doseOf, ...input } = weekInput("");
  const weekly = weeklyRuns(runs);
  return {
    ...input,
    weeks: weekMondays(count).map((monday, index) => ({ week: index + 1, monday, fixed: [], skipped: [] })),
    runs: [addDays(MONDAY, -7), ...weekMondays(count + 1)].flatMap((monday) => runsOfWeek(weekly, monday)),
    exposures: { A: 0, B: 0 },
    doseOf: ({ kind }) => doseOf(kind),
    ...changes,
  };
}

const weekMondays = (count: number) => Array.from({ length: count }, (_, index) => addDays(MONDAY, index * 7));

/** `"A thu, B mon"` of each week. */
function days(weeks: readonly WeekPlacement[]): readonly string[] {
  return weeks.map(({ sessions }) =>
    sessions
      .toSorted((one, other) => one.slot.localeCompare(other.slot))
      .map(({ kind, date }) => `${kind} ${weekdayOf(date)}`)
      .join(", "),
  );
}

const real: Pick<WeeksInput, "doseOf"> = {
  doseOf: ({ kind, week, exposures }) => {
    const asked = prescribe({ kind, week, kit: "dumbbells", maxMinutes: null });
    return { minutes: sessionMinutes(asked), legLoad: legLoad(asked, { exposures }) };
  },
};

test("[PLACE15] habit keeps the sample week on Thursday and Monday when both sessions become heavy", () => {
  expect(days(placeWeeks(weeksInput(SAMPLE, 12, real)))).toEqual(Array.from({ length: 12 }, () => "A thu, B mon"));
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
  expect(seen).toEqual(["A1:1", "B1:0", "A2:2", "B2:1", "A3:3", "B3:2", "A4:4", "B4:3"]);
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
          end: { date: addDays(MONDAY, -1), time: time("18:30") },
          legLoad: dose("heavy").legLoad,
        },
      ],
    }),
  );
  expect(days(border)).toEqual(["A wed, B sun"]);
});

test("[PLACE15] a session fixed on next week's Monday keeps this week's Sunday free", () => {
  const agreed: FixedSession = {
    slot: "B",
    kind: "B",
    date: addDays(MONDAY, 7),
    startTime: time("18:00"),
    movedByHand: false,
  };
  const input = weeksInput("", 2);
  const [first, second] = input.weeks;
  if (!first || !second) throw new Error("two weeks were asked for");
  const weeks = placeWeeks({ ...input, weeks: [first, { ...second, fixed: [agreed] }] });
  expect(days(weeks)[0]).toBe("A mon, B fri");
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
    const mondays = [addDays(MONDAY, -7), ...weekMondays(13)];
    const planned = mondays.flatMap((monday) => runsOfWeek(runs, monday));
    const weeks = days(placeWeeks({ ...weeksInput("", 12, real), runs: planned }));
    return `${id}: ${[...new Set(weeks)].map((week) => `${week} ×${weeks.filter((each) => each === week).length}`).join("; ")}`;
  });
  expect(twelve).toMatchInlineSnapshot(`
    [
      "article: A thu, B mon ×12",
      "three: A wed, B fri ×12",
      "four: A thu, B mon ×4; A wed, B fri ×5; A mon, B thu ×3",
      "five: A thu, B tue ×4; A thu, L wed ×2; A tue, B fri ×3; A thu, L fri ×3",
      "six: A fri, B tue ×12",
    ]
  `);
});
