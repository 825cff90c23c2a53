import { describe, expect, test } from "vitest";
import { addDays, WEEKDAYS, weekdayOf, type Weekday } from "../calendar";
import { day, dose, doses, MONDAY, on, race, settings, time, weekInput, weeksInput } from "../testing/weeks";
import {
  checkMove,
  firstMonday,
  placeWeek,
  placeWeeks,
  type FixedSession,
  type PlacedSession,
  type Reason,
  type TimeOff,
  type WeekInput,
  type WeekPlacement,
} from "./index";

const SAMPLE = "mon easy, wed key, fri medium, sat long";

function session(week: WeekPlacement, slot: "A" | "B"): PlacedSession {
  const found = week.sessions.find((each) => each.slot === slot);
  if (!found) throw new Error(`no session in slot ${slot}`);
  return found;
}

/** `status rule code` of a rejected day. */
function verdict(week: WeekPlacement, slot: "A" | "B", weekday: Weekday): string {
  const found = session(week, slot).rejected.find((each) => each.date === on(weekday));
  return found ? `${found.status} ${found.reason.rule} ${found.reason.code}` : "chosen";
}

const fixed = (slot: "A" | "B", weekday: Weekday, changes: Partial<FixedSession> = {}): FixedSession => ({
  slot,
  kind: slot,
  date: on(weekday),
  startTime: time("18:00"),
  movedByHand: true,
  ...changes,
});

test("[PLACE6] week 1 begins on the Monday of the start date while four of its days are left", () => {
  const monday = day("2026-08-31");
  expect(WEEKDAYS.map((_, index) => firstMonday(addDays(monday, index)))).toEqual([
    ...Array.from({ length: 4 }, () => monday),
    ...Array.from({ length: 3 }, () => addDays(monday, 7)),
  ]);
});

test("[PLACE6] days before the start are blocked by the rule `start`", () => {
  const week = placeWeek(weekInput(SAMPLE, { earliest: on("thu") }));
  expect(week.sessions.every(({ date }) => date >= on("thu"))).toBe(true);
  expect(verdict(week, "A", "mon")).toBe("blocked start beforeStart");
  expect(verdict(week, "A", "wed")).toBe("blocked start beforeStart");
});

test("[PLACE7] a locked day is blocked for every kind of session", () => {
  for (const legs of ["none", "light", "moderate", "heavy"] as const) {
    const week = placeWeek(weekInput("", { ...settings({ lockedDays: ["mon"] }), doseOf: doses(legs, legs) }));
    expect(verdict(week, "A", "mon")).toBe("blocked locked locked");
    expect(verdict(week, "B", "mon")).toBe("blocked locked locked");
  }
});

test("[PLACE8] one thing a day keeps legs off days with a run, and lets core stand there", () => {
  const legs = placeWeek(weekInput(SAMPLE, settings({ twoADay: false })));
  expect(verdict(legs, "B", "mon")).toBe("blocked twoADay runThatDay");
  const core = placeWeek(weekInput(SAMPLE, { ...settings({ twoADay: false }), doseOf: doses("none", "none") }));
  expect(verdict(core, "A", "wed")).not.toContain("blocked");
});

test("[PLACE9] two sessions never share a day, however light", () => {
  const lockedDays = WEEKDAYS.filter((weekday) => weekday !== "thu");
  const week = placeWeek(weekInput("", { ...settings({ lockedDays }), doseOf: doses("none", "none") }));
  expect(week.sessions).toHaveLength(1);
  expect(week.shortfall).toMatchObject([
    { slot: "B", asked: "B", instead: null, reason: { rule: "locked", code: "locked" } },
  ]);
});

test("[PLACE10] a session over the runner's minutes makes room for a shorter kind; core is never too long", () => {
  const doseOf: WeekInput["doseOf"] = (kind) => dose(kind === "C" ? "none" : "moderate", kind === "V" ? 13 : 25);
  const shorter = placeWeek(weekInput(SAMPLE, { ...settings({ maxMinutes: 15 }), doseOf }));
  expect(shorter.sessions.map(({ kind }) => kind)).toEqual(["V"]);
  const tooLong = { rule: "room", code: "tooLong", found: 25, needed: 15 };
  expect(shorter.shortfall).toMatchObject([
    { slot: "A", asked: "A", instead: "V", reason: tooLong },
    { slot: "B", asked: "B", instead: null, reason: tooLong },
  ]);
  const shortest = placeWeek(weekInput(SAMPLE, { ...settings({ maxMinutes: 10 }), doseOf }));
  expect(shortest.sessions.map(({ kind }) => kind)).toEqual(["C"]);
});

