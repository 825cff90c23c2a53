import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { addDays } from "../calendar";
import { readBody } from "../record";
import { day, planRecord, runnerOf } from "../testing";
import { anyDayAround, anyRecords } from "../testing/any-records";
import { lifeOf } from "../testing/lives";
import { agreedPatch, derivePlan, type Plan } from "./index";

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
    if (week.toAgree.length > 0) expect(readBody("week_plan", patch)).toMatchObject({ ok: true });
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

test("[AD14] a decision that is undone is undone, and nothing before it changes", () => {
  const life = lifeOf("perfect");
  const today = addDays(day("2026-11-16"), 7 * 8);
  const records = life.records.filter(({ body: { date } }) => typeof date !== "string" || date < today);
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
