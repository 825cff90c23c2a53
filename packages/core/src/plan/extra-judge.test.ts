import { describe, expect, test } from "vitest";
import { blockAdherence, planFacts } from "../adherence";
import { isMobility, walk, type LoadClass, type SessionKind } from "../programme";
import { weekPlanId } from "../record";
import { librarySession, sessionLibrary, type LibrarySession } from "../session-library";
import { begunRunner, clock, day, openLog, recordIdOf, runnerOf, sessionLog, setsDone } from "../testing";
import {
  agreedPatch,
  derivePlan,
  extraJudge,
  proposeMoves,
  summariseRunner,
  type Plan,
  type PlanRecord,
} from "./index";

const runner = runnerOf();
const monday = day("2026-11-16");
const begun = begunRunner(runner);

function planOf(records: readonly PlanRecord[], today: string): Plan {
  const plan = derivePlan({ runner, records, today: day(today) });
  if (plan === null) throw new Error("no programme");
  return plan;
}

const session = (id: string): LibrarySession => {
  const found = librarySession(id);
  if (found === null) throw new Error(`there is no ${id}`);
  return found;
};

// The sample week: B on Monday, A on Thursday, a key run on Wednesday at 07:00, a long run on Saturday.
const week = planOf(begun, "2026-11-16").weeks[0];
if (week === undefined) throw new Error("no week");
const agreedWeek: PlanRecord = {
  id: weekPlanId(runner, monday),
  kind: "week_plan",
  body: { monday, ...agreedPatch(week) },
  deleted: false,
};
const records = [...begun, agreedWeek];

function verdict(id: string, { on, at = "18:00", inPlaceOf = null, more = [] }: Asked) {
  const judge = extraJudge({
    runner,
    records: [...records, ...more],
    now: { date: day(on), time: clock(at) },
    inPlaceOf,
  });
  if (judge === null) throw new Error("no programme");
  const { prescription, minutes, legLoad, kit } = session(id);
  const is = isMobility(prescription) ? "mobility" : "strength";
  return judge({ kind: prescription.kind, dose: { minutes, legLoad }, kit, is });
}

interface Asked {
  readonly on: string;
  readonly at?: string;
  readonly inPlaceOf?: "A" | "B" | null;
  readonly more?: readonly PlanRecord[];
}

describe("[LIB8] today's session of the library", () => {
  test("on the evening before the key run core and balance fit, the lower body does not, and the rule says why", () => {
    expect(verdict("core-foundation-1-none", { on: "2026-11-17" }).status).toBe("fits");
    expect(verdict("balance-foundation-1-none", { on: "2026-11-17" }).status).toBe("fits");
    const legs = verdict("lower-body-foundation-1-none", { on: "2026-11-17" });
    expect(legs).toMatchObject({ status: "blocked" });
    expect(legs.reasons.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["C2"]));
  });

  test("on a day with a planned session it fits in its place, not beside it", () => {
    const asked = { on: "2026-11-16" };
    expect(verdict("core-foundation-1-none", asked).reasons[0]).toMatchObject({
      code: "dayTaken",
      session: { kind: "B" },
    });
    expect(verdict("core-foundation-1-none", { ...asked, inPlaceOf: "B" }).status).toBe("fits");
  });

  test("a planned session whose day went by without being done stands in nobody's way", () => {
    const reasons = verdict("lower-body-foundation-1-none", { on: "2026-11-17", at: "05:00" }).reasons;
    expect(reasons.map(({ code }) => code)).not.toContain("sessionsTooClose");
  });

  test("what was done beside the plan today takes the day", () => {
    const log = openLog(week.sessions[0] ?? never(), { monday, date: day("2026-11-17") });
    const { slot: _, ...body } = log.body;
    const more = [{ ...log, id: recordIdOf("extra"), body: { ...body, startedAt: "2026-11-17T06:00:00.000Z" } }];
    expect(verdict("core-foundation-1-none", { on: "2026-11-17", more }).reasons[0]).toMatchObject({ rule: "oneADay" });
  });

  test("[LIB12] mobility goes beside a planned session, and takes no day from one", () => {
    expect(verdict("mobility-foundation-1-none", { on: "2026-11-16" }).status).toBe("fits");
    const { prescription } = session("mobility-foundation-1-none");
    const log = openLog(week.sessions[0] ?? never(), { monday, date: day("2026-11-17"), prescription, kind: "C" });
    const { slot: _, ...body } = log.body;
    const more = [{ ...log, id: recordIdOf("extra"), body: { ...body, startedAt: "2026-11-17T06:00:00.000Z" } }];
    expect(verdict("core-foundation-1-none", { on: "2026-11-17", more }).status).toBe("fits");
  });

  test("[PLAN17] one that was opened and ended with nothing done takes no day", () => {
    const log = openLog(week.sessions[0] ?? never(), { monday, date: day("2026-11-17"), ending: "stopped" });
    const { slot: _, ...body } = log.body;
    const more = [{ ...log, id: recordIdOf("extra"), body: { ...body, startedAt: "2026-11-17T06:00:00.000Z" } }];
    expect(verdict("core-foundation-1-none", { on: "2026-11-17", more }).status).toBe("fits");
  });

  test("before the first day, after the last week, and without a programme there is an answer too", () => {
    expect(verdict("core-foundation-1-none", { on: "2026-11-10" }).reasons[0]).toMatchObject({ rule: "start" });
    expect(verdict("core-foundation-1-none", { on: "2027-06-01" }).status).toBe("fits");
    expect(
      extraJudge({ runner, records: [], now: { date: monday, time: clock("18:00") }, inPlaceOf: null }),
    ).toBeNull();
  });
});

