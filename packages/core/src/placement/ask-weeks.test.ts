import { describe, expect, test } from "vitest";
import { addDays, WEEKDAYS, type LocalDate, type Weekday } from "../calendar";
import { RACE_DISTANCES, runsOfWeek, type PlannedRun, type RaceDistance } from "../run";
import { MONDAY, weeklyRuns } from "../testing/weeks";
import { askWeeks, volumeOf, type AskInput, type VolumeWeek } from "./index";

const on = (week: number, weekday: Weekday): LocalDate => addDays(MONDAY, (week - 1) * 7 + WEEKDAYS.indexOf(weekday));
const SAMPLE = weeklyRuns("mon easy, wed key, fri medium, sat long");
const mondays = Array.from({ length: 12 }, (_, index) => addDays(MONDAY, index * 7));

function race(goal: RaceDistance, date: LocalDate): PlannedRun {
  return { id: "race", date, startTime: null, kind: "race", minutes: 90, km: null, goal };
}

function asked(changes: Partial<AskInput> = {}, runs: readonly PlannedRun[] = []) {
  const planned = [addDays(MONDAY, -7), ...mondays].flatMap((monday) => runsOfWeek(SAMPLE, monday));
  return askWeeks({ mondays, firstWeek: 1, runs: [...planned, ...runs], timeOff: [], ...changes });
}

const asks = (...given: Parameters<typeof asked>) => asked(...given).map(({ ask }) => ask);
const programme = (...given: Parameters<typeof asked>) => asked(...given).map(({ week }) => week);

describe("races", () => {
  test.each<[RaceDistance, readonly string[]]>([
    ["short", ["AB", "AL", "T1", "AB", "AB", "AB"]],
    ["half", ["AB", "T2L", "T1", "L", "AB", "AB"]],
    ["marathon", ["AB", "T2", "T1", "L", "L", "AB"]],
    ["ultra", ["AB", "T2", "none", "L", "L", "L"]],
  ])("[PLACE29] a %s race on Sunday of week 8: what weeks 6 to 11 ask", (goal, expected) => {
    expect(asks({}, [race(goal, on(8, "sun"))]).slice(5, 11)).toEqual(expected);
  });

  test("[PLACE29] before a marathon and an ultra the third week keeps A and B with the sets of the reduced week", () => {
    expect(programme({}, [race("marathon", on(8, "sun"))]).slice(0, 10)).toEqual([1, 2, 3, 4, 5, 8, 6, 6, 6, 6]);
    expect(programme({}, [race("half", on(8, "sun"))]).slice(5, 10)).toEqual([6, 7, 7, 7, 7]);
  });

  test("[PLACE29] a week belongs to the stage of most of its days, whichever weekday the race is", () => {
    const around = (weekday: Weekday) => asks({}, [race("half", on(8, weekday))]).slice(5, 9);
    expect(around("sun")).toEqual(["AB", "T2L", "T1", "L"]);
    expect(around("sat")).toEqual(["AB", "T2L", "T1", "L"]);
    expect(around("wed")).toEqual(["T2L", "T1", "L", "AB"]);
    expect(around("mon")).toEqual(["T2L", "T1", "L", "AB"]);
  });

  test("[PLACE29] marathon week asks for T1 while four days remain before the race, for nothing otherwise", () => {
    expect(asks({}, [race("marathon", on(8, "fri"))])[7]).toBe("T1");
    expect(asks({}, [race("marathon", on(8, "thu"))])[7]).toBe("none");
  });

  test("[PLACE29] a race without a goal asks for nothing of its own", () => {
    const { goal: _, ...training } = race("half", on(8, "sun"));
    expect(asks({}, [{ ...training, minutes: 30 }])).toEqual(Array.from({ length: 12 }, () => "AB"));
  });

  test("[PLACE30] taper, race, the weeks after it and weeks off leave the programme where it is; week 12 is followed by week 5", () => {
    for (const goal of RACE_DISTANCES) {
      let expected = 1;
      for (const { advances, ask, week: programmeWeek } of asked({}, [race(goal, on(8, "sun"))])) {
        if (["T1", "T2", "T2L", "L", "none"].includes(ask)) expect(advances).toBe(false);
        if (!advances) continue;
        expect(programmeWeek).toBe(expected);
        expected += 1;
      }
    }
    expect(
      askWeeks({ mondays, firstWeek: 10, runs: [], timeOff: [] })
        .map(({ week }) => week)
        .slice(0, 5),
    ).toEqual([10, 11, 12, 5, 6]);
  });
});

describe("time off", () => {
  const off = (from: LocalDate, to: LocalDate, sessions: "none" | "withoutKit" = "none") => ({
    timeOff: [{ from, to, reason: "travel" as const, sessions }],
  });

  test("[PLACE30] a whole week off asks for nothing; six days, or days without kit, ask as ever", () => {
    expect(asks(off(on(3, "mon"), on(3, "sun")))[2]).toBe("none");
    expect(asks(off(on(3, "mon"), on(3, "sat")))[2]).toBe("AB");
    expect(asks(off(on(3, "mon"), on(3, "sun"), "withoutKit"))[2]).toBe("AB");
    expect(programme(off(on(3, "mon"), on(3, "sun"))).slice(0, 5)).toEqual([1, 2, 3, 3, 4]);
  });
});

