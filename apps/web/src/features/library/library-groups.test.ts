import { describe, expect, test } from "vitest";
import type { LocalDate } from "@legwork/core/calendar";
import type { ExtraCheck } from "@legwork/core/placement";
import { draftPlan, type Plan, type PlanSession, type SessionState } from "@legwork/core/plan";
import { NO_LIMITS } from "@legwork/core/safety";
import { SAMPLE_WEEK } from "@legwork/core/run";
import { librarySession, sessionLibrary, type LibrarySession } from "@legwork/core/session-library";
import { checkOf, libraryGroups, type Asked, type LibraryFilter } from "./library-groups";
import { levelOf, plannedToday, springsOf } from "./today-facts";

const EVERYTHING: LibraryFilter = { focus: null, level: null, kit: "dumbbells", minutes: null, show: "all" };
const fits: ExtraCheck = { status: "fits", reasons: [] };
const blocked: ExtraCheck = { status: "blocked", reasons: [] };

/** Legs are forbidden beside the plan, everything goes in place of a session. */
const checks = new Map(
  sessionLibrary().map((session) => [
    session.id,
    { beside: session.legLoad.class === "none" ? fits : blocked, inPlace: fits },
  ]),
);
const groups = (filter: Partial<LibraryFilter> = {}, changes: Partial<Asked> = {}) =>
  libraryGroups({
    filter: { ...EVERYTHING, ...filter },
    checks,
    as: "beside",
    springs: "open",
    paused: [],
    limits: NO_LIMITS,
    ownLevel: "foundation",
    ...changes,
  });
const patternsOf = ({ prescription }: LibrarySession) => prescription.pairs.flat().map(({ pattern }) => pattern);
const ids = (made: ReturnType<typeof groups>) => made.map(({ id }) => id);

describe("the library by what today has room for", () => {
  test("what fits comes first, and only that stays when it is asked for", () => {
    expect(ids(groups())).toEqual(["fits", "blocked"]);
    expect(ids(groups({ show: "today" }))).toEqual(["fits"]);
    expect(ids(groups({ focus: "legs", show: "today" }))).toEqual([]);
  });

  test("hops and jumps wait for their gate, whatever the rules say to the day", () => {
    const closed = groups({ focus: "balanceAndSpring" }, { springs: "gateClosed" });
    expect(ids(closed)).toEqual(["blocked", "notYet"]);
    expect(closed[1]?.rows.every(({ session }) => session.needsSpringGate)).toBe(true);
    expect(ids(groups({ focus: "balanceAndSpring", show: "today" }, { springs: "gateClosed" }))).toEqual([]);
  });

  test("an answer about health keeps heel bounces out too", () => {
    const all = groups({ focus: "balanceAndSpring" }, { springs: "off", as: "inPlace" });
    expect(ids(all)).toEqual(["notYet"]);
    const calves = groups({ focus: "calvesAndFeet" }, { springs: "off", as: "inPlace" });
    expect(ids(calves)).toEqual(["fits", "notYet"]);
  });

  test("hops on one leg wait until the gate is open for one", () => {
    const waiting = (springs: Asked["springs"]) =>
      groups({ focus: "balanceAndSpring" }, { springs, as: "inPlace" }).find(({ id }) => id === "notYet")?.rows ?? [];
    expect(waiting("open")).toEqual([]);
    expect(waiting("twoLegs").length).toBeGreaterThan(0);
    for (const { session } of waiting("twoLegs"))
      expect(session.prescription.plyo.map(({ exercise }) => exercise)).toContain("PLYO.Y3");
  });

  test("what pain or an injury keeps out is not for now, and the rest is", () => {
    const all = groups({}, { paused: ["P5"], as: "inPlace" });
    const patternsIn = (group: string) =>
      all.find(({ id }) => id === group)?.rows.map(({ session }) => patternsOf(session)) ?? [];
    expect(patternsIn("fits").flat()).not.toContain("P5");
    expect(patternsIn("notYet").length).toBeGreaterThan(0);
    for (const patterns of patternsIn("notYet")) expect(patterns).toContain("P5");
    expect(ids(groups({ focus: "core" }, { paused: ["P5"], as: "inPlace" }))).toEqual(["fits"]);
  });

  test("sessions stand as safety's limits allow them", () => {
    const limits = { ...NO_LIMITS, springDrills: false, nordics: false, rungMax: 0, rirMin: 3 } as const;
    for (const { rows } of groups({}, { limits, as: "inPlace" }))
      for (const { session } of rows)
        for (const { exercise, pattern, rir } of session.prescription.pairs.flat()) {
          if (pattern !== "MOB") expect(exercise.endsWith(".0")).toBe(true);
          expect(rir).toBeGreaterThanOrEqual(3);
        }
  });

  test("sessions of the runner's own level come first, and mobility is there at every level", () => {
    const [first] = groups({}, { ownLevel: "strong", as: "inPlace" });
    expect(first?.rows[0]?.session.level).toBe("strong");
    expect(groups({ focus: "mobility" }, { ownLevel: "strong" })[0]?.rows.length).toBeGreaterThanOrEqual(3);
  });

  test("without an answer of the rules the list stands and says nothing about today", () => {
    expect(ids(groups({}, { checks: null }))).toEqual(["unknown"]);
  });

  test("in place of a planned session mobility is still read beside it", () => {
    const session = (id: string): LibrarySession => librarySession(id) ?? never(id);
    const read = (id: string) => checkOf(session(id), { checks, as: "inPlace" });
    expect(read("lower-body-foundation-1-none")).toBe(checks.get("lower-body-foundation-1-none")?.inPlace);
    expect(read("mobility-foundation-1-none")).toBe(checks.get("mobility-foundation-1-none")?.beside);
  });
});

