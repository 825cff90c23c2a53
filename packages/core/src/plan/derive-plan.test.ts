import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, weekdayOf } from "../calendar";
import { exerciseFacts } from "../exercise";
import { placeWeeks, DEFAULT_SETTINGS } from "../placement";
import { legLoad, prescribe, sessionMinutes } from "../programme";
import { makeBody, runLogId, weekPlanId, type Body, type WeekPlanFields } from "../record";
import { runsOfWeek, SAMPLE_WEEK, SAMPLE_WEEKS } from "../run";
import {
  begunRunner,
  clock,
  day,
  openLog,
  planRecord,
  runnerOf,
  runsOf,
  SAMPLE_PROGRAMME,
  sessionLog,
  setsDone,
} from "../testing";
import {
  agreedPatch,
  derivePlan,
  draftPlan,
  proposeMoves,
  summariseRunner,
  type Plan,
  type PlanRecord,
  type PlanSession,
} from "./index";

const runner = runnerOf();
const monday = day("2026-11-16");
const begun = begunRunner(runner);

function planOf(records: readonly PlanRecord[], today = "2026-11-16"): Plan {
  const plan = derivePlan({ runner, records, today: day(today) });
  if (plan === null) throw new Error("no programme");
  return plan;
}

function sessionOf(plan: Plan, week: number, slot: "A" | "B"): PlanSession {
  const session = plan.weeks[week - 1]?.sessions.find((each) => each.slot === slot);
  if (!session) throw new Error(`week ${week} has no ${slot}`);
  return session;
}

function weekPlan(fields: Partial<WeekPlanFields>, of = monday): PlanRecord {
  return planRecord(runner, "week_plan", {
    key: of,
    fields: { monday: of, agreed: {}, moves: {}, skips: {}, ...fields },
  });
}

/** The records after the phone wrote what is agreed for every week that has begun. */
function agreedOn(today: string, records: readonly PlanRecord[]): readonly PlanRecord[] {
  const patches = planOf(records, today).weeks.flatMap((week) => {
    const patch = agreedPatch(week);
    if (Object.keys(patch).length === 0) return [];
    const id = weekPlanId(runner, week.monday);
    const present: Body = records.find((record) => record.id === id)?.body ?? {};
    return [{ id, kind: "week_plan", body: { ...present, ...patch }, deleted: false }];
  });
  const changed = new Set(patches.map(({ id }) => id));
  return [...records.filter(({ id }) => !changed.has(id)), ...patches];
}

