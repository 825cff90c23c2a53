import { describe, expect, test } from "vitest";
import type { ClockTime, LocalDate } from "@legwork/core/calendar";
import { draftPlan, type Plan, type PlanSession, type ProposedMove } from "@legwork/core/plan";
import { SAMPLE_WEEK } from "@legwork/core/run";
import { isProposalLikely, movesToShow } from "./proposed-moves";

const MONDAY = "2026-11-30" as LocalDate;
const TUESDAY = "2026-12-01" as LocalDate;

function planOn(today: LocalDate): Plan {
  const runs = Object.fromEntries(
    SAMPLE_WEEK.runs.map(({ id, day, kind, minutes }) => [id, { day, kind, minutes }] as const),
  );
  const programme = { startDate: MONDAY, zone: "UTC", kit: "dumbbells", lockedDays: {} } as const;
  return draftPlan({ programme, runs, today });
}

function moveOf({ slot, kind, date, startTime }: PlanSession): ProposedMove {
  const to = { kind, date: "2026-12-05" as LocalDate, startTime: "18:00" as ClockTime };
  const reason = { rule: "past", code: "missed", date } as const;
  return { monday: MONDAY, slot, from: { kind, date, startTime }, to, reason, why: [] };
}

describe("what is proposed for the running week", () => {
  const plan = planOn(TUESDAY);
  const week = plan.weeks[0];
  const [first, second] = (week?.sessions ?? []) as readonly [PlanSession, PlanSession];

  test("each move comes with its session", () => {
    expect(movesToShow(week, [moveOf(first)])).toMatchObject([{ session: { slot: first.slot } }]);
  });

  test("once a session stands elsewhere than the proposal knows, nothing of it is shown", () => {
    const stale = moveOf({ ...second, date: "2026-12-04" as LocalDate });
    expect(movesToShow(week, [moveOf(first), stale])).toEqual([]);
    expect(movesToShow(plan.weeks[1], [moveOf(first)])).toEqual([]);
    expect(movesToShow(undefined, [moveOf(first)])).toEqual([]);
  });

  test("it is likely only when a session waits from an earlier day", () => {
    expect(isProposalLikely(plan)).toBe(true);
    expect(isProposalLikely(planOn(MONDAY))).toBe(false);
  });
});
