import { describe, expect, test } from "vitest";
import { addDays, minutesIntoDay, WEEKDAYS, weekdayOf, type LocalDate, type Weekday } from "../calendar";
import { SLOTS, type LoadClass } from "../programme";
import type { RaceDistance } from "../run";
import { dose, doses, MONDAY, on, race, settings, time, weekInput, weeksInput } from "../testing/weeks";
import { readFacts } from "./facts";
import { judgePlace } from "./findings";
import {
  checkMove,
  placeWeek,
  placeWeeks,
  replan,
  RULE_IDS,
  type FixedSession,
  type Reason,
  type RuleId,
  type WeekPlacement,
} from "./index";
import { placeAt, type SessionToPlace } from "./place";

const SAMPLE = "mon easy, wed key, fri medium, sat long";

type SayChanges = NonNullable<Parameters<typeof weekInput>[1]> & { readonly session?: Partial<SessionToPlace> };

/** What each rule says to a session of `legs` that starts at `at` ("tue 18:00") and takes 30 min: `C1 blocks, 13 of 36`. */
function say(runs: string, legs: LoadClass, at: string, { session, ...changes }: SayChanges = {}): readonly string[] {
  const facts = readFacts(weekInput(runs, changes), MONDAY, 1);
  const [weekday, clock] = at.split(" ") as [Weekday, string];
  const day = WEEKDAYS.indexOf(weekday);
  const place = placeAt({ day, date: on(weekday) }, day * 1440 + minutesIntoDay(time(clock)), {
    slot: "A",
    kind: "A",
    dose: dose(legs),
    isFirst: false,
    step: "none",
    isCaughtUp: false,
    kit: "own",
    ...session,
  });
  return judgePlace(place, facts).map(({ hard, penalty, reason }) => {
    const hours = reason.needed === undefined ? "" : `, ${shown(reason.found)} of ${reason.needed}`;
    return `${reason.rule} ${hard ? "blocks" : `costs ${penalty}`}${hours}`;
  });
}

const shown = (found: number | undefined) => (found === undefined ? "any" : Math.floor(found * 100) / 100);

/** `"A thu, B mon = -3"` of each week. */
function days(weeks: readonly WeekPlacement[]): readonly string[] {
  return weeks.map(({ sessions, sum }) => {
    const bySlot = SLOTS.flatMap((slot) => sessions.filter((each) => each.slot === slot));
    return `${bySlot.map(({ kind, date }) => `${kind} ${weekdayOf(date)}`).join(", ")} = ${sum}`;
  });
}

const fixed = (slot: "A" | "B", weekday: Weekday, changes: Partial<FixedSession> = {}): FixedSession => ({
  slot,
  kind: slot,
  date: on(weekday),
  startTime: time("18:00"),
  movedByHand: true,
  ...changes,
});

const onlyOn = (...free: readonly Weekday[]) =>
  settings({ lockedDays: WEEKDAYS.filter((weekday) => !free.includes(weekday)) });

test("[C1] heavy legs are blocked from 36 h before a key run and cost 20 from 48 h", () => {
  expect(say("wed key", "heavy", "mon 18:31")).toEqual(["C1 blocks, 35.98 of 36"]);
  expect(say("wed key", "heavy", "mon 18:30")).toEqual(["C1 costs 20, 36 of 48"]);
  expect(say("wed key", "heavy", "mon 06:31")).toEqual(["C1 costs 20, 47.98 of 48"]);
  expect(say("wed key", "heavy", "mon 06:30")).toEqual([]);
  expect(say("mon key", "heavy", "sat 18:30")).toEqual(["C1 costs 20, 36 of 48"]);
});

test("[C1] a race without a goal is protected like a key run, and like nothing more", () => {
  const trial = { once: [race(on("wed"), null, "07:00")] };
  expect(say("", "heavy", "mon 18:31", trial)).toEqual(["C1 blocks, 35.98 of 36"]);
  expect(say("", "heavy", "mon 06:30", trial)).toEqual([]);
  expect(say("", "moderate", "thu 18:00", trial)).toEqual(["C13 costs -3"]);
});

test("[C2] moderate legs are blocked from 24 h before a key run and cost 20 from 36 h", () => {
  expect(say("wed key", "moderate", "tue 06:31")).toEqual(["C2 blocks, 23.98 of 24"]);
  expect(say("wed key", "moderate", "tue 06:30")).toEqual(["C2 costs 20, 24 of 36"]);
  expect(say("wed key", "moderate", "mon 18:31")).toEqual(["C2 costs 20, 35.98 of 36"]);
  expect(say("wed key", "moderate", "mon 18:30")).toEqual([]);
});

test("[C3] light legs are blocked from 12 h before a key run and cost nothing before that", () => {
  expect(say("wed key", "light", "tue 18:31")).toEqual(["C3 blocks, 11.98 of 12"]);
  expect(say("wed key", "light", "tue 18:30")).toEqual([]);
});