test("[PLACE11] a session moved by hand keeps its place, says what it breaks, and the other makes room", () => {
  const week = placeWeek(weekInput(SAMPLE, { fixed: [fixed("A", "tue")] }));
  expect(session(week, "A")).toMatchObject({ date: on("tue"), startTime: "18:00" });
  expect(session(week, "A").why.slice(0, 2)).toMatchObject([
    { rule: "fixed", code: "byHand" },
    { rule: "C1", code: "tooCloseToKey", found: 12.5, needed: 36 },
  ]);
  expect(session(week, "A").breaks).toMatchObject({ rule: "C1", found: 12.5, needed: 36 });
  expect(session(week, "B").breaks).toBeNull();
  expect(session(week, "B").date).toBe(on("thu"));
  expect(verdict(week, "A", "mon")).toBe("equal fixed fitsBetter");
  expect(verdict(week, "A", "thu")).toBe("blocked oneADay dayTaken");
  expect(verdict(week, "B", "mon")).toBe("blocked C11 sessionsTooClose");
});

test("[PLACE11] an agreed week keeps its days, and its reasons stay those of the free week", () => {
  const free = placeWeek(weekInput(SAMPLE));
  const agreed = placeWeek(
    weekInput(SAMPLE, {
      fixed: [fixed("A", "thu", { movedByHand: false }), fixed("B", "mon", { movedByHand: false })],
    }),
  );
  expect(agreed).toEqual(free);
});

test("[PLACE11] what was agreed is judged by its own leg load, not by what the week would ask now", () => {
  const light = fixed("A", "tue", { dose: dose("light"), startTime: time("18:00") });
  const week = placeWeek(weekInput(SAMPLE, { fixed: [light] }));
  expect(session(week, "A").legLoad.class).toBe("light");
  expect(session(week, "A").why.map(({ rule }) => rule)).not.toContain("C1");
});

test("[PLACE11] a skipped slot asks for nothing and is no shortfall", () => {
  const week = placeWeek(weekInput(SAMPLE, { skipped: ["B"] }));
  expect(week.sessions.map(({ slot }) => slot)).toEqual(["A"]);
  expect(week.shortfall).toEqual([]);
  expect(placeWeek(weekInput(SAMPLE, { skipped: ["A", "B"] }))).toMatchObject({ sessions: [], sum: 0, shortfall: [] });
});

test("[PLACE12] the sample week says of each other day what stands in the way while the other session stays", () => {
  const week = placeWeek(weekInput(SAMPLE));
  expect(WEEKDAYS.map((weekday) => `${weekday} ${verdict(week, "A", weekday)}`)).toEqual([
    "mon blocked oneADay dayTaken",
    "tue blocked C1 tooCloseToKey",
    "wed worse C13 sameDayAsKey",
    "thu chosen",
    "fri blocked C5 tooCloseToLong",
    "sat blocked C12 tooHeavyAfterLong",
    "sun worse C14 restDay",
  ]);
  expect(WEEKDAYS.map((weekday) => `${weekday} ${verdict(week, "B", weekday)}`)).toEqual([
    "mon chosen",
    "tue blocked C2 tooCloseToKey",
    "wed blocked C11 sessionsTooClose",
    "thu blocked oneADay dayTaken",
    "fri blocked C11 sessionsTooClose",
    "sat worse C12 afterLong",
    "sun worse C14 restDay",
  ]);
});

test("[PLACE12] worse says by how much: what the one move costs", () => {
  const week = placeWeek(weekInput(SAMPLE));
  const worse = (slot: "A" | "B") =>
    session(week, slot).rejected.flatMap(({ date, status, reason }) =>
      status === "worse" ? [`${weekdayOf(date)} ${reason.worseBy}`] : [],
    );
  // A on Wednesday: 10 and not −3, and 48 h from Monday (6). On Sunday: 25 + 2 and not −3. B on Saturday: 15, and 48 h (6).
  expect(worse("A")).toEqual(["wed 19", "sun 30"]);
  expect(worse("B")).toEqual(["sat 21", "sun 27"]);
});