describe("weeks", () => {
  test("[PLAN1] weeks ahead go through the programme one by one", () => {
    const plan = planOf(begun);
    expect(plan.weeks.map(({ week }) => week)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(plan.weeks.map(({ programmeWeek }) => programmeWeek)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(plan.weeks[3]).toMatchObject({ monday: "2026-12-07", phase: 1, reduced: true });
    expect(sessionOf(plan, 7, "A").prescription.week).toBe(7);
  });

  test("[PLAN1] a runner who never begins stays in week 1, and the block ends as much later", () => {
    const plan = planOf(begun, "2026-12-09");
    expect(plan.weeks.slice(0, 5).map(({ programmeWeek }) => programmeWeek)).toEqual([1, 1, 1, 1, 2]);
    expect(plan.weeks).toHaveLength(15);
    expect(plan.currentWeek).toBe(3);
  });

  test("[PLAN1] before the first Monday no week holds today", () => {
    expect(planOf(begun, "2026-11-15").currentWeek).toBe(-1);
  });

  test("[PLAN1] a start late in its week begins with the next Monday", () => {
    const late = begunRunner(runner, { programme: { startDate: day("2026-11-20") } });
    expect(planOf(late).weeks[0]?.monday).toBe("2026-11-23");
  });

  test("[PLAN2] weeks ahead stand where the rules place them", () => {
    for (const sample of SAMPLE_WEEKS) {
      const plan = planOf(begunRunner(runner, { runs: runsOf(sample.runs) }));
      const mondays = plan.weeks.map((week) => week.monday);
      const placed = placeWeeks({
        weeks: mondays.map((each, index) => ({ week: index + 1, monday: each, fixed: [], skipped: [] })),
        earliest: SAMPLE_PROGRAMME.startDate,
        runs: [addDays(monday, -7), ...mondays, addDays(monday, 84)].flatMap((each) => runsOfWeek(sample.runs, each)),
        sessions: [],
        settings: DEFAULT_SETTINGS,
        habit: {},
        exposures: { A: 0, B: 0 },
        doseOf: ({ kind, week, exposures }) => {
          const prescription = prescribe({ kind, week, kit: "dumbbells", maxMinutes: null });
          return { minutes: sessionMinutes(prescription), legLoad: legLoad(prescription, { exposures }) };
        },
      });
      const places = plan.weeks.map(({ sessions }) =>
        sessions.map(({ slot, kind, date, startTime, legLoad: load }) => ({
          slot,
          kind,
          date,
          startTime,
          legLoad: load,
        })),
      );
      expect(places).toEqual(
        placed.map(({ sessions }) =>
          sessions.map(({ slot, kind, date, startTime, legLoad: load }) => ({
            slot,
            kind,
            date,
            startTime,
            legLoad: load,
          })),
        ),
      );
    }
  });

  test("[PLAN2] a draft is the plan that its answers would give when stored", () => {
    const draft = draftPlan({
      programme: SAMPLE_PROGRAMME,
      runs: runsOf(SAMPLE_WEEK.runs),
      today: monday,
      weeks: 3,
      runner,
    });
    expect(draft.weeks).toEqual(planOf(begun).weeks.slice(0, 3));
  });

  test("[PLAN2] the plan does not depend on the order of the records, and a deleted one is not read", () => {
    const records = agreedOn("2026-12-01", begun);
    const plan = planOf(records, "2026-12-01");
    fc.assert(
      fc.property(fc.shuffledSubarray([...records], { minLength: records.length }), (shuffled) => {
        expect(planOf(shuffled, "2026-12-01")).toEqual(plan);
      }),
      { numRuns: 5 },
    );
    expect(
      derivePlan({ runner, records: begun.map((each) => ({ ...each, deleted: true })), today: monday }),
    ).toBeNull();
  });
});

describe("what is agreed", () => {
  test("[PLAN3] a week is to be agreed from its Monday on, once", () => {
    const plan = planOf(begun, "2026-11-24");
    expect(plan.weeks.map(({ toAgree }) => toAgree.length)).toEqual([2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const after = planOf(agreedOn("2026-11-24", begun), "2026-11-24");
    expect(after.weeks.every(({ toAgree }) => toAgree.length === 0)).toBe(true);
    expect(after.weeks.map(({ sessions }) => sessions.map(({ date, prescription }) => [date, prescription]))).toEqual(
      plan.weeks.map(({ sessions }) => sessions.map(({ date, prescription }) => [date, prescription])),
    );
  });

  test("[PLAN3] what was agreed stands, whatever the runs and the kit become", () => {
    const records = agreedOn("2026-11-16", begun);
    const before = planOf(records);
    const changed = [
      ...begunRunner(runner, { runs: { tue: { day: "tue", kind: "key", minutes: 60 } }, programme: { kit: "none" } }),
      ...records.filter(({ kind }) => kind === "week_plan"),
    ];
    const after = planOf(changed);
    for (const slot of ["A", "B"] as const) {
      const { date, kind, prescription } = sessionOf(before, 1, slot);
      expect(sessionOf(after, 1, slot)).toMatchObject({ date, kind, prescription });
    }
    expect(sessionOf(after, 2, "A").prescription).not.toEqual(sessionOf(before, 2, "A").prescription);
  });

  test("[PLAN13] a week that is over and was agreed carries no reasons, the present one does", () => {
    const [past, present] = planOf(agreedOn("2026-11-24", begun), "2026-11-24").weeks;
    expect(past?.sessions.map(({ why, rejected }) => [why.length, rejected.length])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    for (const session of present?.sessions ?? []) {
      expect(session.why.length).toBeGreaterThan(0);
      expect(session.rejected).toHaveLength(6);
    }
  });

  test("[PLAN3] a session that the agreed week left out does not come back", () => {
    const { date, startTime, kind, prescription } = sessionOf(planOf(begun), 1, "A");
    const records = [...begun, weekPlan({ agreed: { A: { date, startTime, kind, prescription, coreVersion: 1 } } })];
    expect(planOf(records, "2026-11-18").weeks[0]).toMatchObject({ sessions: [{ slot: "A" }], toAgree: [] });
  });
});

describe("what a person decided", () => {
  test("[PLAN4] a moved session stands where it was put, with its kind", () => {
    const moved = weekPlan({ moves: { B: { date: day("2026-11-20"), startTime: clock("19:30") } } });
    for (const records of [[...begun, moved], agreedOn("2026-11-16", [...begun, moved])])
      expect(sessionOf(planOf(records), 1, "B")).toMatchObject({
        kind: "B",
        date: "2026-11-20",
        startTime: "19:30",
        movedByHand: true,
      });
  });

  test("[PLAN4] a move out of the week is not followed", () => {
    const moved = weekPlan({ moves: { B: { date: day("2026-11-24") } } });
    expect(sessionOf(planOf([...begun, moved]), 1, "B").date).toBe("2026-11-16");
  });

  test("[PLAN14] a session moved to the day before the key run is marked with the rule it breaks, also for the coach", () => {
    const moved = weekPlan({ moves: { A: { date: day("2026-11-17") } } });
    const records = [...begun, moved];
    expect(sessionOf(planOf(records), 1, "A").breaks).toMatchObject({ rule: "C1", needed: 36 });
    expect(sessionOf(planOf(begun), 1, "A").breaks).toBeNull();
    const summary = summariseRunner({ runner, records, today: monday, kinds: null });
    expect(summary?.ribbon?.sessions.map(({ breaks }) => breaks)).toContain("C1");
  });

  test("[PLAN5] illness, injury and travel excuse a session, another reason leaves it out, and neither moves the other", () => {
    const skipped = weekPlan({ skips: { A: "illness", B: "other" } });
    const plan = planOf([...begun, skipped], "2026-11-30");
    expect(sessionOf(plan, 1, "A").state).toEqual({ status: "excused", reason: "illness" });
    expect(sessionOf(plan, 1, "B").state).toEqual({ status: "skipped" });
    expect(sessionOf(plan, 1, "A").date).toBe(sessionOf(planOf(begun), 1, "A").date);
  });
});

describe("what became of a session", () => {
  const week1 = planOf(begun);
  const a = sessionOf(week1, 1, "A");
  const stateOf = (log: PlanRecord, today: string) => sessionOf(planOf([...begun, log], today), 1, "A").state;

  test("[PLAN6] it is ahead before its day, due from then to Sunday, and missed on the next Monday", () => {
    const states = ["2026-11-18", "2026-11-19", "2026-11-22", "2026-11-23"].map(
      (today) => sessionOf(planOf(begun, today), 1, "A").state.status,
    );
    expect(states).toEqual(["ahead", "due", "due", "missed"]);
  });

  test("[PLAN7] it is started by its first log and done by its end", () => {
    const open = openLog(a, { monday, sets: setsDone(a, 3) });
    expect(stateOf(open, "2026-11-19")).toMatchObject({ status: "started", setsDone: 3 });
    expect(stateOf(sessionLog(a, { monday }), "2026-11-19")).toEqual({
      status: "done",
      date: "2026-11-19",
      dose: 1,
      credit: 1,
    });
  });

  test("[PLAN7] in full on another day it is moved, in part it is partly done", () => {
    const friday = sessionLog(a, { monday, date: day("2026-11-20") });
    const agreed = agreedOn("2026-11-16", begun);
    const moved = sessionOf(planOf([...agreed, friday], "2026-11-21"), 1, "A");
    expect(moved).toMatchObject({ date: "2026-11-20", state: { status: "moved", date: "2026-11-20", credit: 1 } });
    expect(stateOf(sessionLog(a, { monday, sets: setsDone(a, 6) }), "2026-11-20").status).toBe("partly");
  });

  test("[PLAN7] done late in the next week it keeps its own week", () => {
    const late = sessionLog(a, { monday, date: day("2026-11-23") });
    const session = sessionOf(planOf([...agreedOn("2026-11-16", begun), late], "2026-11-24"), 1, "A");
    expect(session).toMatchObject({ date: "2026-11-19", state: { status: "moved", date: "2026-11-23" } });
  });

  test("[PLAN8] a log that was never ended counts the next day for what was done, and for nothing when that was nothing", () => {
    expect(stateOf(openLog(a, { monday, sets: setsDone(a) }), "2026-11-20").status).toBe("done");
    expect(stateOf(openLog(a, { monday }), "2026-11-20").status).toBe("due");
  });

  test("[PLAN8] what was done counts although the session had been left out", () => {
    const records = [...begun, weekPlan({ skips: { A: "travel" } }), sessionLog(a, { monday })];
    expect(sessionOf(planOf(records, "2026-11-20"), 1, "A").state.status).toBe("done");
  });
});

describe("what the rules see", () => {
  test("[PLAN9] only sessions that were done make the next ones less new", () => {
    const today = "2026-12-01";
    const missed = sessionOf(planOf(agreedOn(today, begun), today), 3, "A");
    const plan = planOf(begun);
    const logs = [1, 2].map((week) =>
      sessionLog(sessionOf(plan, week, "A"), { monday: addDays(monday, 7 * (week - 1)) }),
    );
    const done = sessionOf(planOf([...agreedOn(today, begun), ...logs], today), 3, "A");
    expect(missed.legLoad.points / done.legLoad.points).toBeCloseTo(1.5 / 1.25, 1);
  });

  test("[PLAN10] a run that was run stands where it was run, with its answers, and the rules read it there", () => {
    const [planned] = runsOfWeek(SAMPLE_WEEK.runs, monday).filter(({ kind }) => kind === "key");
    if (!planned) throw new Error("no key run");
    const key = planRecord(runner, "run_log", {
      key: planned.id,
      fields: { plannedRun: planned.id, date: day("2026-11-17"), kind: "key", minutes: 55, effort: 7, tags: {} },
    });
    const feel = planRecord(runner, "run_feel", {
      key: key.id,
      fields: { run: key.id, date: day("2026-11-17"), feel: 2 },
    });
    const plan = planOf([...begun, key, feel], "2026-11-17");
    expect(plan.weeks[0]?.runs.map(({ date, logged }) => [date, logged?.feel ?? null])).toEqual([
      ["2026-11-16", null],
      ["2026-11-17", 2],
      ["2026-11-20", null],
      ["2026-11-21", null],
    ]);
    expect(key.id).toBe(runLogId(runner, planned.id));
    expect(sessionOf(plan, 1, "B").date).not.toBe("2026-11-16");
  });

  test("[PLAN10] a run that was in no plan joins its week", () => {
    const extra = planRecord(runner, "run_log", {
      key: "any",
      fields: { date: day("2026-11-22"), kind: "recovery", minutes: 30, tags: {} },
    });
    const runs = planOf([...begun, extra]).weeks[0]?.runs ?? [];
    expect(runs).toHaveLength(5);
    expect(runs[4]).toMatchObject({ planned: null, date: "2026-11-22", logged: { feel: null } });
  });
});

describe("life between the runs", () => {
  const race = { date: day("2027-01-24"), distance: "half" as const, minutes: 110 };

  test("[PLAN15] a goal race brings taper, race week and recovery; the programme waits, the calendar does not", () => {
    const plan = planOf(begunRunner(runner, { programme: { races: { r1: race } } }));
    expect(plan.weeks.map(({ ask }) => ask).slice(7, 11)).toEqual(["AB", "T2L", "T1", "L"]);
    expect(plan.weeks.map(({ week }) => week).slice(7, 12)).toEqual([8, 9, 10, 11, 12]);
    expect(plan.weeks.map(({ programmeWeek }) => programmeWeek).slice(7, 12)).toEqual([8, 9, 9, 9, 9]);
    expect(plan.weeks[8]?.sessions.map(({ prescription }) => prescription.kind)).toEqual(["T2", "L"]);
    expect(plan.weeks[9]?.runs.filter(({ date }) => date === race.date)).toMatchObject([{ kind: "race" }]);
    const before = plan.weeks
      .slice(7, 10)
      .flatMap(({ sessions }) => sessions.flatMap(({ prescription }) => prescription.pairs.flat()));
    expect(before.every(({ exercise }) => !["P8.3", "P8.4", "P8.5"].includes(exercise))).toBe(true);
  });

  test("[PLAN16] days off hold no session; a week that is off asks for nothing, and what follows is new to the legs again", () => {
    const timeOff = {
      t1: { from: day("2026-12-14"), to: day("2026-12-27"), reason: "illness" as const, sessions: "none" as const },
    };
    const plan = planOf(begunRunner(runner, { programme: { timeOff } }));
    expect(plan.weeks.map(({ sessions }) => sessions.length).slice(3, 8)).toEqual([2, 0, 0, 2, 2]);
    expect(plan.weeks.map(({ programmeWeek }) => programmeWeek).slice(3, 8)).toEqual([4, 5, 5, 5, 6]);
    const [first, second] = plan.weeks[6]?.sessions ?? [];
    // The last leg session was on Thursday the 10th: 18 days later both sessions count half again.
    expect(first?.date).toBe("2026-12-28");
    expect([first, second].map((session) => session?.legLoad.points)).toEqual([10.9, 17.2]);
  });

  test("[PLAN16] on days without kit the session is one without equipment", () => {
    const timeOff = {
      t1: {
        from: day("2026-11-23"),
        to: day("2026-11-29"),
        reason: "holiday" as const,
        sessions: "withoutKit" as const,
      },
    };
    const plan = planOf(begunRunner(runner, { programme: { timeOff } }));
    const exercises = plan.weeks[1]?.sessions.flatMap(({ prescription }) => prescription.pairs.flat()) ?? [];
    expect(exercises.map(({ pattern }) => pattern)).not.toContain("U2");
    expect(exercises.filter(({ exercise }) => exerciseFacts(exercise).kit !== "none")).toEqual([]);
    expect(exercises.filter(({ loadGrams }) => loadGrams !== undefined)).toEqual([]);
  });

  test("[PLAN17] a session done beside the plan counts for the days after it by what was in it", () => {
    const extra = (patterns: readonly string[]): PlanRecord => {
      const { prescription } = sessionOf(planOf(begun), 1, "A");
      const sets = Object.fromEntries(
        Object.entries(setsDone(sessionOf(planOf(begun), 1, "A"))).filter(([, { pattern }]) =>
          patterns.includes(pattern),
        ),
      );
      const id = runLogId(runner, "beside");
      const fields = {
        monday,
        kind: "C",
        prescription,
        date: day("2026-11-18"),
        startedAt: "2026-11-18T17:00:00.000Z",
        mode: "superset",
        ending: "finished",
        sets,
        rir: {},
      } as const;
      return { id, kind: "session_log", body: makeBody("session_log", fields), deleted: false };
    };
    const A = (records: readonly PlanRecord[]) => sessionOf(planOf(records, "2026-11-18"), 1, "A");
    expect(A(begun).date).toBe("2026-11-19");
    // Only the core was trained: nothing changes. The legs were trained: A keeps 48 h from it.
    expect(A([...begun, extra(["P6F", "P6S"])]).date).toBe("2026-11-19");
    const loaded = A([...begun, extra(["P1", "P2", "P3", "P5", "P8"])]);
    expect(loaded.date).not.toBe("2026-11-19");
    expect(
      planOf([...begun, extra(["P1", "P2", "P3", "P5", "P8"])], "2026-11-18").weeks[0]?.sessions.every(
        ({ date }) => date !== "2026-11-18",
      ),
    ).toBe(true);
  });

  test("[PLAN18] the runner's settings reach the rules", () => {
    const settings = {
      longRunIsKey: true,
      keyRunHours: 48,
      minutesOn: { thu: 0 },
      otherTime: clock("07:00"),
      restDayPenalty: 0,
    };
    const plan = planOf(begunRunner(runner, { programme: settings }));
    expect(plan.weeks.every(({ sessions }) => sessions.every(({ date }) => weekdayOf(date) !== "thu"))).toBe(true);
    expect(
      plan.weeks[0]?.protectedStretches.filter(({ rule }) => rule === "C1").map(({ hours, run }) => [hours, run.kind]),
    ).toEqual([
      [48, "key"],
      [48, "long"],
    ]);
  });

  test("[PLAN19] a missed session of the running week is offered a new place, and accepting it leaves nothing to offer", () => {
    const records = agreedOn("2026-11-16", begun);
    const now = { date: day("2026-11-18"), time: clock("08:00") };
    const moves = proposeMoves({ runner, records, now });
    expect(moves).toMatchObject([
      { slot: "B", from: { date: "2026-11-16" }, to: { kind: "B", date: "2026-11-21" }, reason: { code: "missed" } },
    ]);
    const [move] = moves;
    const accepted = [
      ...records.filter(({ kind }) => kind !== "week_plan"),
      ...records
        .filter(({ kind }) => kind === "week_plan")
        .map((record) => ({
          ...record,
          body: {
            ...record.body,
            "moves/B": { date: move?.to.date ?? monday, startTime: move?.to.startTime ?? clock("18:00") },
          },
        })),
    ];
    expect(proposeMoves({ runner, records: accepted, now })).toEqual([]);
  });

  test("[PLAN19] runs that change under an agreed week move only what must move; a week that is not agreed has no proposal", () => {
    const records = agreedOn("2026-11-16", begun);
    const now = { date: day("2026-11-16"), time: clock("08:00") };
    expect(proposeMoves({ runner, records, now })).toEqual([]);
    const runs = runsOf(
      SAMPLE_WEEK.runs
        .map((run) => (run.kind === "key" ? { ...run, day: "fri" as const } : run))
        .filter(({ kind }) => kind !== "medium"),
    );
    const changed = [
      ...records.filter(({ kind }) => kind !== "run_plan"),
      planRecord(runner, "run_plan", { fields: { runs } }),
    ];
    expect(
      proposeMoves({ runner, records: changed, now }).map(({ slot, to, reason }) => [
        slot,
        weekdayOf(to.date),
        reason.rule,
      ]),
    ).toEqual([["A", "sun", "C1"]]);
    expect(proposeMoves({ runner, records: begun, now })).toEqual([]);
  });
});