test("[C4] a session without leg load costs 3 within 2 h of a key run and nothing else anywhere", () => {
  expect(say("wed key", "none", "wed 05:00")).toEqual(["C4 costs 3, 1.5 of 2"]);
  expect(say("wed key", "none", "wed 06:30")).toEqual(["C4 costs 3, 0 of 2"]);
  expect(say("wed key", "none", "wed 04:31")).toEqual(["C4 costs 3, 1.98 of 2"]);
  expect(say("wed key", "none", "wed 04:30")).toEqual([]);
  expect(say("wed key, wed easy 18:00, sun long", "none", "wed 17:00")).toEqual([]);
  expect(say("wed key, thu long, fri easy", "none", "wed 08:00")).toEqual([]);
});

test("[C5] heavy legs are blocked from 24 h before a long run and cost 12 from 36 h", () => {
  expect(say("sun long", "heavy", "sat 06:31")).toEqual(["C5 blocks, 23.98 of 24"]);
  expect(say("sun long", "heavy", "sat 06:30")).toEqual(["C5 costs 12, 24 of 36"]);
  expect(say("sun long", "heavy", "fri 18:31")).toEqual(["C5 costs 12, 35.98 of 36"]);
  expect(say("sun long", "heavy", "fri 18:30")).toEqual([]);
});

test("[C6] moderate legs are blocked from 12 h before a long run and cost 12 from 24 h", () => {
  expect(say("sun long", "moderate", "sat 18:31")).toEqual(["C6 blocks, 11.98 of 12"]);
  expect(say("sun long", "moderate", "sat 18:30")).toEqual(["C6 costs 12, 12 of 24"]);
  expect(say("sun long", "moderate", "sat 06:31")).toEqual(["C6 costs 12, 23.98 of 24"]);
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
  expect(say("wed key", "moderate", "wed 10:59")).toEqual(["C8 blocks, 2.98 of 3", "C13 costs 10"]);
  expect(say("wed key", "heavy", "wed 11:00")).toEqual(["C8 costs 10, 3 of 6", "C13 costs 10"]);
  expect(say("wed key", "heavy", "wed 13:59")).toEqual(["C8 costs 10, 5.98 of 6", "C13 costs 10"]);
  expect(say("wed key", "heavy", "wed 14:00")).toEqual(["C13 costs 10"]);
  expect(say("wed key", "light", "wed 08:00")).toEqual(["C13 costs 10"]);
});

test("[C9] strength goes first only 3 h before an easy run of up to 60 min, and costs 8 until 8 h", () => {
  expect(say("wed easy 60 18:00, sun long", "heavy", "wed 14:31")).toEqual(["C9 blocks, 2.98 of 3"]);
  expect(say("wed easy 60 18:00, sun long", "heavy", "wed 14:30")).toEqual(["C9 costs 8, 3 of 8"]);
  expect(say("wed easy 60 18:00, sun long", "heavy", "wed 09:31")).toEqual(["C9 costs 8, 7.98 of 8"]);
  expect(say("wed easy 60 18:00, sun long", "heavy", "wed 09:30")).toEqual([]);
  expect(say("wed easy 61 18:00, sun long", "light", "wed 06:00")).toEqual(["C9 blocks, any of 60"]);
  expect(say("wed medium 45 18:00", "light", "wed 06:00")).toEqual(["C9 blocks, any of 60"]);
  expect(say("wed recovery 30 18:00", "light", "wed 06:00")).toEqual([]);
  expect(say("wed easy 60 07:00, sun long", "heavy", "wed 18:00")).toEqual([]);
});

test("[C10] straight after a run only up to moderate legs and an easy run of up to 45 min, for 4", () => {
  expect(say("wed easy 45", "moderate", "wed 07:45")).toEqual(["C10 costs 4, any of 45"]);
  expect(say("wed easy 45", "heavy", "wed 07:45")).toEqual(["C10 blocks, any of 45"]);
  expect(say("wed easy 46", "light", "wed 07:46")).toEqual(["C10 blocks, any of 45"]);
  expect(say("wed easy 46", "light", "wed 08:15")).toEqual(["C10 blocks, any of 45"]);
  expect(say("wed easy 46", "light", "wed 08:16")).toEqual([]);
  expect(say("wed medium 40", "light", "wed 07:40")).toEqual(["C10 blocks, any of 45"]);
  expect(say("wed medium 40", "heavy", "wed 08:10")).toEqual([]);
  expect(say("wed easy 60, sun long", "none", "wed 08:00")).toEqual([]);
});

