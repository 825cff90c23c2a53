import type { LocalDate } from "../calendar";
import type { Kit, Pattern } from "../exercise";
import type {
  AdjustmentsFields,
  HealthFields,
  ProgrammeFields,
  RecordId,
  SessionLogFields,
  StrengthTestFields,
  TimeOffEntry,
} from "../record/kinds";
import type { SafetyLimits } from "../safety";
import type { OwnedWeights } from "./owned-weights";

/** A session that was done, with what was said about it. */
export interface DoneSession {
  readonly id: RecordId;
  readonly log: SessionLogFields;
  readonly health: HealthFields | null;
}

/** A session that a week asked for. */
export interface AskedOfWeek {
  readonly id: RecordId;
  /** 0–1; 0 when it was missed. */
  readonly dose: number;
  readonly credit: number;
  /** The day on which it was done; null = it was not. */
  readonly date: LocalDate | null;
  readonly excused: boolean;
}

/** A calendar week that has begun. */
export interface WeekToFold {
  readonly monday: LocalDate;
  /** False where the programme stands still: taper, race, the days after it, weeks that ask for nothing. */
  readonly advances: boolean;
  /** Nothing is raised: a run far longer than the last ones. */
  readonly holds: boolean;
  readonly asked: readonly AskedOfWeek[];
}

/** All that adaptation reads. */
export interface AdaptInput {
  readonly kit: Kit;
  readonly experience: NonNullable<ProgrammeFields["experience"]>;
  readonly owned: OwnedWeights;
  readonly limits: SafetyLimits;
  /** Whole years; null = not known. */
  readonly age: number | null;
  /** Oldest first. */
  readonly tests: readonly StrengthTestFields[];
  readonly adjustments: AdjustmentsFields;
  readonly timeOff: readonly TimeOffEntry[];
  /** Weeks from the first Monday to that of today; empty before the start. */
  readonly weeks: readonly WeekToFold[];
  /** Sessions with a log of which something was done, in order of their day and start; none from before the start. */
  readonly sessions: readonly DoneSession[];
  /** What was said before the next session, as far as it was. */
  readonly beforeNext: HealthFields | null;
  /** Whether a new rung may begin on this day: not shortly before a goal race. */
  readonly mayBeginNew: (date: LocalDate) => boolean;
  readonly today: LocalDate;
  /** Decisions of weeks that ended before this day are left out of the answer; absent = none. */
  readonly decisionsFrom?: LocalDate;
}

/** Patterns that an injury pauses on a day. */
export function injuredOn(timeOff: AdaptInput["timeOff"], date: LocalDate): ReadonlySet<Pattern> {
  const injuries = timeOff.filter(({ reason, from, to }) => reason === "injury" && from <= date && date <= to);
  return new Set(injuries.flatMap(({ patterns = [] }) => patterns));
}
