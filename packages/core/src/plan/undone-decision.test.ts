import { expect, test } from "vitest";
import { addDays } from "../calendar";
import { adjustmentsId, weekPlanId, type Body } from "../record";
import { runnerOf, SAMPLE_PROGRAMME, simulate } from "../testing";
import { agreedPatch, derivePlan, type Plan, type PlanRecord } from "./index";

const runner = runnerOf();
const monday = addDays(SAMPLE_PROGRAMME.startDate, 14);
const lived = simulate({ does: () => true }, 2, runner).records;

function planWith(...more: readonly PlanRecord[]): Plan {
  const plan = derivePlan({ runner, records: [...lived, ...more], today: monday });
  if (plan === null) throw new Error("no plan");
  return plan;
}

function agreedOf(plan: Plan): PlanRecord {
  const week = plan.weeks[plan.currentWeek];
  if (week === undefined) throw new Error("no week");
  const body: Body = agreedPatch(week);
  return { id: weekPlanId(runner, week.monday), kind: "week_plan", body, deleted: false };
}

const undo = (id: string, value: true | null): PlanRecord => ({
  id: adjustmentsId(runner),
  kind: "adjustments",
  body: { [`undone/${id}`]: value },
  deleted: false,
});

const amountOf = (plan: Plan, pattern: string) =>
  plan.weeks[plan.currentWeek]?.sessions
    .flatMap(({ prescription }) => prescription.pairs.flat())
    .find((each) => each.pattern === pattern)?.amount;

test("[AD14] a change that was taken back after its week was agreed leaves the agreed session too, and comes back when it is put back", () => {
  const fresh = planWith();
  const agreed = agreedOf(fresh);
  const decision = fresh.decisions.find(
    (each) => each.about === "exercise" && each.pattern === "P1" && each.change?.kind === "amount",
  );
  if (decision?.about !== "exercise" || decision.change?.kind !== "amount") throw new Error("nothing changed");
  const { id, pattern, change } = decision;
  expect(amountOf(planWith(agreed), pattern)).toBe(change.to);
  expect(amountOf(planWith(agreed, undo(id, true)), pattern)).toBe(change.from);
  expect(amountOf(planWith(agreed, undo(id, null)), pattern)).toBe(change.to);
});