describe("C11", () => {
  const sunday = (clock: string, legs: LoadClass) => ({
    sessions: [{ kind: "B" as const, start: { date: on("sun", 0), time: time(clock) }, legLoad: dose(legs).legLoad }],
  });
  const caughtUp = { session: { isCaughtUp: true } };

  test("[C11] two leg sessions are blocked below 48 h from start to start and cost 6 below 72 h", () => {
    expect(say("", "moderate", "tue 18:00", sunday("18:01", "heavy"))).toEqual(["C11 blocks, 47.98 of 48"]);
    expect(say("", "moderate", "tue 18:00", sunday("18:00", "heavy"))).toEqual(["C11 costs 6, 48 of 72"]);
    expect(say("", "moderate", "wed 18:00", sunday("18:01", "moderate"))).toEqual(["C11 costs 6, 71.98 of 72"]);
    expect(say("", "moderate", "wed 18:00", sunday("18:00", "heavy"))).toEqual([]);
    expect(say("", "moderate", "mon 18:00", sunday("18:00", "light"))).toEqual([]);
    expect(say("", "light", "mon 18:00", sunday("18:00", "heavy"))).toEqual([]);
  });

  test("[C11] a missed session that is caught up keeps 48 h from light legs too, and nothing from core", () => {
    expect(say("", "light", "tue 18:00", { ...sunday("18:01", "light"), ...caughtUp })).toEqual([
      "C11 blocks, 47.98 of 48",
    ]);
    expect(say("", "light", "tue 18:00", { ...sunday("18:00", "light"), ...caughtUp })).toEqual([]);
    expect(say("", "heavy", "tue 18:00", { ...sunday("18:01", "light"), ...caughtUp })).toEqual([
      "C11 blocks, 47.98 of 48",
    ]);
    expect(say("", "none", "mon 18:00", { ...sunday("18:00", "heavy"), ...caughtUp })).toEqual([]);
    expect(say("", "light", "mon 18:00", { ...sunday("18:00", "none"), ...caughtUp })).toEqual([]);
  });

  test("[C11] a light session of the week keeps away from the one that is caught up, whichever is placed", () => {
    const input = { doseOf: doses("light", "light"), caughtUp: ["B" as const], ...onlyOn("mon", "tue", "wed") };
    expect(days([placeWeek(weekInput("", input))])).toEqual(["A mon, B wed = 0"]);
    expect(days([placeWeek(weekInput("", { ...input, ...onlyOn("mon", "tue") }))])).toEqual(["A mon = 60"]);
  });
});

test("[C12] after a long run of the same day legs wait 3 h, stay below heavy and cost 15", () => {
  expect(say("sun long", "moderate", "sun 11:29")).toEqual(["C12 blocks, 2.98 of 3"]);
  expect(say("sun long", "moderate", "sun 11:30")).toEqual(["C12 costs 15, 3 of 3"]);
  expect(say("sun long", "light", "sun 11:29")).toEqual(["C12 blocks, 2.98 of 3"]);
  expect(say("sun long", "light", "sun 18:00")).toEqual(["C12 costs 15, 9.5 of 3"]);
  expect(say("sun long", "heavy", "sun 18:00")).toEqual(["C12 blocks, 9.5 of 3"]);
  expect(say("sun long", "none", "sun 08:30")).toEqual([]);
});

test("[C13] the day after a key run is worth 3, its own day costs 10, the day after a long run 2", () => {
  expect(say("wed key", "moderate", "thu 18:00")).toEqual(["C13 costs -3"]);
  expect(say("wed key", "light", "thu 18:00")).toEqual(["C13 costs -3"]);
  expect(say("wed key", "moderate", "wed 18:00")).toEqual(["C13 costs 10"]);
  expect(say("sun long, mon easy", "moderate", "mon 18:00")).toEqual(["C13 costs 2"]);
  expect(say("wed key", "moderate", "fri 18:00")).toEqual([]);
  expect(say("wed key", "none", "thu 18:00")).toEqual([]);
});

test("[C13] a day has one value: its own key or long run goes before the day before", () => {
  expect(say("wed key, thu long", "moderate", "thu 18:00")).toEqual(["C12 costs 15, 9.5 of 3"]);
  expect(say("wed key, thu key", "moderate", "thu 18:00")).toEqual(["C13 costs 10"]);
  expect(say("wed long, thu key", "moderate", "thu 18:00")).toEqual(["C13 costs 10"]);
});

test("[C14] moderate and heavy legs on the rest day cost 25: the named one, else a free day after a long run", () => {
  const restDay = (weekday: Weekday) => settings({ restDay: weekday });
  expect(say("", "moderate", "thu 18:00", restDay("thu"))).toEqual(["C14 costs 25"]);
  expect(say("", "heavy", "thu 18:00", restDay("thu"))).toEqual(["C14 costs 25"]);
  expect(say("", "light", "thu 18:00", restDay("thu"))).toEqual([]);
  expect(say("sat long", "moderate", "sun 18:00")).toEqual(["C14 costs 25", "C13 costs 2"]);
  expect(say("sat long", "moderate", "sun 18:00", restDay("thu"))).toEqual(["C13 costs 2"]);
  expect(say("sat long, sun easy", "moderate", "sun 18:00")).toEqual(["C13 costs 2"]);
});

test("[C15] the last day without hard work stays free of moderate and heavy legs", () => {
  const crowded = "mon key, tue key, wed key, thu long, fri key, sat key, sun easy";
  const datesOf = (runs: string, legs: LoadClass) =>
    placeWeek(weekInput(runs, { doseOf: doses(legs, legs) })).sessions.map(({ date }) => date);
  expect(datesOf(crowded, "moderate")).not.toContain(on("sun"));
  expect(datesOf(crowded, "light")).toContain(on("sun"));
  // Runs alone leave no quiet day: there is nothing left to keep.
  expect(datesOf(`${crowded}, sun key 18:00`, "light")).toHaveLength(2);
});

