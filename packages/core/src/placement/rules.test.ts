import { expect, test } from "vitest";
import { addDays, minutesIntoDay, weekDates, WEEKDAYS, type Weekday } from "../calendar";
import type { LoadClass } from "../programme";
import { dose, doses, MONDAY, time, weekInput } from "../testing/weeks";
import { judgePlace } from "./findings";
import { placeWeek, type WeekInput } from "./index";
import { placeAt } from "./place";
import { weekFacts } from "./week-facts";

/** What each rule says to a session of `legs` that starts at `at` ("tue 18:00") and takes 30 min: `C1 blocks, 13 of 36 h`. */
function say(runs: string, legs: LoadClass, at: string, changes: Partial<WeekInput> = {}): readonly string[] {
  const facts = weekFacts(weekInput(runs, changes), weekDates(MONDAY));
  const [weekday, clock] = at.split(" ") as [Weekday, string];
  const day = WEEKDAYS.indexOf(weekday);
  const start = day * 1440 + minutesIntoDay(time(clock));
  const session = { slot: "A", kind: "A", dose: dose(legs) } as const;
  return judgePlace(placeAt(start, day, session, facts), facts).map(({ hard, penalty, reason }) => {
    const hours = reason.needed === undefined ? "" : `, ${shown(reason.found)} of ${reason.needed}`;
    return `${reason.rule} ${hard ? "blocks" : `costs ${penalty}`}${hours}`;
  });
}

const shown = (hours: number | undefined) => (hours === undefined ? "any" : Math.floor(hours * 100) / 100);

test("[C1] heavy legs are blocked from 36 h before a key run and cost 20 from 48 h", () => {
  expect(say("wed key", "heavy", "mon 18:31")).toContain("C1 blocks, 35.98 of 36");
  expect(say("wed key", "heavy", "mon 18:30")).toEqual(["C1 costs 20, 36 of 48"]);
  expect(say("wed key", "heavy", "mon 06:31")).toEqual(["C1 costs 20, 47.98 of 48"]);
  expect(say("wed key", "heavy", "mon 06:30")).toEqual([]);
  expect(say("mon key", "heavy", "sat 18:30")).toEqual(["C1 costs 20, 36 of 48"]);
});

test("[C2] moderate legs are blocked from 24 h before a key run and cost 20 from 36 h", () => {
  expect(say("wed key", "moderate", "tue 06:31")).toContain("C2 blocks, 23.98 of 24");
  expect(say("wed key", "moderate", "tue 06:30")).toEqual(["C2 costs 20, 24 of 36"]);
  expect(say("wed key", "moderate", "mon 18:30")).toEqual([]);
});

test("[C3] light legs are blocked from 12 h before a key run", () => {
  expect(say("wed key", "light", "tue 18:31")).toContain("C3 blocks, 11.98 of 12");
  expect(say("wed key", "light", "tue 18:30")).toEqual([]);
});

test("[C4] a session without leg load costs 3 within 2 h of a key run and nothing else anywhere", () => {
  expect(say("wed key", "none", "wed 05:00")).toEqual(["C4 costs 3, 1.5 of 2"]);
  expect(say("wed key", "none", "wed 04:30")).toEqual([]);
  expect(say("wed key, wed easy 18:00, sun long", "none", "wed 17:00")).toEqual([]);
  expect(say("wed key, thu long, fri easy", "none", "wed 08:00")).toEqual([]);
});

test("[C5] heavy legs are blocked from 24 h before a long run and cost 12 from 36 h", () => {
  expect(say("sun long", "heavy", "sat 06:31")).toContain("C5 blocks, 23.98 of 24");
  expect(say("sun long", "heavy", "sat 06:30")).toEqual(["C5 costs 12, 24 of 36"]);
  expect(say("sun long", "heavy", "fri 18:30")).toEqual([]);
});

test("[C6] moderate legs are blocked from 12 h before a long run and cost 12 from 24 h", () => {
  expect(say("sun long", "moderate", "sat 18:31")).toContain("C6 blocks, 11.98 of 12");
  expect(say("sun long", "moderate", "sat 18:30")).toEqual(["C6 costs 12, 12 of 24"]);
  expect(say("sun long", "moderate", "sat 06:30")).toEqual([]);
  expect(say("sun long", "light", "sat 22:00")).toEqual([]);
});

test("[C7] legs of any class are blocked before a key or long run of the same day", () => {
  for (const legs of ["light", "moderate", "heavy"] as const) {
    expect(say("wed key 20:00", legs, "wed 05:00")).toContain("C7 blocks");
    expect(say("wed long 20:00", legs, "wed 05:00")).toContain("C7 blocks");
  }
  expect(say("wed key 20:00", "none", "wed 05:00")).toEqual([]);
});

test("[C8] moderate and heavy legs are blocked for 3 h after a key run and cost 10 until 6 h", () => {
  expect(say("wed key", "moderate", "wed 10:59")).toContain("C8 blocks, 2.98 of 3");
  expect(say("wed key", "heavy", "wed 11:00")).toEqual(["C8 costs 10, 3 of 6", "C13 costs 10"]);
  expect(say("wed key", "heavy", "wed 14:00")).toEqual(["C13 costs 10"]);
  expect(say("wed key", "light", "wed 08:00")).toEqual(["C13 costs 10"]);
});