const week = (minutes: number, changes: Partial<VolumeWeek> = {}): VolumeWeek => ({
  monday: MONDAY,
  minutes,
  hardRuns: 2,
  load: null,
  isIll: false,
  hasRace: false,
  ...changes,
});
const four = (minutes: number) => Array.from({ length: 4 }, () => week(minutes));

describe("volume", () => {
  test("[VOL1] usual is the mean of the last four weeks without illness, race, or hardly any running; three are needed", () => {
    expect(volumeOf(week(200), [week(200), week(210), week(190)])).toEqual({
      status: "normal",
      base: 200,
      isBelowBase: true,
    });
    expect(volumeOf(week(200), [week(200), week(210)])).toEqual({ status: "unknown" });
    expect(volumeOf(week(200), [...four(200), week(60), week(900, { isIll: true })])).toEqual({ status: "unknown" });
    expect(volumeOf(week(200), [week(500), ...four(200).slice(1), week(90)])).toMatchObject({ base: 200 });
    expect(volumeOf(week(200), [week(200), week(200), week(400, { hasRace: true }), week(230)])).toMatchObject({
      base: 210,
    });
  });

  test("[VOL2] a week is high from 1.15 times the usual on", () => {
    expect(volumeOf(week(229), four(200))).toMatchObject({ status: "normal" });
    expect(volumeOf(week(230), four(200))).toMatchObject({ status: "high", because: "minutes", base: 200 });
  });

  test("[VOL3] near the most of twelve weeks it is high while a goal race is three to eight weeks away, two to five for 5 to 10 km", () => {
    const past = [...Array.from({ length: 8 }, () => week(180)), ...four(210)];
    const ahead = (weeks: number, distance: RaceDistance) =>
      volumeOf(week(212), past, [{ date: addDays(MONDAY, weeks * 7 + 6), distance }]);
    expect([2, 3, 8, 9].map((weeks) => ahead(weeks, "marathon").status)).toEqual(["normal", "high", "high", "normal"]);
    expect([1, 2, 5, 6].map((weeks) => ahead(weeks, "short").status)).toEqual(["normal", "high", "high", "normal"]);
    expect(ahead(4, "half")).toMatchObject({ because: "peak" });
    expect(volumeOf(week(195), past, [{ date: addDays(MONDAY, 30), distance: "half" }]).status).toBe("normal");
  });

  test("[VOL4] four key or long runs, or a quarter more effort than usual, are high as well", () => {
    expect(volumeOf(week(200, { hardRuns: 4 }), [])).toEqual({ status: "high", base: null, because: "hardRuns" });
    const past = four(200).map((each) => ({ ...each, load: 800 }));
    expect(volumeOf(week(200, { load: 1_000 }), past)).toMatchObject({ status: "high", because: "load" });
    expect(volumeOf(week(200, { load: 999 }), past)).toMatchObject({ status: "normal" });
  });

  test("[VOL5] one high week asks for A and L, the next for M, until after a week below 1.05 times the usual", () => {
    const extra = (number: number, minutes: number): PlannedRun => ({
      id: `extra${number}`,
      date: on(number, "tue"),
      startTime: null,
      kind: "easy",
      minutes,
      km: null,
    });
    const history = Array.from({ length: 4 }, (_, index) => week(260, { monday: addDays(MONDAY, -28 + index * 7) }));
    const all = (...extras: readonly PlannedRun[]) => asks({ history }, extras).slice(0, 7);
    expect(all(extra(2, 60))).toEqual(["AB", "AL", "AB", "AB", "AB", "AB", "AB"]);
    expect(all(extra(2, 60), extra(3, 60))).toEqual(["AB", "AL", "M", "M", "AB", "AB", "AB"]);
    expect(all(extra(2, 60), extra(4, 60))).toEqual(["AB", "AL", "AB", "AL", "AB", "AB", "AB"]);
    expect(all(extra(2, 60), extra(3, 70), extra(4, 50))).toEqual(["AB", "AL", "M", "M", "M", "AB", "AB"]);
  });

  test("[VOL5] a marked block of peak volume asks for M, and the week after it too", () => {
    const peaks = [{ from: on(3, "mon"), to: on(4, "sun") }];
    expect(asks({ peaks }).slice(0, 6)).toEqual(["AB", "AB", "M", "M", "M", "AB"]);
  });

  test("[VOL6] a run more than a tenth longer than any of thirty days is named, a goal race never", () => {
    const marathon: PlannedRun = { ...race("marathon", on(5, "sun")), minutes: 240 };
    const { goal: _, ...long } = marathon;
    expect(asked({}, [{ ...long, minutes: 99 }])[4]?.spike).toBeNull();
    expect(asked({}, [{ ...long, minutes: 100 }])[4]?.spike).toMatchObject({ longest: 90, run: { minutes: 100 } });
    expect(asked({}, [marathon])[4]?.spike).toBeNull();
  });
});