test("[C15] of two quiet days one may go, not both", () => {
  const week = "mon long, tue long, wed easy, thu long, fri long, sat easy, sun long";
  const input = weekInput(week, { doseOf: doses("moderate", "moderate") });
  // Wednesday and Saturday would cost 14 each; Tuesday evening after the long run costs 15 and keeps Wednesday quiet.
  const placed = placeWeek(input);
  expect(days([placed])).toEqual(["A tue, B sat = 29"]);
  const check = checkMove({ week: input, placed: placed.sessions, slot: "A", to: { date: on("wed") } });
  expect(check?.rules.filter(({ verdict }) => verdict === "forbids").map(({ rule }) => rule)).toEqual(["C15"]);
});

describe("C16", () => {
  const known = { exposures: { A: 3, B: 3 } };
  const taken = { session: { step: "taken" as const } };
  const waits = { session: { step: "waits" as const } };

  test("[C16] a new rung may not begin nearer than 48 h to a key run; where it waits, the week costs 5", () => {
    expect(say("wed key", "moderate", "mon 06:31", taken)).toEqual(["C16 blocks, 47.98 of 48"]);
    expect(say("wed key", "moderate", "mon 06:30", taken)).toEqual([]);
    expect(say("wed key", "moderate", "mon 06:31", waits)).toEqual(["C16 costs 5, 47.98 of 48"]);
    expect(say("wed key", "moderate", "mon 06:30", waits)).toEqual(["C16 costs 5"]);
    expect(say("wed long", "moderate", "mon 18:31", taken)).toEqual([]);
  });

  test("[C16] it begins in the session that is far enough away, also where another day would have been chosen", () => {
    expect(days(placeWeeks(weeksInput("wed key", 1, known)))).toEqual(["A thu, B mon = -3"]);
    const [week] = placeWeeks(weeksInput("wed key", 1, { ...known, each: [{ steps: ["B"] }] }));
    expect(week && days([week])).toEqual(["A thu, B sun = -3"]);
    expect(week?.sessions.find(({ slot }) => slot === "B")).toMatchObject({
      step: "taken",
      why: expect.arrayContaining([{ rule: "C16", code: "stepTaken" }]) as Reason[],
    });
    expect(week?.sessions.find(({ slot }) => slot === "A")?.step).toBeUndefined();
  });

  test("[C16] when no such session is worth it the new rung waits, and the reason names the hours", () => {
    const [week] = placeWeeks(weeksInput(SAMPLE, 1, { ...known, each: [{ steps: ["B"] }] }));
    expect(week && days([week])).toEqual(["A thu, B mon = 2"]);
    const B = week?.sessions.find(({ slot }) => slot === "B");
    expect(B?.step).toBe("waits");
    expect(B?.why.find(({ rule }) => rule === "C16")).toMatchObject({ code: "stepWaits", found: 36.5, needed: 48 });
  });

  test("[C16] a week that holds what is new lets it wait everywhere, the next week begins it, and two sessions count as new", () => {
    const weeks = placeWeeks(
      weeksInput(SAMPLE, 4, {
        ...known,
        each: [{ steps: ["A"], holdSteps: true }],
        doseOf: ({ kind, newRung }) => {
          const { minutes, legLoad } = doses("heavy", "moderate")(kind);
          return { minutes, legLoad: newRung ? { ...legLoad, points: 10.5 } : legLoad };
        },
      }),
    );
    expect(days(weeks)).toEqual(["A thu, B mon = 2", ...Array.from({ length: 3 }, () => "A thu, B mon = -3")]);
    const A = weeks.flatMap(({ sessions }) => sessions.filter(({ slot }) => slot === "A"));
    expect(A.map(({ step }) => step)).toEqual(["waits", "taken", undefined, undefined]);
    expect(A.map(({ legLoad }) => legLoad.points)).toEqual([8.4, 10.5, 10.5, 8.4]);
  });

  test("[C16] a smaller version of the session takes no new rung, and costs nothing for it", () => {
    const [week] = placeWeeks(
      weeksInput("wed key", 1, {
        ...known,
        ...settings({ lockedDays: WEEKDAYS.filter((weekday) => weekday !== "mon"), keyRunHours: 48 }),
        each: [{ steps: ["A"] }],
      }),
    );
    expect(week && days([week])).toEqual(["V mon = 90"]);
    expect(week?.sessions[0]?.step).toBeUndefined();
  });
});

