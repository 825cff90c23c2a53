import type { PlanSession } from "../plan/types";
import { lastOver, type SeenWeek } from "./seen-weeks";
import { LEFT_OUT_IN_A_ROW, LEFT_OUT_SESSIONS, LEFT_OUT_SHARE, WINDOW_WEEKS } from "./thresholds";
import type { EvidenceRow, Mistake } from "./types";

interface Decided {
  readonly session: PlanSession;
  readonly leftOut: boolean;
}

/** Sessions that were asked and neither done, moved nor excused. Nothing is said once the last one was done: it is mended. */
export function optionalSessions(weeks: readonly SeenWeek[]): Mistake | null {
  const decided = decidedOf(weeks);
  if (decided.at(-1)?.leftOut !== true) return null;
  const lastDone = decided.findLastIndex(({ leftOut }) => !leftOut);
  const inARow = decided.slice(lastDone + 1);
  if (inARow.length >= LEFT_OUT_IN_A_ROW)
    return {
      mistake: "optional",
      rule: "MIS9",
      found: inARow.length,
      threshold: LEFT_OUT_IN_A_ROW,
      params: {},
      rows: rowsOf(inARow),
      action: { to: "week" },
    };
  const window = decidedOf(lastOver(weeks, WINDOW_WEEKS));
  const missed = window.filter(({ leftOut }) => leftOut);
  if (window.length < LEFT_OUT_SESSIONS || missed.length < LEFT_OUT_SHARE * window.length) return null;
  return {
    mistake: "optional",
    rule: "MIS10",
    found: Math.round((100 * missed.length) / window.length),
    threshold: Math.round(100 * LEFT_OUT_SHARE),
    params: { missed: missed.length, planned: window.length },
    rows: rowsOf(missed),
    action: { to: "minutes" },
  };
}

/** Sessions that are done or past doing, in order of their day. A session beside the plan makes up for one left out in its week. */
function decidedOf(weeks: readonly SeenWeek[]): readonly Decided[] {
  return weeks.flatMap(({ asked, done }) => {
    const ofThePlan = asked.filter(({ state }) => "credit" in state).length;
    let madeUp = Math.max(0, done.filter(({ countsAsSession }) => countsAsSession).length - ofThePlan);
    return asked
      .toSorted((one, other) => (one.date < other.date ? -1 : 1))
      .flatMap((session): readonly Decided[] => {
        const { status } = session.state;
        if ("credit" in session.state) return [{ session, leftOut: false }];
        if (status !== "missed" && status !== "skipped") return [];
        if (madeUp <= 0) return [{ session, leftOut: true }];
        madeUp -= 1;
        return [{ session, leftOut: false }];
      });
  });
}

function rowsOf(decided: readonly Decided[]): readonly EvidenceRow[] {
  return decided.map(({ session }) => ({
    kind: "leftOut",
    week: session.week,
    date: session.date,
    session: session.kind,
  }));
}
