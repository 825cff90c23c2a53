import { lessonOf } from "../adaptation";
import { sessionCredit, sessionDose } from "../adherence";
import { addDays, type LocalDate } from "../calendar";
import type { Prescription, Slot } from "../programme";
import type { SessionLogFields, WeekPlanFields } from "../record";
import type { SessionState } from "./types";

export interface SessionSituation {
  readonly log: SessionLogFields | null;
  readonly skip: NonNullable<WeekPlanFields["skips"][Slot]> | null;
  /** What was agreed; without it the log's own. */
  readonly asked: Prescription;
  /** The day on which it stands, moves included. */
  readonly expected: LocalDate;
  /** The day that was agreed; null while nothing is. */
  readonly agreedOn: LocalDate | null;
  readonly monday: LocalDate;
  readonly today: LocalDate;
}

/** What became of a session by `today`. What was done always counts, also of a session that was skipped or never ended. */
export function sessionState(situation: SessionSituation): SessionState {
  const { log, skip, expected, monday, today } = situation;
  if (log !== null) {
    const state = loggedState(situation, log);
    if (state !== null) return state;
  }
  if (skip === "other") return { status: "skipped" };
  if (skip !== null) return { status: "excused", reason: skip };
  if (addDays(monday, 7) <= today) return { status: "missed" };
  return { status: expected <= today ? "due" : "ahead" };
}

/** Null when nothing of it was done and the day is over. */
function loggedState(
  { asked, expected, agreedOn, today }: SessionSituation,
  log: SessionLogFields,
): SessionState | null {
  if (log.ending === undefined && log.date >= today) {
    const setsDone = Object.values(log.sets).filter(({ state }) => state !== "skipped").length;
    return { status: "started", startedAt: log.startedAt, setsDone };
  }
  const { dose, credit } = doneAgainst(asked, log);
  if (dose === 0 && credit === 0) return null;
  const status = credit < 1 ? "partly" : log.date === (agreedOn ?? expected) ? "done" : "moved";
  return { status, date: log.date, dose, credit };
}

/** What a log earns against what was asked, 0–1; against what it was started with the lesson knows it already. */
export function doneAgainst(
  asked: Prescription,
  log: SessionLogFields,
): { readonly dose: number; readonly credit: number } {
  if (asked === log.prescription) return lessonOf(log);
  const logged = { prescription: asked, sets: log.sets, ending: log.ending ?? null, kind: log.kind };
  return { dose: sessionDose(logged).dose, credit: sessionCredit(logged) };
}