describe("C17", () => {
  type Row = [goal: RaceDistance, heavy: number, moderate: number, light: number, nothing: number, after: number];
  const TABLE: readonly Row[] = [
    ["short", 5, 4, 2, 48, 3],
    ["half", 7, 5, 3, 72, 7],
    ["marathon", 10, 7, 4, 96, 14],
    ["ultra", 12, 8, 5, 120, 21],
  ];
  const inDays = (count: number, goal: RaceDistance, at = "09:00") => ({
    once: [race(addDays(MONDAY, count), goal, at)],
  });
  const rulesOn = (legs: LoadClass, changes: SayChanges) =>
    say("", legs, "mon 18:00", changes).filter((said) => said.startsWith("C17"));

  test.each(TABLE)("[C17] %s: days before it by the class of legs", (goal, heavy, moderate, light) => {
    expect(rulesOn("heavy", inDays(heavy, goal))).toEqual([]);
    expect(rulesOn("heavy", inDays(heavy - 1, goal))).toEqual([`C17 blocks, ${heavy - 1} of ${heavy}`]);
    expect(rulesOn("moderate", inDays(moderate, goal))).toEqual([]);
    expect(rulesOn("moderate", inDays(moderate - 1, goal))).toContain(`C17 blocks, ${moderate - 1} of ${moderate}`);
    expect(rulesOn("light", inDays(light, goal, "23:00"))).toEqual([]);
    expect(rulesOn("light", inDays(light - 1, goal, "23:00"))).toHaveLength(1);
  });

  test.each(TABLE)("[C17] %s: nothing in the last hours, not even core", (goal, _heavy, _moderate, light, nothing) => {
    expect(nothing).toBe(24 * light);
    for (const legs of ["none", "light"] as const) {
      expect(rulesOn(legs, inDays(light, goal, "18:30"))).toEqual([]);
      expect(rulesOn(legs, inDays(light, goal, "18:29"))).toEqual([`C17 blocks, ${nothing - 0.02} of ${nothing}`]);
    }
  });

  test.each(TABLE)("[C17] %s: no moderate or heavy legs in the days after it", (goal, ...[, , , , after]) => {
    for (const legs of ["moderate", "heavy"] as const) {
      expect(rulesOn(legs, inDays(-after, goal))).toEqual([`C17 blocks, ${after} of ${after}`]);
      expect(rulesOn(legs, inDays(-after - 1, goal))).toEqual([]);
      expect(rulesOn(legs, inDays(0, goal))).toEqual([`C17 blocks, 0 of ${after}`]);
    }
    expect(rulesOn("light", inDays(-1, goal))).toEqual([]);
    expect(rulesOn("none", inDays(0, goal))).toEqual([]);
  });

  test("[C17] nothing new begins in the 14 days before a short or half, 21 before a marathon or ultra", () => {
    const taken = { session: { step: "taken" as const } };
    for (const [goal, newDays] of [
      ["short", 14] as const,
      ["half", 14] as const,
      ["marathon", 21] as const,
      ["ultra", 21] as const,
    ]) {
      expect(rulesOn("light", { ...inDays(newDays, goal), ...taken })).toEqual([
        `C17 blocks, ${newDays} of ${newDays}`,
      ]);
      expect(rulesOn("light", { ...inDays(newDays + 1, goal), ...taken })).toEqual([]);
      expect(rulesOn("light", inDays(newDays, goal))).toEqual([]);
    }
  });

  test("[C17] taper sessions come before the race, and its own evening and the day after are no days for legs", () => {
    const taper = (kind: "T1" | "T2" | "L", days: number) =>
      rulesOn("light", { ...inDays(-days, "short"), session: { kind } });
    expect([0, 1, 6].map((days) => taper("T1", days))).toEqual([["C17 blocks"], ["C17 blocks"], ["C17 blocks"]]);
    expect(taper("T2", 6)).toEqual(["C17 blocks"]);
    expect(taper("T2", 7)).toEqual([]);
    expect(taper("L", 0)).toEqual(["C17 blocks, 0 of 3"]);
    expect(taper("L", 1)).toEqual([]);
    // The day after an ordinary key run gives 3 back, the day after a goal race nothing.
    expect(say("", "light", "mon 18:00", inDays(-1, "short"))).toEqual([]);
  });

  test("[C17] a race that is no goal forbids nothing of this", () => {
    expect(say("", "heavy", "mon 18:00", { once: [race(on("thu"), null)] })).toEqual([]);
    expect(say("", "heavy", "thu 18:00", { once: [race(on("wed"), null)] })).toEqual(["C13 costs -3"]);
  });
});

describe("C18", () => {
  test("[C18] a week with more running has one session that loads the legs beside a light one", () => {
    expect(days([placeWeek(weekInput(SAMPLE, { ask: "AL" }))])).toEqual(["A thu, L mon = -3"]);
    const askedBy = { rule: "C18", code: "highVolume" } as const;
    const week = placeWeek(weekInput(SAMPLE, { ask: "AL", askedBy }));
    for (const { why } of week.sessions) expect(why).toContainEqual(askedBy);
  });

  test("[C18] light legs that would count as moderate have no place beside A", () => {
    const week = placeWeek(
      weekInput(SAMPLE, { ask: "AL", doseOf: (kind) => dose(kind === "A" ? "heavy" : "moderate") }),
    );
    expect(days([week])).toEqual(["A thu = 21"]);
    expect(week.shortfall).toMatchObject([
      {
        slot: "B",
        asked: "L",
        instead: null,
        reason: { rule: "C18", code: "oneLoadedSession", session: { kind: "A" } },
      },
    ]);
  });

  test("[C18] two loaded sessions are told apart from one: only where both are moderate or heavy a move is blocked", () => {
    const placed = (legs: LoadClass) =>
      [
        { slot: "A", kind: "A", date: on("thu"), startTime: time("18:00") },
        { slot: "B", kind: "B", date: on("mon"), startTime: time("18:00"), dose: dose(legs) },
      ] as const;
    const check = (legs: LoadClass) =>
      checkMove({ week: weekInput(SAMPLE, { ask: "AL" }), placed: placed(legs), slot: "B", to: { date: on("sun") } });
    expect(check("moderate")?.status).toBe("blocked");
    expect(check("moderate")?.reasons[0]).toMatchObject({ rule: "C18", code: "oneLoadedSession" });
    expect(check("light")).toMatchObject({ status: "worse", worseBy: 2 });
  });
});

