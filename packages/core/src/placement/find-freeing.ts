import { clockTimeFrom, minutesIntoDay, weekdayOf, WEEKDAYS, type LocalDate, type Weekday } from "../calendar";
import { SLOTS } from "../programme/prescription";
import { SMALLEST_SUM } from "./configurations";
import type { ShortfallContext } from "./explain-shortfall";
import { DAYS_PER_WEEK, readFacts, type RunFact } from "./facts";
import { runOf } from "./finding";
import { startTimeOf } from "./place";
import { boardOf, searchWeeks, type FilledWeek } from "./search";
import type { EarlierSession, Freeing, PlacementSettings, Reason, WeeksInput } from "./types";

/** Times of day that are tried when the runner's own leave no place. Our own choice. */
const OTHER_TIMES = [6.5, 12, 18, 20].map((hour) => clockTimeFrom(hour * 60));
/** How many changes are tried for one week, the smallest first. Our own choice, it bounds the work. */
const TRIES_MAX = 40;

interface Trial {
  readonly freeing: Freeing;
  readonly settings?: Partial<PlacementSettings>;
  readonly move?: { readonly run: RunFact["run"]; readonly to: LocalDate };
}

/**
 * The smallest single change with which the week would give up less, the other weeks staying as they are: a setting of the runner's
 * own, else a run that a rule named on another day of the week. Each is tried by placing the week with it. Null when none helps.
 */
export function findFreeing(
  week: FilledWeek,
  context: ShortfallContext & { readonly reasons: readonly Reason[] },
): Freeing | null {
  const near = nearWeek(week, context);
  for (const trial of [...settingTrials(week, context), ...runTrials(week, context)].slice(0, TRIES_MAX))
    if (costWith(trial, week, near) < week.filled.way.cost) return trial.freeing;
  return null;
}

// What the rules of one week look at; all trials share it.
function nearWeek(
  { board: { index, toPlace }, border }: FilledWeek,
  { board, neighbours }: ShortfallContext,
): WeeksInput {
  const { input, facts } = board;
  const isNear = ({ day }: RunFact) => Math.abs(Math.floor(day / DAYS_PER_WEEK) - index) <= 1;
  const runs = facts.runs.filter(isNear).map(({ run }) => run);
  const races = facts.races.map(({ run }) => run).filter((race) => !runs.includes(race));
  return {
    ...input,
    weeks: [toPlace],
    runs: [...runs, ...races],
    sessions: [...input.sessions, ...neighbours.map(asEarlier)],
    exposures: { A: border.exposuresA, B: border.exposuresB },
    returning: border.returning,
    lastLegs: null,
    turns: border.turn - 1,
  };
}

function costWith({ settings, move }: Trial, { board: { toPlace } }: FilledWeek, near: WeeksInput): number {
  const alone: WeeksInput = {
    ...near,
    runs: move === undefined ? near.runs : near.runs.map((run) => (run === move.run ? { ...run, date: move.to } : run)),
    settings: { ...near.settings, ...settings },
  };
  const laidOut = boardOf(alone, readFacts(alone, toPlace.monday, 1));
  return searchWeeks(laidOut, SMALLEST_SUM).weeks[0]?.filled.way.cost ?? Infinity;
}

function asEarlier({ place }: ShortfallContext["neighbours"][number]): EarlierSession {
  return { kind: place.kind, start: { date: place.date, time: startTimeOf(place) }, legLoad: place.dose.legLoad };
}

