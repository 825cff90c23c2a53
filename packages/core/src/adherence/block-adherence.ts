import { sum, weekAdherence, type SessionFacts, type WeekAdherence, type WeekFacts } from "./week-adherence";

/** Strong ≥ 80 %, progressing 60–79 %, maintaining 40–59 %, restart below. */
export type AdherenceBand = "strong" | "progressing" | "maintaining" | "restart";

export interface BlockAdherence {
  /** A: what was agreed and done, 0–1; null when nothing was required yet. */
  readonly adherence: number | null;
  readonly band: AdherenceBand | null;
  /** D: how much of the training first written has happened, 0–1; null before the first week. */
  readonly dose: number | null;
  /** C: kept weeks over weeks in which something was required, 0–1; null when there is none. */
  readonly consistency: number | null;
  readonly keptWeeks: number;
  readonly requiredWeeks: number;
  /** Sessions with full credit, and sessions of the plan that are over (done, missed or excused). */
  readonly sessionsDone: number;
  readonly sessionsPlanned: number;
  readonly excused: number;
  /** One for each week given, in order. */
  readonly weeks: readonly WeekAdherence[];
}

/** A week is kept from half a session on. Our own choice. */
const WEEK_KEPT_FROM = 0.5;
/** Travel excuses at most so many sessions in a block. Our own choice. */
const TRAVEL_EXCUSES_MAX = 4;

/** Adherence, dose and consistency over the calendar weeks of a block, repeats included, oldest first. */
export function blockAdherence(facts: readonly WeekFacts[]): BlockAdherence {
  const limited = withTravelLimit(facts);
  const weeks = limited.map(weekAdherence);
  const sessions = limited.flatMap((week) => week.sessions);
  const required = sum(weeks.map((week) => week.required));
  const requiredWeeks = weeks.filter(isRequiredWeek).length;
  const keptWeeks = weeks.filter(isKeptWeek).length;
  const adherence = required === 0 ? null : sum(weeks.map((week) => week.credit)) / required;
  return {
    adherence,
    band: adherence === null ? null : adherenceBand(adherence),
    dose: blockDose(limited),
    consistency: requiredWeeks === 0 ? null : keptWeeks / requiredWeeks,
    keptWeeks,
    requiredWeeks,
    sessionsDone: sessions.filter((session) => session.status === "done" && session.credit === 1).length,
    sessionsPlanned: sessions.filter((session) => session.status !== "open" && session.status !== "extra").length,
    excused: sessions.filter((session) => session.status === "excused").length,
    weeks,
  };
}

/** The band of an adherence (0–1), for advice. */
export function adherenceBand(adherence: number): AdherenceBand {
  if (adherence >= 0.8) return "strong";
  if (adherence >= 0.6) return "progressing";
  return adherence >= 0.4 ? "maintaining" : "restart";
}

/** Whether something was required in a week and enough of it done. */
export function isKeptWeek({ required, credit }: WeekAdherence): boolean {
  return required > 0 && credit >= WEEK_KEPT_FROM;
}

/** Whether a week counts for consistency: something was required, and it is kept already or can no longer be. */
export function isRequiredWeek(week: WeekAdherence): boolean {
  return week.required > 0 && (week.over || isKeptWeek(week));
}

/** Every travel excuse beyond the fourth of the block is a missed session. */
function withTravelLimit(facts: readonly WeekFacts[]): readonly WeekFacts[] {
  let travelled = 0;
  const limit = (session: SessionFacts): SessionFacts => {
    if (session.status !== "excused" || session.reason !== "travel") return session;
    travelled += 1;
    return travelled > TRAVEL_EXCUSES_MAX ? { status: "missed" } : session;
  };
  return facts.map((week) => ({ ...week, sessions: week.sessions.map(limit) }));
}

/** Each programme week's original weight counts once, however often the week was repeated. */
function blockDose(facts: readonly WeekFacts[]): number | null {
  const original = sum([...new Map(facts.map((week) => [week.programmeWeek, week.originalWeight])).values()]);
  const done = sum(
    facts.flatMap((week) => week.sessions.map((each) => ("dose" in each ? each.dose * each.weight : 0))),
  );
  return original === 0 ? null : Math.min(1, done / original);
}