describe("C19", () => {
  const first = { session: { isFirst: true } };

  test("[C19] the first A is blocked from 48 h before a key run and from 36 h before a long run", () => {
    expect(say("wed key", "moderate", "mon 06:31", first)).toEqual(["C19 blocks, 47.98 of 48"]);
    expect(say("wed key", "moderate", "mon 06:30", first)).toEqual([]);
    expect(say("sun long", "moderate", "fri 18:31", first)).toEqual(["C19 blocks, 35.98 of 36"]);
    expect(say("sun long", "moderate", "fri 18:30", first)).toEqual([]);
    expect(say("wed key", "light", "mon 06:31", first)).toEqual(["C19 blocks, 47.98 of 48"]);
    expect(say("wed key", "none", "wed 04:00", first)).toEqual([]);
  });

  test("[C19] only the first A, only in weeks 1 and 2, and only A itself", () => {
    const monday = (changes: Parameters<typeof weeksInput>[2] = {}) =>
      days(placeWeeks(weeksInput("wed key", 1, { ...onlyOn("mon"), ...changes })));
    // Monday ends 36.5 h before the key run: enough for C1 at 20 points, not for the first A; V takes its place.
    expect(monday()).toEqual(["V mon = 90"]);
    expect(monday({ each: [{ week: 2 }] })).toEqual(["V mon = 90"]);
    expect(monday({ each: [{ week: 3 }] })).toEqual(["A mon = 80"]);
    expect(monday({ exposures: { A: 1, B: 0 } })).toEqual(["A mon = 80"]);
    expect(monday({ each: [{ skipped: ["A"] }], doseOf: ({ kind }) => doses("heavy", "heavy")(kind) })).toEqual([
      "B mon = 20",
    ]);
    expect(monday({ each: [{ ask: "M" }] })).toEqual(["M mon = 20"]);
  });

  test("[C19] the A of week 2 is no longer the first when A was done in week 1", () => {
    const weeks = placeWeeks(
      weeksInput("wed key", 2, { each: [{ fixed: [fixed("A", "thu")] }, {}], ...onlyOn("mon", "thu") }),
    );
    const mondays = weeks.map(
      ({ sessions, monday }) =>
        sessions.find(({ slot }) => slot === "A")?.rejected.find(({ date }) => date === monday)?.reason.rule,
    );
    expect(mondays).toEqual(["C19", "oneADay"]);
  });
});

test("[C20] heavy legs less than 12 h before a medium run of the next day cost 6", () => {
  expect(say("thu medium, sun long", "heavy", "wed 18:31")).toEqual(["C20 costs 6, 11.98 of 12"]);
  expect(say("thu medium, sun long", "heavy", "wed 18:30")).toEqual([]);
  expect(say("thu medium 00:30, sun long", "heavy", "wed 23:30")).toEqual(["C20 costs 6, 0.5 of 12"]);
  expect(say("thu medium, sun long", "moderate", "wed 22:00")).toEqual([]);
  expect(say("wed medium 23:00, sun long", "heavy", "wed 18:00")).toEqual(["C9 blocks, any of 60"]);
});