test.each([
  SAMPLE,
  "tue key, thu easy, sun long",
  "mon easy, tue key, thu key, fri easy, sat long",
  "tue key, wed easy, thu easy, sat long, sun long",
  "mon easy, tue key 19:00, thu easy, sat long",
])("[PLACE12][PLACE18] the verdict on another day is that of the move to it: %s", (runs) => {
  const input = weekInput(runs, settings({ otherTime: time("06:30") }));
  const week = placeWeek(input);
  for (const { slot, rejected } of week.sessions)
    for (const { date, status, reason } of rejected) {
      const check = checkMove({ week: input, placed: week.sessions, slot, to: { date } });
      expect(`${slot} ${date} ${check?.status}`).toBe(`${slot} ${date} ${status}`);
      if (status === "worse") expect(check?.worseBy).toBe(reason.worseBy);
      if (status === "blocked") expect(check?.reasons[0]).toEqual(reason);
    }
});

test("[PLACE12] a blocked day names hours found and needed and the run it protects", () => {
  const tuesday = session(placeWeek(weekInput(SAMPLE)), "A").rejected.find(({ date }) => date === on("tue"));
  expect(tuesday?.reason).toEqual({
    rule: "C1",
    code: "tooCloseToKey",
    found: 12.5,
    needed: 36,
    legLoad: "heavy",
    run: { id: `run1@${on("wed")}`, kind: "key", date: on("wed") },
  });
});

test("[PLACE12] the day of the week's other session is taken, and the reason names it", () => {
  const thursday = session(placeWeek(weekInput(SAMPLE)), "B").rejected.find(({ date }) => date === on("thu"));
  expect(thursday?.reason).toEqual({ rule: "oneADay", code: "dayTaken", session: { kind: "A", date: on("thu") } });
});

test("[PLACE12] between equal days the reason is the habit, the larger gap, or the earlier day", () => {
  const light = { doseOf: doses("light", "light") };
  expect(verdict(placeWeek(weekInput("", { ...light, habit: { A: "wed", B: "thu" } })), "A", "mon")).toBe(
    "equal habit daysKept",
  );
  const free = placeWeek(weekInput("", light));
  expect(verdict(free, "A", "tue")).toBe("equal tie largerGap");
  const alone = placeWeek(weekInput("", { ...light, skipped: ["B"] }));
  expect(verdict(alone, "A", "tue")).toBe("equal tie earlierDay");
});

test("[PLACE12] a day that would leave no quiet day is blocked by C15", () => {
  const week = placeWeek(
    weekInput("mon key, tue key, wed key, thu key, fri key, sat easy, sun long", {
      doseOf: doses("light", "moderate"),
      skipped: ["A"],
    }),
  );
  expect(verdict(week, "B", "sat")).toBe("blocked C15 noQuietDay");
});

test("[PLACE13] a session made smaller names the rule of the nearest full week", () => {
  const runs = "mon easy, tue key, thu key, fri easy, sat long";
  const week = placeWeek(weekInput(runs, { doseOf: doses("heavy", "heavy") }));
  // The full week would be Tuesday and Thursday evening: 46 points, the dearest of them Tuesday's 36.5 h before Thursday's key run.
  expect(week.shortfall).toMatchObject([
    {
      slot: "B",
      asked: "B",
      instead: "L",
      reason: { rule: "C1", code: "closeToKey", found: 36.5, needed: 48, run: { kind: "key", date: on("thu") } },
    },
  ]);
});

test("[PLACE13] with every day locked both sessions are left out, because of the locks, and no one change helps", () => {
  const week = placeWeek(weekInput(SAMPLE, settings({ lockedDays: WEEKDAYS })));
  expect(week.shortfall).toMatchObject([
    { slot: "A", asked: "A", instead: null, reason: { rule: "locked", code: "locked" } },
    { slot: "B", asked: "B", instead: null, reason: { rule: "locked", code: "locked" } },
  ]);
});

test("[PLACE13] what a lighter week does not ask for is no shortfall, and its sessions say why it asks for less", () => {
  const askedBy = { rule: "C17", code: "raceWeek" } as const;
  const week = placeWeek(weekInput("tue key, thu easy", { ask: "T1", askedBy, once: [race(on("sun"), "short")] }));
  expect(week).toMatchObject({ ask: "T1", shortfall: [], sessions: [{ slot: "A", kind: "T1" }] });
  expect(session(week, "A").why[0]).toEqual(askedBy);
});