function settingTrials(week: FilledWeek, { board }: ShortfallContext): readonly Trial[] {
  const { settings } = board.input;
  const { lockedDays, minutesOn } = settings;
  const inOrder = WEEKDAYS.filter((day) => lockedDays.includes(day));
  const unlock = inOrder.map((day): Trial => {
    const others = lockedDays.filter((each) => each !== day);
    return { freeing: { change: "unlock", day }, settings: { lockedDays: others } };
  });
  const twoADay: readonly Trial[] = settings.twoADay
    ? []
    : [{ freeing: { change: "twoADay" }, settings: { twoADay: true } }];
  const needed = minutesNeeded(week, board);
  const onDays = needed.flatMap((minutes) =>
    WEEKDAYS.filter((day) => (minutesOn[day] ?? Infinity) < minutes).map((day): Trial => ({
      freeing: { change: "minutes", day, minutes },
      settings: { minutesOn: { ...minutesOn, [day]: minutes } },
    })),
  );
  const everyDay = needed
    .filter((minutes) => settings.maxMinutes !== null && settings.maxMinutes < minutes)
    .map((minutes): Trial => ({
      freeing: { change: "minutes", day: null, minutes },
      settings: { maxMinutes: minutes },
    }));
  const restDay = restDayOf(week, board).map((day): Trial => ({
    freeing: { change: "restDay", day },
    settings: { restDayPenalty: 0 },
  }));
  return [...unlock, ...twoADay, ...onDays, ...everyDay, ...timeTrials(board.input.settings), ...restDay];
}

function timeTrials({ strengthTime, otherTime }: PlacementSettings): readonly Trial[] {
  if (otherTime !== null) return [];
  return OTHER_TIMES.filter((time) => Math.abs(minutesIntoDay(time) - minutesIntoDay(strengthTime)) >= 60).map(
    (time): Trial => ({ freeing: { change: "time", time }, settings: { otherTime: time } }),
  );
}

/** Minutes that the sessions of the full week take, the shorter first. */
function minutesNeeded(
  { board: week, border }: FilledWeek,
  { candidates }: ShortfallContext["board"],
): readonly number[] {
  const variant = { returning: 1, step: "none", newRung: false, turn: border.turn } as const;
  const minutes = SLOTS.flatMap((slot) => {
    const kind = week.ways[0]?.[slot] ?? null;
    const exposures = slot === "A" ? border.exposuresA : border.exposuresB;
    if (kind === null) return [];
    return [Math.ceil(candidates.dose(week.index, kind, { ...variant, exposures }, "own").minutes.superset)];
  });
  return [...new Set(minutes)].sort((one, other) => one - other);
}

function restDayOf({ board: { index } }: FilledWeek, { facts }: ShortfallContext["board"]): readonly Weekday[] {
  const week = facts.days.slice(index * DAYS_PER_WEEK, (index + 1) * DAYS_PER_WEEK);
  const rest = week.find(({ isRestDay, isLocked }) => isRestDay && !isLocked);
  return rest ? [weekdayOf(rest.date)] : [];
}

// A run is never moved for the runner; that it stands in the way may still be worth knowing.
function runTrials(week: FilledWeek, { board, reasons }: ShortfallContext & { readonly reasons: readonly Reason[] }) {
  const named = new Set(reasons.flatMap(({ run }) => (run ? [run.id] : [])));
  const { index } = week.board;
  const { facts } = board;
  const days = facts.days.slice(index * DAYS_PER_WEEK, (index + 1) * DAYS_PER_WEEK);
  const isIn = ({ day }: RunFact) => Math.floor(day / DAYS_PER_WEEK) === index;
  const movable = facts.runs.filter(
    (fact) => isIn(fact) && fact.run.goal === undefined && (named.has(fact.run.id) || fact.isKey || fact.isLong),
  );
  const inOrder = [...movable].sort((one, other) => Number(named.has(other.run.id)) - Number(named.has(one.run.id)));
  return inOrder.flatMap((fact) =>
    days
      .filter(({ runs, day }) => runs.length === 0 && day !== fact.day && !isBesideHardRun(day, fact, facts.runs))
      .map(({ date }): Trial => ({
        freeing: { change: "runElsewhere", run: runOf(fact), to: date },
        move: { run: fact.run, to: date },
      })),
  );
}

// A hard run is not suggested next to another one.
function isBesideHardRun(day: number, fact: RunFact, runs: readonly RunFact[]): boolean {
  if (!fact.isKey && !fact.isLong) return false;
  return runs.some((other) => other !== fact && (other.isKey || other.isLong) && Math.abs(other.day - day) <= 1);
}
