import type { LocalDate } from "@legwork/core/calendar";
import type { PlanSession, PlanWeek } from "@legwork/core/plan";
import { weekPlanId } from "@legwork/core/record";
import { useWriteRecord } from "./write-record";

/** Moves a session to another day of its week; resolves with the way back, once the move is on the disk. */
type MoveSession = (week: PlanWeek, session: PlanSession, date: LocalDate) => Promise<() => Promise<void>>;

export function useMoveSession(): MoveSession {
  const write = useWriteRecord();
  return async ({ monday }, session, date) => {
    const moveTo = (place: { date: LocalDate; startTime?: string } | null) =>
      write((runner) => [
        {
          id: weekPlanId(runner, monday),
          kind: "week_plan",
          patch: { monday, [`moves/${session.slot}`]: place },
        },
      ]);
    const before = session.movedByHand ? { date: session.date, startTime: session.startTime } : null;
    await moveTo({ date });
    return () => moveTo(before);
  };
}