test("[C9] strength goes first only 3 h before an easy run of up to 60 min, and costs 8 until 8 h", () => {
  expect(say("wed easy 60 18:00, sun long", "heavy", "wed 14:31")).toContain("C9 blocks, 2.98 of 3");
  expect(say("wed easy 60 18:00, sun long", "heavy", "wed 14:30")).toEqual(["C9 costs 8, 3 of 8"]);
  expect(say("wed easy 60 18:00, sun long", "heavy", "wed 09:30")).toEqual([]);
  expect(say("wed easy 61 18:00, sun long", "light", "wed 06:00")).toEqual(["C9 blocks, any of 60"]);
  expect(say("wed medium 45 18:00", "light", "wed 06:00")).toEqual(["C9 blocks, any of 60"]);
  expect(say("wed easy 60 07:00, sun long", "heavy", "wed 18:00")).toEqual([]);
});

test("[C10] straight after a run only up to moderate legs and an easy run of up to 45 min, for 4", () => {
  expect(say("wed easy 45", "moderate", "wed 07:45")).toEqual(["C10 costs 4, any of 45"]);
  expect(say("wed easy 45", "heavy", "wed 07:45")).toEqual(["C10 blocks, any of 45"]);
  expect(say("wed easy 46", "light", "wed 07:46")).toEqual(["C10 blocks, any of 45"]);
  expect(say("wed medium 40", "light", "wed 07:40")).toEqual(["C10 blocks, any of 45"]);
  expect(say("wed medium 40", "heavy", "wed 08:10")).toEqual([]);
  expect(say("wed easy 60, sun long", "none", "wed 08:00")).toEqual([]);
});

test("[C11] two leg sessions are blocked below 48 h from start to start and cost 6 below 72 h", () => {
  const sunday = addDays(MONDAY, -1);
  const before = (clock: string, legs: LoadClass) => ({
    sessions: [
      {
        kind: "B" as const,
        start: { date: sunday, time: time(clock) },
        end: { date: sunday, time: time("23:00") },
        legLoad: dose(legs).legLoad,
      },
    ],
  });
  expect(say("", "moderate", "tue 18:00", before("18:01", "heavy"))).toEqual(["C11 blocks, 47.98 of 48"]);
  expect(say("", "moderate", "tue 18:00", before("18:00", "heavy"))).toEqual(["C11 costs 6, 48 of 72"]);
  expect(say("", "moderate", "wed 18:00", before("18:00", "heavy"))).toEqual([]);
  expect(say("", "moderate", "mon 18:00", before("18:00", "light"))).toEqual([]);
  expect(say("", "light", "mon 18:00", before("18:00", "heavy"))).toEqual([]);
});

test("[C12] after a long run of the same day legs wait 3 h, stay below heavy and cost 15", () => {
  expect(say("sun long", "moderate", "sun 11:29")).toContain("C12 blocks, 2.98 of 3");
  expect(say("sun long", "moderate", "sun 11:30")).toEqual(["C12 costs 15, 3 of 3"]);
  expect(say("sun long", "light", "sun 18:00")).toEqual(["C12 costs 15, 9.5 of 3"]);
  expect(say("sun long", "heavy", "sun 18:00")).toEqual(["C12 blocks, 9.5 of 3"]);
});

test("[C13] the day after a key run is worth 3, its own day costs 10, the day after a long run 2", () => {
  expect(say("wed key", "moderate", "thu 18:00")).toEqual(["C13 costs -3"]);
  expect(say("wed key", "moderate", "wed 18:00")).toEqual(["C13 costs 10"]);
  expect(say("sun long, mon easy", "moderate", "mon 18:00")).toEqual(["C13 costs 2"]);
  expect(say("wed key, thu long", "moderate", "thu 18:00")).toEqual(["C12 costs 15, 9.5 of 3"]);
  expect(say("wed key", "none", "thu 18:00")).toEqual([]);
});

test("[C14] moderate and heavy legs on the rest day cost 25: the named one, else a free day after a long run", () => {
  const restDay = (weekday: Weekday) => ({
    settings: { ...weekInput("").settings, restDay: weekday },
  });
  expect(say("", "moderate", "thu 18:00", restDay("thu"))).toEqual(["C14 costs 25"]);
  expect(say("", "light", "thu 18:00", restDay("thu"))).toEqual([]);
  expect(say("sat long", "moderate", "sun 18:00")).toEqual(["C14 costs 25", "C13 costs 2"]);
  expect(say("sat long", "moderate", "sun 18:00", restDay("thu"))).toEqual(["C13 costs 2"]);
  expect(say("sat long, sun easy", "moderate", "sun 18:00")).toEqual(["C13 costs 2"]);
});

test("[C15] the last day without hard work stays free of moderate and heavy legs", () => {
  const crowded = "mon key, tue key, wed key, thu long, fri key, sat key, sun easy";
  const week = placeWeek(weekInput(crowded, { doseOf: doses("moderate", "moderate") }));
  expect(week.sessions.map((session) => session.date)).not.toContain(addDays(MONDAY, 6));
  const runsTakeAll = placeWeek(weekInput(`${crowded}, sun key 18:00`, { doseOf: doses("light", "light") }));
  expect(runsTakeAll.sessions).toHaveLength(2);
});

test("[C20] heavy legs less than 12 h before a medium run of the next day cost 6", () => {
  expect(say("thu medium, sun long", "heavy", "wed 18:31")).toEqual(["C20 costs 6, 11.98 of 12"]);
  expect(say("thu medium, sun long", "heavy", "wed 18:30")).toEqual([]);
  expect(say("thu medium, sun long", "moderate", "wed 22:00")).toEqual([]);
});
