import { parseClockTime, parseLocalDate, type LocalDate } from "@legwork/core/calendar";
import { RUN_MINUTES_MAX, RUN_MINUTES_MIN, type RaceDistance } from "@legwork/core/run";
import type { RaceEntry } from "./entries";
import { readWhole } from "./read-setting";

/** Minutes that stand there until the runner knows better. Our own choice: an hour, two, four and eight. */
const EXPECTED_MINUTES: Readonly<Record<RaceDistance, number>> = { short: 60, half: 120, marathon: 240, ultra: 480 };

/** A race as it is typed. */
export interface RaceDraft {
  readonly distance: RaceDistance;
  readonly date: string;
  readonly minutes: string;
  readonly startTime: string;
}

export const NEW_RACE: RaceDraft = {
  distance: "half",
  date: "",
  minutes: String(EXPECTED_MINUTES.half),
  startTime: "",
};

export function raceDraftOf({ distance, date, minutes, startTime }: RaceEntry): RaceDraft {
  return { distance, date, minutes: String(minutes), startTime: startTime ?? "" };
}

/** Another distance brings its usual minutes, unless the runner has named some. */
export function withDistance(draft: RaceDraft, distance: RaceDistance): RaceDraft {
  const untouched = draft.minutes === String(EXPECTED_MINUTES[draft.distance]);
  return { ...draft, distance, minutes: untouched ? String(EXPECTED_MINUTES[distance]) : draft.minutes };
}

export interface RaceProblems {
  readonly date?: "dateMissing" | "beforeStart" | "dayHasRace";
  readonly minutes?: "outOfRange";
}

export const RACE_MINUTES = [RUN_MINUTES_MIN, RUN_MINUTES_MAX] as const;

interface RaceContext {
  readonly startDate: LocalDate;
  /** The other races. */
  readonly others: readonly RaceEntry[];
}

export type ReadRace =
  | { readonly ok: true; readonly race: RaceEntry }
  | { readonly ok: false; readonly problems: RaceProblems };

export function readRace(draft: RaceDraft, context: RaceContext): ReadRace {
  const date = parseLocalDate(draft.date);
  const minutes = readWhole(draft.minutes, RACE_MINUTES);
  const ofDate = dateProblem(date, context);
  if (date === null || ofDate !== null || minutes === null) {
    const problems: RaceProblems = minutes === null ? { minutes: "outOfRange" } : {};
    return { ok: false, problems: ofDate === null ? problems : { ...problems, date: ofDate } };
  }
  const startTime = parseClockTime(draft.startTime);
  return { ok: true, race: { date, distance: draft.distance, minutes, ...(startTime === null ? {} : { startTime }) } };
}

function dateProblem(
  date: LocalDate | null,
  { startDate, others }: RaceContext,
): NonNullable<RaceProblems["date"]> | null {
  if (date === null) return "dateMissing";
  if (date < startDate) return "beforeStart";
  return others.some((race) => race.date === date) ? "dayHasRace" : null;
}