function never(): never {
  throw new Error("the week has no session");
}

describe("[LIB11] a planned session done with a session of the library", () => {
  const planned = week.sessions.find(({ slot }) => slot === "B") ?? never();

  function doneWith({ prescription }: LibrarySession): readonly PlanRecord[] {
    const sets = setsDone({ ...planned, prescription });
    return [...records, sessionLog(planned, { monday, date: monday, prescription, kind: prescription.kind, sets })];
  }

  test.each(sessionLibrary().map((each) => [each.id, each] as const))(
    "%s: the plan, its summary and the logger's walk stand",
    (_, each) => {
      const plan = planOf(doneWith(each), "2026-11-18");
      const replaced = plan.weeks[0]?.sessions.find(({ slot }) => slot === "B") ?? never();
      expect(replaced.prescription).toEqual(each.prescription);
      expect(replaced.state.status).not.toBe("missed");
      for (const mode of ["superset", "straight"] as const)
        expect(walk(replaced.prescription, mode).length).toBeGreaterThan(0);
      const facts = planFacts(plan, { originalWeight: (programmeWeek) => 20 + programmeWeek });
      expect(facts[0]).toMatchObject({ programmeWeek: 1, originalWeight: 21 });
      expect(blockAdherence(facts).weeks[0]?.credit).toBeGreaterThanOrEqual(0);
      expect(() =>
        summariseRunner({ runner, records: doneWith(each), today: day("2026-11-18"), kinds: null }),
      ).not.toThrow();
      expect(() =>
        proposeMoves({ runner, records: doneWith(each), now: { date: day("2026-11-18"), time: clock("12:00") } }),
      ).not.toThrow();
    },
  );

  test("the lower body earns by its dose against what was asked, core what core in place of legs earns", () => {
    const creditOf = (id: string) => {
      const plan = planOf(doneWith(session(id)), "2026-11-18");
      const { state } = plan.weeks[0]?.sessions.find(({ slot }) => slot === "B") ?? never();
      return "credit" in state ? state.credit : 0;
    };
    expect(creditOf("core-foundation-1-none")).toBe(0.3);
    expect(creditOf("lower-body-foundation-1-none")).toBeGreaterThan(0.5);
    expect(creditOf("full-body-foundation-2-band")).toBeGreaterThan(creditOf("snack-legs-foundation-1-none"));
  });

  test("its minutes and leg load in the week are those of what was done", () => {
    const core = session("core-foundation-1-none");
    const plan = planOf(doneWith(core), "2026-11-17");
    expect(plan.weeks[0]?.sessions.find(({ slot }) => slot === "B")).toMatchObject({
      kind: "B",
      minutes: core.minutes,
      legLoad: core.legLoad,
    });
  });

  test("the rules of the following days read what was in it", () => {
    const kinds = (each: LibrarySession): readonly [SessionKind, LoadClass] => [
      each.prescription.kind,
      each.legLoad.class,
    ];
    expect(kinds(session("core-foundation-1-none"))).toEqual(["C", "none"]);
    const asked = { on: "2026-11-17", at: "12:00" };
    const codes = (id: string) =>
      verdict("lower-body-foundation-1-none", {
        ...asked,
        more: doneWith(session(id)).slice(records.length),
      }).reasons.map(({ code }) => code);
    expect(codes("lower-body-foundation-1-none")).toContain("sessionsTooClose");
    expect(codes("core-foundation-1-none")).not.toContain("sessionsTooClose");
  });
});