test("[PLACE13] a race that leaves no place for T1 is named with its hours", () => {
  const week = placeWeek(
    weekInput("mon easy", {
      ask: "T1",
      once: [race(on("wed"), "half")],
      ...settings({ lockedDays: ["wed", "thu", "fri", "sat", "sun"] }),
    }),
  );
  expect(week.sessions).toEqual([]);
  expect(week.shortfall).toMatchObject([
    {
      slot: "A",
      asked: "T1",
      instead: null,
      reason: { rule: "C17", code: "nothingBeforeRace", found: 38.5, needed: 72 },
    },
  ]);
});

test("[PLACE14] the chosen days of the sample week are explained by hours", () => {
  const week = placeWeek(weekInput(SAMPLE));
  const why = (slot: "A" | "B") => session(week, slot).why.map(({ rule, code, found }) => [rule, code, found]);
  expect(why("B")).toEqual([
    ["C9", "afterEasyRun", undefined],
    ["C2", "clearOfKey", 36.5],
  ]);
  expect(why("A")).toEqual([
    ["C13", "dayAfterKey", undefined],
    ["C5", "clearOfLong", 36.5],
  ]);
});

test("[PLACE14] what the chosen day costs is said too", () => {
  const week = placeWeek(weekInput("tue key, wed easy, thu easy, sat long, sun long"));
  const codes = (slot: "A" | "B"): readonly Reason["code"][] => session(week, slot).why.map(({ code }) => code);
  expect(codes("B")).toContain("afterLong");
  const five = placeWeek(weekInput("mon easy, tue key, thu key, fri easy, sat long"));
  expect(session(five, "A").why.map(({ code }) => code)).toEqual(["clearOfLong", "sameDayAsKey", "sessionsClose"]);
});

test("[PLACE18] a move to a day of another week is refused", () => {
  const input = weekInput(SAMPLE);
  const placed = placeWeek(input).sessions;
  expect(checkMove({ week: input, placed, slot: "A", to: { date: addDays(MONDAY, 7) } })).toMatchObject({
    status: "blocked",
    reasons: [{ code: "otherWeek" }],
  });
  expect(checkMove({ week: input, placed: [], slot: "A", to: { date: MONDAY } })).toBeNull();
});

test("[PLACE18] moving A of the sample week day by day", () => {
  const input = weekInput(SAMPLE);
  const placed = placeWeek(input).sessions;
  const checked = WEEKDAYS.map((weekday) => {
    const check = checkMove({ week: input, placed, slot: "A", to: { date: on(weekday) } });
    return `${weekday} ${check?.status} ${check?.reasons[0]?.rule}`;
  });
  expect(checked).toEqual([
    "mon blocked oneADay",
    "tue blocked C1",
    "wed worse C13",
    "thu stands C13",
    "fri blocked C5",
    "sat blocked C12",
    "sun worse C14",
  ]);
});

test("[PLACE18] the clock time of a move counts: heavy legs at dawn on Monday are far enough from Wednesday", () => {
  const input = weekInput("mon easy 18:00, wed key, fri medium, sat long", { skipped: ["B"] });
  const placed = placeWeek(input).sessions;
  const to = (startTime: string) =>
    checkMove({ week: input, placed, slot: "A", to: { date: on("mon"), startTime: time(startTime) } });
  expect(to("06:00")?.reasons.map(({ code }) => code)).toEqual(["clearOfKey"]);
  expect(to("12:00")?.reasons.map(({ rule }) => rule)).toContain("C9");
  expect(to("17:50")).toMatchObject({ status: "blocked", reasons: [{ code: "runInTheWay" }, { rule: "C9" }, {}] });
});