describe("settings", () => {
  test("[PLACE24] the hours before a key run move C1's hard border, and its soft one 12 h above it", () => {
    const hours = (keyRunHours: number) => settings({ keyRunHours });
    expect(say("wed key", "heavy", "tue 06:31", hours(24))).toEqual(["C1 blocks, 23.98 of 24"]);
    expect(say("wed key", "heavy", "tue 06:30", hours(24))).toEqual(["C1 costs 20, 24 of 36"]);
    expect(say("wed key", "heavy", "mon 18:31", hours(24))).toEqual(["C1 costs 20, 35.98 of 36"]);
    expect(say("wed key", "heavy", "mon 18:30", hours(24))).toEqual([]);
    expect(say("thu key", "heavy", "mon 06:31", hours(72))).toEqual(["C1 blocks, 71.98 of 72"]);
    expect(say("thu key", "heavy", "mon 06:30", hours(72))).toEqual(["C1 costs 20, 72 of 84"]);
    expect(say("fri key", "heavy", "mon 18:31", hours(72))).toEqual(["C1 costs 20, 83.98 of 84"]);
    expect(say("fri key", "heavy", "mon 18:30", hours(72))).toEqual([]);
    expect(say("wed key", "moderate", "tue 06:30", hours(72))).toEqual(["C2 costs 20, 24 of 36"]);
  });

  test("[PLACE24] a long run that counts as key is protected by both sets of rules", () => {
    const both = settings({ longRunIsKey: true });
    expect(say("sun long", "heavy", "fri 18:31", both)).toEqual(["C1 blocks, 35.98 of 36", "C5 costs 12, 35.98 of 36"]);
    expect(say("sun long", "heavy", "fri 18:30", both)).toEqual(["C1 costs 20, 36 of 48"]);
    expect(say("sun long", "moderate", "sat 06:31", both)).toEqual([
      "C2 blocks, 23.98 of 24",
      "C6 costs 12, 23.98 of 24",
    ]);
    expect(say("sun long", "light", "sat 18:31", both)).toEqual(["C3 blocks, 11.98 of 12"]);
    expect(say("sun long", "none", "sun 05:00", both)).toEqual(["C4 costs 3, 1.5 of 2"]);
    expect(say("sun long", "moderate", "sun 11:29", both)).toEqual([
      "C8 blocks, 2.98 of 3",
      "C12 blocks, 2.98 of 3",
      "C13 costs 10",
    ]);
    expect(say("sun long", "light", "fri 18:00", { ...both, session: { step: "taken" } })).toEqual([
      "C16 blocks, 36.5 of 48",
    ]);
    expect(say("sun long", "moderate", "fri 07:00", { ...both, session: { isFirst: true } })).toEqual([
      "C19 blocks, 47.5 of 48",
    ]);
    expect(say("sun long, mon easy", "moderate", "mon 18:00", both)).toEqual(["C13 costs 2"]);
  });

  test("[PLACE24] the points of the rest day are the runner's own, from nothing to 100", () => {
    const points = (restDayPenalty: number) => settings({ restDay: "thu", restDayPenalty });
    expect(say("", "heavy", "thu 18:00", points(100))).toEqual(["C14 costs 100"]);
    expect(say("", "heavy", "thu 18:00", points(0))).toEqual(["C14 costs 0"]);
    const rest = (restDayPenalty: number) => settings({ lockedDays: ["thu"], restDayPenalty });
    // Sunday at 27 is dearer than Wednesday evening and Monday at 16; at 2 it is the best day for A.
    expect(days([placeWeek(weekInput(SAMPLE, rest(25)))])).toEqual(["A wed, B mon = 16"]);
    expect(days([placeWeek(weekInput(SAMPLE, rest(0)))])).toEqual(["A sun, B mon = 2"]);
  });

  test("[PLACE24] the minutes of a weekday block what takes longer there, core too, and nothing on other days", () => {
    const short = settings({ minutesOn: { thu: 29, fri: 30 } });
    expect(say("", "heavy", "thu 18:00", short)).toEqual(["room blocks, 30 of 29"]);
    expect(say("", "none", "thu 18:00", { ...short, session: { kind: "C" } })).toEqual(["room blocks, 30 of 29"]);
    expect(say("", "heavy", "fri 18:00", short)).toEqual([]);
    expect(say("", "heavy", "wed 18:00", short)).toEqual([]);
    expect(say("", "none", "thu 18:00", settings({ minutesOn: { thu: 0 } }))).toEqual(["room blocks, 30 of 0"]);
  });

  test("[PLACE24] one thing a day blocks legs from light up on days with a run, and no core", () => {
    const one = settings({ twoADay: false });
    expect(say("wed easy", "light", "wed 18:00", one)).toEqual(["twoADay blocks"]);
    expect(say("wed easy", "none", "wed 18:00", one)).toEqual([]);
    expect(say("wed easy", "heavy", "thu 18:00", one)).toEqual([]);
  });
});

describe("what stands before every rule", () => {
  test("[PLACE6] days before the first one, and times before now, are over", () => {
    expect(say("", "none", "mon 18:00", { earliest: on("tue") })).toEqual(["start blocks"]);
    expect(say("", "none", "tue 18:00", { earliest: on("tue") })).toEqual([]);
    const now = { date: on("tue"), time: time("18:00") };
    expect(say("", "none", "tue 17:59", { now })).toEqual(["past blocks"]);
    expect(say("", "none", "tue 18:00", { now })).toEqual([]);
  });

  test("[PLACE5] no session stands in a run or begins after midnight", () => {
    expect(say("wed easy 18:00", "none", "wed 17:31")).toEqual(["room blocks"]);
    expect(say("wed easy 18:00", "none", "wed 17:30")).toEqual([]);
    expect(say("wed easy 18:00", "none", "wed 18:44")).toEqual(["room blocks"]);
    expect(say("wed easy 18:00", "none", "wed 18:45")).toEqual([]);
    // A run that begins before midnight takes the next morning with it.
    expect(say("tue long 22:00 600, sat easy", "none", "wed 07:59")).toEqual(["room blocks"]);
    expect(say("tue long 22:00 600, sat easy", "none", "wed 08:00")).toEqual([]);
  });
});