const MONDAY = "2026-11-16" as LocalDate;

function planOn(today: string): Plan {
  const runs = Object.fromEntries(
    SAMPLE_WEEK.runs.map(({ id, day, kind, minutes }) => [id, { day, kind, minutes }] as const),
  );
  const programme = { startDate: MONDAY, zone: "Europe/Amsterdam", kit: "dumbbells", lockedDays: {} } as const;
  return draftPlan({ programme, runs, today: today as LocalDate });
}

function withStates(plan: Plan, stateOf: (session: PlanSession) => SessionState): Plan {
  return {
    ...plan,
    weeks: plan.weeks.map((week) => ({
      ...week,
      sessions: week.sessions.map((session) => ({ ...session, state: stateOf(session) })),
    })),
  };
}

describe("what today has to say to the library", () => {
  test("the session of today is the one to replace, else one that still waits, and none once one was begun", () => {
    expect(plannedToday(planOn("2026-11-16"))).toMatchObject({ session: { slot: "B" }, standsToday: true });
    expect(plannedToday(planOn("2026-11-18"))).toMatchObject({ session: { slot: "B" }, standsToday: false });
    expect(plannedToday(planOn("2026-11-10"))).toBeNull();
    const begun = withStates(planOn("2026-11-16"), () => ({ status: "started", startedAt: "", setsDone: 1 }));
    expect(plannedToday(begun)).toBeNull();
  });

  test("hops and jumps are there once the gate of the spring drills is open", () => {
    const plan = planOn("2026-11-16");
    expect(springsOf(plan)).toBe("gateClosed");
    expect(springsOf({ springGate: { open: "twoLegs", unmet: ["calfRaiseOneLeg"] } })).toBe("twoLegs");
    expect(springsOf({ springGate: { open: "oneLeg", unmet: [] } })).toBe("open");
  });

  test("the level is that of the phase", () => {
    const plan = planOn("2026-11-16");
    const days = ["2026-11-01", "2026-11-16", "2026-12-16", "2027-01-20"].map((each) => each as LocalDate);
    expect(days.map((today) => levelOf({ ...plan, today }))).toEqual(["foundation", "foundation", "build", "strong"]);
  });
});

function never(id: string): never {
  throw new Error(`there is no ${id}`);
}
