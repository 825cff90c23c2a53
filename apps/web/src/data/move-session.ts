import type { ClockTime, LocalDate } from "@legwork/core/calendar";
import type { PlanSession } from "@legwork/core/plan";
import { type Json, weekPlanId } from "@legwork/core/record";
import { useWriteRecord } from "./write-record";

/** A session and its new place in its week; without a time the plan chooses one. */
export interface SessionMove {
  readonly session: PlanSession;
  readonly to: { readonly date: LocalDate; readonly startTime?: ClockTime };
}

/** Moves sessions of one week, all or none; resolves with the way back, once the moves are on the disk. */
type MoveSessions = (
  week: { readonly monday: LocalDate },
  moves: readonly SessionMove[],
) => Promise<() => Promise<void>>;

export function useMoveSessions(): MoveSessions {
  const write = useWriteRecord();
  return async ({ monday }, moves) => {
    const put = (placeOf: (move: SessionMove) => Json) =>
      write((runner) => [
        {
          id: weekPlanId(runner, monday),
          kind: "week_plan",
          patch: { monday, ...Object.fromEntries(moves.map((move) => [`moves/${move.session.slot}`, placeOf(move)])) },
        },
      ]);
    await put(({ to }) => ({ ...to }));
    return () => put(({ session: { movedByHand, date, startTime } }) => (movedByHand ? { date, startTime } : null));
  };
}
