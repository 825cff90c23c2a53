import type { Plan, PlanSession, PlanWeek, ProposedMove } from "@legwork/core/plan";

/** A move with the session that it moves. */
export interface ShownMove {
  readonly move: ProposedMove;
  readonly session: PlanSession;
}

/** The proposed moves of the running week, or none when the plan has changed since they were worked out. */
export function movesToShow(week: PlanWeek | undefined, moves: readonly ProposedMove[]): readonly ShownMove[] {
  const shown = moves.flatMap((move): readonly ShownMove[] => {
    const session = week?.sessions.find(({ slot }) => slot === move.slot);
    const stands = session?.date === move.from.date && session.startTime === move.from.startTime;
    return session !== undefined && week?.monday === move.monday && stands ? [{ move, session }] : [];
  });
  return shown.length === moves.length ? shown : [];
}

/** Whether an answer is likely: a session of this week waits from an earlier day. Room is kept for it until it is known. */
export function isProposalLikely({ weeks, currentWeek, today }: Plan): boolean {
  const sessions = weeks[currentWeek]?.sessions ?? [];
  return sessions.some(({ state, date }) => state.status === "due" && date < today);
}
