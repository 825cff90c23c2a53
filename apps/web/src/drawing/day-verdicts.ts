import { weekDates, type LocalDate } from "@legwork/core/calendar";
import type { PlanSession, PlanWeek } from "@legwork/core/plan";
import type { Reason } from "@legwork/core/placement";
import type { Verdict } from "./marks";

/** What the rules say to a session on one day of its week. */
export interface DayVerdict {
  readonly date: LocalDate;
  readonly verdict: Verdict;
  readonly standsHere: boolean;
  /** Gone: nothing can be moved into the past. */
  readonly past: boolean;
  /** What decided; several when the session stands here. */
  readonly reasons: readonly Reason[];
}

/** All seven days of a session's week, Monday first. */
export function dayVerdicts(week: PlanWeek, session: PlanSession, today: LocalDate): readonly DayVerdict[] {
  return weekDates(week.monday).map((date) => {
    const rejected = session.rejected.find((each) => each.date === date);
    const standsHere = date === session.date;
    return {
      date,
      standsHere,
      past: date < today,
      verdict: standsHere || rejected === undefined ? standing(session) : VERDICTS[rejected.status],
      reasons: standsHere || rejected === undefined ? session.why : [rejected.reason],
    };
  });
}

const VERDICTS: Record<"blocked" | "worse" | "equal", Verdict> = {
  blocked: "breaks",
  worse: "possible",
  equal: "fits",
};

function standing({ breaks }: PlanSession): Verdict {
  return breaks === null ? "fits" : "breaks";
}
