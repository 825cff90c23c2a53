import { minutesIntoDay, parseLocalDate, weekdayOf, WEEKDAYS, type ClockTime, type Weekday } from "../calendar";
import { DEFAULT_SETTINGS } from "../placement";
import { RUNS_PER_DAY_MAX } from "../run";
import { problem, type PreviewProblem } from "./problem";
import { FIRST_DATE, LAST_DATE, type PreviewRequestBody } from "./request";

type Run = PreviewRequestBody["runs"][number];

/** What is wrong beyond the shape of the request; null when nothing is. */
export function findContradiction(body: PreviewRequestBody): PreviewProblem | null {
  return (
    dateProblem(body.startDate, "startDate") ??
    firstProblem(body.runs, runProblem) ??
    firstProblem(body.runs, (run, at, index) => crowdProblem(run, at, body.runs.slice(0, index))) ??
    strengthProblem(body.strength) ??
    racesProblem(body) ??
    stretchesProblem(body.timeOff ?? [], "timeOff") ??
    stretchesProblem(body.volume?.peaks ?? [], "volume.peaks")
  );
}

function racesProblem({ races = [], startDate }: PreviewRequestBody): PreviewProblem | null {
  for (const [index, { date }] of races.entries()) {
    const at = `races[${index}].date`;
    const found = dateProblem(date, at);
    if (found) return found;
    if (date < startDate) return problem("raceBeforeStart", at, { start: startDate });
    if (races.slice(0, index).some((other) => other.date === date)) return problem("twoRacesOnADay", at);
  }
  return null;
}

function stretchesProblem(
  stretches: readonly { readonly from: string; readonly to: string }[],
  list: string,
): PreviewProblem | null {
  for (const [index, { from, to }] of stretches.entries()) {
    const at = `${list}[${index}]`;
    const found = dateProblem(from, `${at}.from`) ?? dateProblem(to, `${at}.to`);
    if (found) return found;
    if (to < from) return problem("endsBeforeStart", `${at}.to`);
  }
  return null;
}

function firstProblem(
  runs: readonly Run[],
  problemOf: (run: Run, at: string, index: number) => PreviewProblem | null,
): PreviewProblem | null {
  for (const [index, run] of runs.entries()) {
    const found = problemOf(run, `runs[${index}]`, index);
    if (found) return found;
  }
  return null;
}

function runProblem(run: Run, at: string): PreviewProblem | null {
  if ((run.day === undefined) === (run.date === undefined)) return problem("dayOrDate", at);
  return run.date === undefined ? null : dateProblem(run.date, `${at}.date`);
}

function dateProblem(text: string, at: string): PreviewProblem | null {
  if (parseLocalDate(text) === null) return problem("notADate", at);
  const isInRange = text >= FIRST_DATE && text <= LAST_DATE;
  return isInRange ? null : problem("outOfRange", at, { min: FIRST_DATE, max: LAST_DATE });
}

// Compared with the runs before it that fall on the same day, weekly ones on their weekday.
function crowdProblem(run: Run, at: string, earlier: readonly Run[]): PreviewProblem | null {
  const sameDay = earlier.filter((other) => meets(run, other));
  if (sameDay.length >= RUNS_PER_DAY_MAX)
    return problem("tooManyRunsOnADay", at, { found: sameDay.length + 1, max: RUNS_PER_DAY_MAX });
  const overlapped = earlier.findIndex((other) => meets(run, other) && overlap(run, other));
  return overlapped < 0 ? null : problem("runsOverlap", at, { other: `runs[${overlapped}]` });
}

function meets(run: Run, other: Run): boolean {
  if (run.date !== undefined && other.date !== undefined) return run.date === other.date;
  return weekdayOfRun(run) === weekdayOfRun(other);
}

function weekdayOfRun({ day, date }: Run) {
  const parsed = date === undefined ? null : parseLocalDate(date);
  return day ?? (parsed && weekdayOf(parsed));
}

// Only known times can overlap: two runs without one share the default and nobody claims it.
function overlap(run: Run, other: Run): boolean {
  if (run.startTime === undefined || other.startTime === undefined) return false;
  const start = minutesIntoDay(run.startTime as ClockTime);
  const otherStart = minutesIntoDay(other.startTime as ClockTime);
  return start < otherStart + other.minutes && otherStart < start + run.minutes;
}

function strengthProblem(strength: PreviewRequestBody["strength"]): PreviewProblem | null {
  const locked = strength?.lockedDays ?? [];
  if (new Set(locked).size < locked.length) return problem("dayTwice", "strength.lockedDays");
  const isShut = (day: Weekday) => locked.includes(day) || strength?.minutesOn?.[day] === 0;
  if (WEEKDAYS.every(isShut)) return problem("allDaysLocked", "strength.lockedDays");
  const { startTime = DEFAULT_SETTINGS.strengthTime, otherTime } = strength ?? {};
  return startTime === otherTime ? problem("sameTime", "strength.otherTime") : null;
}
