import { daysBetween, mondayOf, type LocalDate } from "../calendar";
import { isKeyRun, longRunsOf, type PlannedRun, type RaceDistance } from "../run";

/** What a week of running amounts to: planned, run, or both. */
export interface VolumeWeek {
  readonly monday: LocalDate;
  readonly minutes: number;
  /** Key and long runs. */
  readonly hardRuns: number;
  /** Sum of effort (0–10) times minutes; null when not all runs have an effort. */
  readonly load: number | null;
  /** True when the runner was ill or injured in it: it says nothing of what is usual. */
  readonly isIll: boolean;
  readonly hasRace: boolean;
}

/** Whether a week holds much more running than is usual for the runner. */
export type Volume =
  | { readonly status: "unknown" }
  | { readonly status: "normal"; readonly base: number | null; readonly isBelowBase: boolean }
  | { readonly status: "high"; readonly base: number | null; readonly because: VolumeTrigger };

/** More minutes than usual, near the most of twelve weeks before a goal race, four hard runs, or harder runs than usual. */
export type VolumeTrigger = "minutes" | "peak" | "hardRuns" | "load";

/** A goal race as volume looks at it. */
export interface RaceAhead {
  readonly date: LocalDate;
  readonly distance: RaceDistance;
}

// All numbers of this file are our own choice; the direction is that strength is held on less work while running grows.
const BASE_WEEKS = 4;
const BASE_WEEKS_MIN = 3;
const BASE_SHARE_OF_MEDIAN = 0.5;
const HIGH_SHARE = 1.15;
const LONG_MEMORY_WEEKS = 12;
const PEAK_SHARE_OF_HIGHEST = 0.95;
const PEAK_SHARE_OF_MEAN = 1.05;
const HARD_RUNS = 4;
const LOAD_SHARE = 1.25;
const BACK_BELOW_SHARE = 1.05;
/** Weeks before a goal race in which a peak counts. */
const PEAK_WEEKS: Readonly<Record<RaceDistance, readonly [from: number, to: number]>> = {
  short: [2, 5],
  half: [3, 8],
  marathon: [3, 8],
  ultra: [3, 8],
};

/** Judges a week by the weeks before it, oldest first. It is no predictor of injury. */
export function volumeOf(week: VolumeWeek, earlier: readonly VolumeWeek[], races: readonly RaceAhead[] = []): Volume {
  const valid = validWeeks(earlier);
  const base = valid === null ? null : mean(valid.map(({ minutes }) => minutes));
  const because = triggerOf(week, { earlier, valid, base, races });
  if (because !== null) return { status: "high", base, because };
  if (base === null) return { status: "unknown" };
  return { status: "normal", base, isBelowBase: week.minutes < BACK_BELOW_SHARE * base };
}

interface Past {
  readonly earlier: readonly VolumeWeek[];
  readonly valid: readonly VolumeWeek[] | null;
  readonly base: number | null;
  readonly races: readonly RaceAhead[];
}

function triggerOf(week: VolumeWeek, { earlier, valid, base, races }: Past): VolumeTrigger | null {
  if (base !== null && base > 0 && week.minutes >= HIGH_SHARE * base) return "minutes";
  if (base !== null && isPeak(week, earlier.slice(-LONG_MEMORY_WEEKS)) && races.some((race) => isNear(week, race)))
    return "peak";
  if (week.hardRuns >= HARD_RUNS) return "hardRuns";
  const loads = (valid ?? []).flatMap(({ load }) => (load === null ? [] : [load]));
  const baseLoad = loads.length >= BASE_WEEKS_MIN ? mean(loads) : 0;
  return week.load !== null && baseLoad > 0 && week.load >= LOAD_SHARE * baseLoad ? "load" : null;
}