describe("the sample week of the article", () => {
  const light = fixed("B", "tue", { kind: "L", dose: dose("light") });
  const moderate = fixed("A", "thu", { dose: dose("moderate") });

  test("[PLACE20] is legal as its content stands: a light session on Tuesday, a moderate one on Thursday", () => {
    const week = placeWeek(weekInput(SAMPLE, { fixed: [light, moderate] }));
    expect(week.sessions.map(({ kind, date }) => [kind, date])).toEqual([
      ["L", on("tue")],
      ["A", on("thu")],
    ]);
    for (const { breaks, why } of week.sessions) {
      expect(breaks).toBeNull();
      expect(why[0]).toEqual({ rule: "fixed", code: "byHand" });
    }
  });

  test("[PLACE20] with a full A on that Tuesday is illegal: C1, 12.5 h of 36", () => {
    const A = fixed("A", "tue");
    const week = placeWeek(weekInput(SAMPLE, { fixed: [A, fixed("B", "thu", { kind: "L", dose: dose("light") })] }));
    const tuesday = week.sessions.find(({ slot }) => slot === "A");
    expect(tuesday?.breaks).toEqual({
      rule: "C1",
      code: "tooCloseToKey",
      found: 12.5,
      needed: 36,
      legLoad: "heavy",
      run: { id: `run1@${on("wed")}`, kind: "key", date: on("wed") },
    });
    expect(week.sessions.find(({ slot }) => slot === "B")?.breaks).toBeNull();
  });

  test("[PLACE20] with a full B on that Tuesday is illegal: C2, 12.5 h of 24", () => {
    const week = placeWeek(weekInput(SAMPLE, { fixed: [fixed("B", "tue"), moderate] }));
    expect(week.sessions.find(({ slot }) => slot === "B")?.breaks).toMatchObject({
      rule: "C2",
      code: "tooCloseToKey",
      found: 12.5,
      needed: 24,
      run: { kind: "key", date: on("wed") },
    });
    expect(week.sessions.find(({ slot }) => slot === "A")?.breaks).toBeNull();
  });
});

/** Every rule that some explanation of the weeks names. */
function rulesNamed(weeks: readonly WeekPlacement[]): readonly RuleId[] {
  return weeks
    .flatMap(({ sessions, shortfall }) => [
      ...sessions.flatMap(({ why, rejected }) => [...why, ...rejected.map(({ reason }) => reason)]),
      ...shortfall.map(({ reason }) => reason),
    ])
    .map(({ rule }) => rule);
}

test("[PLACE12] every rule can be read somewhere: in what speaks for a day, against it, or for what was given up", () => {
  const track = "mon easy, tue key 19:00, thu easy, sat long";
  const weeks = [
    placeWeek(weekInput(SAMPLE)),
    placeWeek(weekInput("tue easy, thu easy, sun long")),
    placeWeek(weekInput(track)),
    placeWeek(weekInput("mon easy 12:15, tue key 12:15 50, thu easy 12:15, sun long")),
    placeWeek(weekInput("mon easy 18:00 35, wed key 19:00, fri medium, sat long")),
    placeWeek(weekInput("mon key, tue key, wed key, thu key, fri key, sat easy, sun long", { skipped: ["A"] })),
    placeWeek(weekInput(SAMPLE, { ask: "AL", doseOf: () => dose("moderate") })),
    placeWeek(weekInput("thu medium, sun long", settings({ strengthTime: time("19:00"), lockedDays: ["mon", "tue"] }))),
    placeWeek(weekInput("wed easy", { ask: "T1", once: [race(on("sun"), "short")] })),
    placeWeek(weekInput(SAMPLE, { earliest: on("wed"), now: { date: on("wed"), time: time("20:00") } })),
    placeWeek(weekInput(SAMPLE, { timeOff: [{ from: on("thu"), to: on("thu"), reason: "travel", sessions: "none" }] })),
    placeWeek(weekInput("wed key", { ask: "AL" })),
    placeWeek(weekInput("tue key 17:00", settings({ strengthTime: time("19:00") }))),
    placeWeek(weekInput(SAMPLE, settings({ twoADay: false }))),
    placeWeek(weekInput(SAMPLE, settings({ maxMinutes: 20 }))),
    placeWeek(weekInput("", { habit: { A: "wed", B: "thu" }, doseOf: doses("light", "light") })),
    placeWeek(weekInput(SAMPLE, { ...settings({ lockedDays: ["thu"] }), fixed: [fixed("B", "tue")] })),
    placeWeek(weekInput("", { doseOf: doses("none", "light") })),
    ...placeWeeks(weeksInput(SAMPLE, 1, { each: [{ steps: ["A", "B"] }] })),
    ...placeWeeks(weeksInput("wed key", 1, { ...onlyOn("mon") })),
  ];
  const { changes } = replan({
    weeks: weeksInput("", 1),
    standing: [],
    now: { date: addDays(MONDAY, -1), time: time("12:00") },
    lastDone: { A: null, B: null },
  });
  const named = new Set([...rulesNamed(weeks), ...changes.map(({ reason }) => reason.rule)]);
  expect(RULE_IDS.filter((rule) => !named.has(rule))).toEqual([]);
});

test("[PLACE12] no explanation names a day outside its week", () => {
  const [week] = placeWeeks(weeksInput(SAMPLE, 1));
  const dates = new Set<LocalDate>(WEEKDAYS.map((weekday) => on(weekday)));
  for (const { date, rejected } of week?.sessions ?? []) {
    expect(rejected.map((each) => each.date)).toEqual([...dates].filter((each) => each !== date));
  }
});
