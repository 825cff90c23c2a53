import { DAYS_PER_WEEK, type Facts } from "./facts";
import type { Candidate } from "./candidates";
import { legsOf } from "./finding";
import { loadsFrom, RULES } from "./rules";

/** The days of a week that C15 is about: without key run, long run and unplanned hard legs. */
export interface QuietDays {
  /** Monday first. */
  readonly isQuiet: readonly boolean[];
  readonly count: number;
}

export function quietDaysOf(index: number, { days }: Facts): QuietDays {
  const isQuiet = days.slice(index * DAYS_PER_WEEK, (index + 1) * DAYS_PER_WEEK).map((day) => day.isQuiet);
  return { isQuiet, count: isQuiet.filter(Boolean).length };
}

type Sessions = readonly (Candidate | null)[];

/**
 * C15: true when the sessions take the last quiet day of the week; never when the runs, or `standing` sessions that stay anyway, leave
 * none without them.
 */
export function takesLastQuietDay(quiet: QuietDays, sessions: Sessions, standing: Sessions): boolean {
  const { quietDays } = RULES.C15;
  if (quiet.count >= quietDays + sessions.length) return false;
  if (quiet.count - daysTaken(quiet, standing) < quietDays) return false;
  return quiet.count - daysTaken(quiet, sessions) < quietDays;
}

function daysTaken({ isQuiet }: QuietDays, sessions: Sessions): number {
  const [one = null, other = null] = sessions;
  const byOne = takesDay(isQuiet, one) ? 1 : 0;
  return one?.weekday === other?.weekday ? byOne : byOne + (takesDay(isQuiet, other) ? 1 : 0);
}

function takesDay(isQuiet: QuietDays["isQuiet"], candidate: Candidate | null): boolean {
  if (candidate === null || candidate.given?.leftOut || !isQuiet[candidate.weekday]) return false;
  return loadsFrom(legsOf(candidate.place), RULES.C15.legsFrom);
}