/** The last four weeks without illness, race, or hardly any running; null when fewer than three are left. */
function validWeeks(earlier: readonly VolumeWeek[]): readonly VolumeWeek[] | null {
  const usual = earlier.slice(-BASE_WEEKS).filter(({ isIll, hasRace }) => !isIll && !hasRace);
  const middle = median(usual.map(({ minutes }) => minutes));
  const valid = usual.filter(({ minutes }) => minutes >= BASE_SHARE_OF_MEDIAN * middle);
  return valid.length < BASE_WEEKS_MIN ? null : valid;
}

function isPeak({ minutes }: VolumeWeek, earlier: readonly VolumeWeek[]): boolean {
  if (earlier.length === 0) return false;
  const before = earlier.map((week) => week.minutes);
  return minutes >= PEAK_SHARE_OF_HIGHEST * Math.max(...before) && minutes >= PEAK_SHARE_OF_MEAN * mean(before);
}

function isNear({ monday }: VolumeWeek, { date, distance }: RaceAhead): boolean {
  const weeks = Math.floor(daysBetween(monday, date) / 7);
  const [from, to] = PEAK_WEEKS[distance];
  return from <= weeks && weeks <= to;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}

/** A run with how hard it was, when it was said. */
export type RunWithEffort = PlannedRun & { readonly effort?: number | null };

/** The running of the week that begins on `monday`, from its runs. */
export function volumeWeek(monday: LocalDate, runsOfWeek: readonly RunWithEffort[], isIll: boolean): VolumeWeek {
  const long = longRunsOf(runsOfWeek);
  const efforts = runsOfWeek.map(({ effort, minutes }) => (effort == null ? null : effort * minutes));
  return {
    monday,
    minutes: runsOfWeek.reduce((sum, { minutes }) => sum + minutes, 0),
    hardRuns: runsOfWeek.filter((run) => isKeyRun(run) || long.includes(run)).length,
    load:
      efforts.includes(null) || efforts.length === 0
        ? null
        : efforts.reduce<number>((sum, each) => sum + (each ?? 0), 0),
    isIll,
    hasRace: runsOfWeek.some(({ kind }) => kind === "race"),
  };
}

/** A run is far longer than the last ones from this share of the longest on. The one measure of a jump with injury data in runners. */
const SPIKE_SHARE = 1.1;
const SPIKE_DAYS = 30;
/** Runs must be known for so many days, or everything would look like a jump. */
const SPIKE_KNOWN_DAYS = 21;

/** A run that is more than a tenth longer than any of the thirty days before it. */
export interface Spike {
  readonly run: PlannedRun;
  /** Minutes of the longest run before it. */
  readonly longest: number;
}

const days = new WeakMap<PlannedRun, number>();
const DAY_0 = "2000-01-01" as LocalDate;

// Years of runs are looked at, each of them from many sides.
function dayOf(run: PlannedRun): number {
  const day = days.get(run) ?? daysBetween(DAY_0, run.date);
  days.set(run, day);
  return day;
}

/** The jumps among dated runs, by the Monday of their week; goal races are none. */
export function spikesByWeek(runs: readonly PlannedRun[]): ReadonlyMap<LocalDate, Spike> {
  const inOrder = [...runs].sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
  const [first] = inOrder;
  const spikes = new Map<LocalDate, Spike>();
  let from = 0;
  for (const [index, run] of inOrder.entries()) {
    const oldest = dayOf(run) - SPIKE_DAYS;
    while (from < index && dayOf(inOrder[from] ?? run) < oldest) from += 1;
    if (run.goal !== undefined || first === undefined || dayOf(run) - dayOf(first) < SPIKE_KNOWN_DAYS) continue;
    let longest = 0;
    for (let each = from; each < index; each += 1)
      if ((inOrder[each]?.date ?? run.date) < run.date) longest = Math.max(longest, inOrder[each]?.minutes ?? 0);
    if (longest > 0 && run.minutes > SPIKE_SHARE * longest) spikes.set(mondayOf(run.date), { run, longest });
  }
  return spikes;
}