describe("time off", () => {
  const off = (from: Weekday, to: Weekday, changes: Partial<TimeOff> = {}): Pick<WeekInput, "timeOff"> => ({
    timeOff: [{ from: on(from), to: on(to), reason: "travel", sessions: "none", ...changes }],
  });

  test("[PLACE21] no session of any kind stands on its days, first and last included, and the reason says why", () => {
    const week = placeWeek(weekInput(SAMPLE, off("tue", "thu", { reason: "illness" })));
    expect(WEEKDAYS.map((weekday) => verdict(week, "B", weekday))).toEqual([
      "chosen",
      "blocked away away",
      "blocked away away",
      "blocked away away",
      "worse C6 closeToLong",
      "blocked C11 sessionsTooClose",
      "blocked oneADay dayTaken",
    ]);
    expect(session(week, "B").rejected[0]?.reason).toEqual({
      rule: "away",
      code: "away",
      date: on("tue"),
      away: "illness",
    });
    const core = placeWeek(weekInput("", { ...off("mon", "sat"), doseOf: doses("none", "none") }));
    expect(core.sessions.map(({ date }) => date)).toEqual([on("sun")]);
  });

  test("[PLACE21] a week that is all time off has no session, and its shortfall names it", () => {
    const week = placeWeek(weekInput(SAMPLE, off("mon", "sun", { reason: "injury" })));
    expect(week).toMatchObject({ sessions: [], sum: 200 });
    expect(week.shortfall.map(({ reason }) => [reason.code, reason.away])).toEqual([
      ["away", "injury"],
      ["away", "injury"],
    ]);
  });

  test("[PLACE21] days without the own kit keep their sessions, made for no kit there and only there", () => {
    const [week] = placeWeeks(
      weeksInput(SAMPLE, 1, {
        ...off("thu", "sun", { sessions: "withoutKit" }),
        exposures: { A: 3, B: 3 },
        doseOf: ({ kind, kit }) => dose(doses("heavy", "moderate")(kind).legLoad.class, kit === "none" ? 22 : 30),
      }),
    );
    expect(week?.sessions).toMatchObject([
      { kind: "B", date: on("mon"), minutes: { superset: 30 } },
      { kind: "A", date: on("thu"), minutes: { superset: 22 }, kit: "none" },
    ]);
    expect(week?.sessions[0]).not.toHaveProperty("kit");
  });

  test("[PLACE21] lighter work without the kit is judged as light as it is", () => {
    const input = weeksInput("mon easy, wed key, sat long", 1, {
      ...settings({ lockedDays: ["mon", "wed", "thu", "fri", "sat", "sun"] }),
      exposures: { A: 3, B: 3 },
      doseOf: ({ kind, kit }) => (kit === "none" ? dose("light") : doses("heavy", "moderate")(kind)),
    });
    const kinds = (week: WeekPlacement | undefined) => week?.sessions.map(({ kind, date }) => [kind, date]);
    // Heavy legs never end 12.5 h before a key run, light ones do.
    expect(kinds(placeWeeks(input)[0])).toEqual([["C", on("tue")]]);
    const hotel = { ...input, ...off("tue", "tue", { sessions: "withoutKit" }) };
    expect(kinds(placeWeeks(hotel)[0])).toEqual([["A", on("tue")]]);
  });
});

describe("two times of day", () => {
  const morning = settings({ otherTime: time("06:30") });

  test("[PLACE22] the other time is taken where the rules prefer it", () => {
    const track = "mon easy, tue key 19:00, thu easy, sat long";
    const at = (input: WeekInput) =>
      placeWeek(input).sessions.map(({ date, startTime }) => `${weekdayOf(date)} ${startTime}`);
    expect(at(weekInput(track))).toEqual(["wed 18:00", "sat 18:00"]);
    expect(at(weekInput(track, morning))).toEqual(["wed 06:30", "fri 06:30"]);
  });

  test("[PLACE22] between equal weeks the preferred time wins, after the days kept and before the larger gap", () => {
    const times = (runs: string, changes: Partial<WeekInput>) =>
      placeWeek(weekInput(runs, { ...settings({ otherTime: time("06:00") }), ...changes })).sessions.map(
        ({ slot, date, startTime }) => `${slot} ${weekdayOf(date)} ${startTime}`,
      );
    // Monday morning would lie half a day further from Sunday evening.
    expect(times("", {})).toEqual(["A mon 18:00", "B sun 18:00"]);
    // Friday evening is right after the run (4), Friday morning 11.5 h before it (0).
    const alone = { skipped: ["B" as const], doseOf: doses("moderate", "moderate") };
    expect(times("fri easy 30 18:00", alone)).toEqual(["A mon 18:00"]);
    expect(times("fri easy 30 18:00", { ...alone, habit: { A: "fri" } })).toEqual(["A fri 06:00"]);
  });

  test("[PLACE22] the verdict on another day is that of its better time", () => {
    const track = "mon easy, tue key 19:00, thu easy, sat long";
    const week = placeWeek(weekInput(track, { ...morning, fixed: [fixed("A", "wed")], skipped: ["B"] }));
    // Friday evening is 12.5 h before the long run and blocked for heavy legs, Friday morning 24 h before it costs 12.
    expect(verdict(placeWeek(weekInput(track, { skipped: ["B"] })), "A", "fri")).toBe("blocked C5 tooCloseToLong");
    expect(verdict(week, "A", "fri")).toBe("worse C5 closeToLong");
  });
});
