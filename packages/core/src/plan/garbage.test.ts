import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { addDays } from "../calendar";
import { readBody, type HealthFields } from "../record";
import { day, planRecord, runnerOf } from "../testing";
import { anyDayAround, anyRecords } from "../testing/any-records";
import { lifeOf } from "../testing/lives";
import { agreedPatch, derivePlan, type Plan, type PlanRecord } from "./index";

vi.setConfig({ testTimeout: 120_000 });
/** Whole plans are made, twice a case: a twentieth of the usual cases. */
const RUNS = { numRuns: Math.ceil(Number(process.env["LEGWORK_CASES"] ?? 1000) / 20) };

const runner = runnerOf("simulated");
const anyPlanInput = fc.record({ records: anyRecords(runner), today: anyDayAround });

test("[AD13][AD18] no records make the plan fail, nothing absurd comes out, and in any order it is the same", () => {
  fc.assert(
    fc.property(anyPlanInput, fc.infiniteStream(fc.nat()), ({ records, today }, order) => {
      const plan = derivePlan({ runner, records, today });
      expect(plan).not.toBeNull();
      if (plan !== null) expectSane(plan);
      // Copies, so that nothing remembered of a record helps.
      const keyed = structuredClone(records).map((record) => [order.next().value ?? 0, record] as const);
      const shuffled = keyed.toSorted(([one], [other]) => one - other).map(([, record]) => record);
      expect(derivePlan({ runner, records: shuffled, today })).toEqual(plan);
    }),
    RUNS,
  );
});

test("[AD18] asking twice gives the same plan", () => {
  const { records } = lifeOf("painInTheCalf");
  const today = day("2027-01-28");
  expect(derivePlan({ runner, records, today })).toEqual(derivePlan({ runner, records, today }));
});

function expectSane(plan: Plan): void {
  for (const week of plan.weeks) {
    expect(week.programmeWeek).toBeGreaterThanOrEqual(1);
    expect(week.programmeWeek).toBeLessThanOrEqual(12);
    const patch = agreedPatch(week);
    const reading = readBody("week_plan", patch);
    if (week.toAgree.length > 0) expect(reading.ok ? [] : [reading.faults, patch]).toEqual([]);
    for (const { prescription, state, minutes } of week.sessions) {
      // What was logged stands as it was.
      if ("date" in state || state.status === "started") continue;
      expect(minutes.superset).toBeGreaterThan(0);
      expect(minutes.superset).toBeLessThanOrEqual(60);
      for (const exercise of [...prescription.plyo, ...prescription.pairs.flat()]) {
        expect(exercise.rir).toBeLessThanOrEqual(5);
        expect(exercise.rir).toBeGreaterThanOrEqual(0);
        expect(exercise.sets).toBeGreaterThanOrEqual(1);
        expect(exercise.sets).toBeLessThanOrEqual(3);
        expect(exercise.amount).toBeGreaterThanOrEqual(1);
        expect(exercise.amount).toBeLessThanOrEqual(exercise.unit === "seconds" ? 60 : 25);
        expect(exercise.loadGrams ?? 1).toBeGreaterThan(0);
        expect(exercise.loadGrams ?? 1).toBeLessThanOrEqual(1_000_000);
      }
    }
  }
}

test("[AD18] what is kept from tap to tap never shows: after any change the plan is the one of records never seen", () => {
  const life = lifeOf("aYearWithTwoGaps");
  const first = life.records.filter(({ body }) => typeof body["date"] !== "string" || body["date"] < "2027-06-01");
  const logs = first.filter(({ kind }) => kind === "session_log");
  const today = day("2027-05-31");
  const anyEdit = fc.record({
    at: fc.nat({ max: logs.length - 1 }),
    edit: fc.constantFrom("short", "gone", "sore", "hurt", "moved"),
  });
  fc.assert(
    fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), (edits) => {
      let records: readonly PlanRecord[] = first;
      for (const { at, edit } of edits) records = edited(records, { log: logs[at], edit });
      const plan = derivePlan({ runner, records, today });
      expect(plan).toEqual(derivePlan({ runner, records: structuredClone(records), today }));
    }),
    { numRuns: Math.ceil(RUNS.numRuns / 2) },
  );
});

interface Edit {
  readonly log: PlanRecord | undefined;
  readonly edit: "short" | "gone" | "sore" | "hurt" | "moved";
}

function edited(records: readonly PlanRecord[], { log, edit }: Edit): readonly PlanRecord[] {
  if (log === undefined) return records;
  const about = log.id;
  const date = day(log.body["date"] as string);
  const said = (fields: Partial<HealthFields>) =>
    planRecord(runner, "health", { key: about, fields: { about, date, ...fields } });
  switch (edit) {
    case "gone":
      return records.filter(({ id }) => id !== about);
    case "sore":
      return [...records, said({ soreness: 7 })];
    case "hurt":
      return [...records, said({ pains: { P3: { level: 5 }, P1: { level: 4 } }, morningWorse: true })];
    case "moved":
      return records.map((each) =>
        each.id === about ? { ...each, body: { ...each.body, date: addDays(date, 1) } } : each,
      );
    default:
      return records.map((each) =>
        each.id === about ? { ...each, body: { ...each.body, "rir/P3": 0, "rir/P1": 0 } } : each,
      );
  }
}

test("[AD14] a decision that is undone is undone, and nothing before it changes", () => {
  const life = lifeOf("perfect");
  const today = addDays(day("2026-11-16"), 7 * 8);
  const records = life.records.filter(({ body }) => typeof body["date"] !== "string" || body["date"] < today);
  const before = derivePlan({ runner, records, today })?.decisions ?? [];
  const changes = before.filter((each) => each.about === "week" || each.change !== null);
  expect(changes.length).toBeGreaterThan(10);
  // Every third of them, so that it stays quick.
  for (const [index, { id }] of changes.entries()) {
    if (index % 3 !== 0) continue;
    const undone = planRecord(runner, "adjustments", { fields: { chosen: {}, undone: { [id]: true } } });
    const after = derivePlan({ runner, records: [...records, undone], today })?.decisions ?? [];
    const at = before.findIndex((each) => each.id === id);
    expect(after.slice(0, at), `${index} ${id}`).toEqual(before.slice(0, at));
    expect(after[at]).toMatchObject({ id, undone: true });
  }
});
