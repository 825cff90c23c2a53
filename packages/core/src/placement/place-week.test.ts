import { expect, test } from "vitest";
import { addDays, WEEKDAYS, type LocalDate, type Weekday } from "../calendar";
import { day, dose, doses, MONDAY, time, weekInput } from "../testing/weeks";
import {
  checkMove,
  DEFAULT_SETTINGS,
  firstMonday,
  placeWeek,
  type FixedSession,
  type PlacedSession,
  type Reason,
  type WeekInput,
  type WeekPlacement,
} from "./index";

const SAMPLE = "mon easy, wed key, fri medium, sat long";
const on = (weekday: Weekday): LocalDate => addDays(MONDAY, WEEKDAYS.indexOf(weekday));
const settings = (changes: Partial<typeof DEFAULT_SETTINGS>) => ({ settings: { ...DEFAULT_SETTINGS, ...changes } });

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
  expect(week.shortfall).toMatchObject([{ rule: "locked", code: "leftOut", session: { kind: "B" } }]);
});

test("[PLACE10] a session over the runner's minutes makes room for a shorter kind; core is never too long", () => {
  const doseOf: WeekInput["doseOf"] = (kind) => dose(kind === "C" ? "none" : "moderate", kind === "V" ? 13 : 25);
  const shorter = placeWeek(weekInput(SAMPLE, { ...settings({ maxMinutes: 15 }), doseOf }));
  expect(shorter.sessions.map(({ kind }) => kind)).toEqual(["V"]);
  expect(shorter.shortfall[0]).toMatchObject({ rule: "room", because: "tooLong", found: 25, needed: 15 });
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
  expect(session(week, "B").date >= on("thu")).toBe(true);
  expect(verdict(week, "A", "thu")).toBe("equal fixed fitsBetter");
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

test("[PLACE12] the sample week says of each other day what stands in the way", () => {
  const week = placeWeek(weekInput(SAMPLE));
  expect(WEEKDAYS.map((weekday) => `${weekday} ${verdict(week, "A", weekday)}`)).toEqual([
    "mon worse C1 closeToKey",
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
    "wed worse C1 closeToKey",
    "thu worse C1 closeToKey",
    "fri worse C13 sameDayAsKey",
    "sat worse C12 afterLong",
    "sun worse C14 restDay",
  ]);
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

test("[PLACE12] when a day would cost the other session its place, the reason is about that one", () => {
  const thursday = session(placeWeek(weekInput(SAMPLE)), "B").rejected.find(({ date }) => date === on("thu"));
  expect(thursday?.reason).toMatchObject({ rule: "C1", worseBy: 20, moved: { kind: "A", date: on("mon") } });
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
  expect(week.shortfall).toMatchObject([
    { rule: "C1", code: "madeSmaller", because: "closeToKey", session: { kind: "B" }, instead: "L", needed: 48 },
  ]);
});

test("[PLACE13] with every day locked both sessions are left out, because of the locks", () => {
  const week = placeWeek(weekInput(SAMPLE, settings({ lockedDays: WEEKDAYS })));
  expect(week.shortfall).toMatchObject([
    { rule: "locked", code: "leftOut", session: { kind: "A" }, instead: null },
    { rule: "locked", code: "leftOut", session: { kind: "B" }, instead: null },
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
