import { easeSession, preCheck, type FeltRun, type PreCheckVerdict } from "@legwork/core/adaptation";
import { daysBetween, type LocalDate } from "@legwork/core/calendar";
import type { ReasonCode } from "@legwork/core/placement";
import type { Plan, PlanSession } from "@legwork/core/plan";
import type { Prescription } from "@legwork/core/programme";
import { checkFields, type PreCheck } from "./pre-check";

/** What the check before the start makes of a session. */
export interface CheckedSession {
  readonly verdict: PreCheckVerdict;
  /** As advised; the session itself when nothing is to change. */
  readonly advised: Prescription;
  /** There is something to say: another session, or another day. */
  readonly says: boolean;
  /** Runs decided, not the answers: it is known before anything is said. */
  readonly isByRuns: boolean;
  /** The runner may do it as planned all the same: not with pain in walking or a limp. */
  readonly mayIgnore: boolean;
}

/** The session of today as legs, nights, runs and the days around it make it. */
export function checkSession(
  { plan, planned }: { readonly plan: Plan; readonly planned: PlanSession },
  check: PreCheck,
): CheckedSession {
  const verdict = preCheck({
    health: checkFields(check),
    runs: feltRuns(plan),
    tooCloseToRun: isTooCloseToRun(planned, plan.today),
  });
  const { prescription, instead } = planned;
  const advised = instead === undefined ? prescription : easeSession({ prescription, verdict, instead });
  return {
    verdict,
    advised,
    says: advised !== prescription || (verdict.action === "replan" && prescription.kind !== "C"),
    isByRuns: BY_RUNS.includes(verdict.because),
    mayIgnore: verdict.action !== "noLegs" || verdict.because === "soreness",
  };
}

const BY_RUNS: readonly PreCheckVerdict["because"][] = ["feelRuns", "feelWeek", "run"];

/** Runs whose legs were answered, the latest first. */
export function feltRuns({ weeks, today }: Pick<Plan, "weeks" | "today">): readonly FeltRun[] {
  return weeks
    .flatMap(({ runs }) => runs)
    .flatMap(({ date, startTime, logged }) => {
      const feel = logged?.feel ?? null;
      return feel === null || date > today ? [] : [{ feel, at: `${date} ${startTime ?? ""}`, date }];
    })
    .toSorted((one, other) => (one.at < other.at ? 1 : -1))
    .map(({ feel, date }) => ({ feel, daysAgo: daysBetween(date, today) }));
}

const TOO_CLOSE: readonly ReasonCode[] = [
  "tooCloseToKey",
  "tooCloseToLong",
  "firstTooCloseToKey",
  "firstTooCloseToLong",
  "stepTooClose",
];

/** Whether the rules say no to a session today because of a key or long run that follows: the same judge as for a move. */
export function isTooCloseToRun(session: Pick<PlanSession, "date" | "breaks" | "rejected">, today: LocalDate): boolean {
  const { date, breaks, rejected } = session;
  const there = rejected.find((each) => each.date === today && each.status === "blocked");
  const reason = date === today ? breaks : (there?.reason ?? null);
  return reason !== null && TOO_CLOSE.includes(reason.code);
}
