import type { PlanSession } from "@legwork/core/plan";
import type { RejectedDay, RuleId } from "@legwork/core/placement";

export interface TellingRejection {
  readonly session: PlanSession;
  readonly rejected: RejectedDay;
}

/** Rules that teach most first: legs before a key run, before a long run, two sessions too close. */
const TEACHING: readonly RuleId[] = ["C1", "C2", "C5", "C6", "C11", "C7", "C8"];

/** The one day worth explaining: blocked, by the rule that teaches most, for the session with the heaviest legs. */
export function tellingRejection(sessions: readonly PlanSession[]): TellingRejection | null {
  const heaviestFirst = [...sessions].sort((one, other) => other.legLoad.points - one.legLoad.points);
  const blocked = heaviestFirst.flatMap((session) =>
    session.rejected
      .filter((rejected) => rejected.status === "blocked" && TEACHING.includes(rejected.reason.rule))
      .map((rejected) => ({ session, rejected })),
  );
  const rank = ({ rejected }: TellingRejection) => TEACHING.indexOf(rejected.reason.rule);
  return blocked.sort((one, other) => rank(one) - rank(other))[0] ?? null;
}
