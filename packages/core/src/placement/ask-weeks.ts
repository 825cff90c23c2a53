import { addDays, daysBetween, mondayOf, type LocalDate } from "../calendar";
import { reducedWeekOf, weekAfter } from "../programme";
import type { PlannedRun, RaceDistance } from "../run";
import { RULES } from "./rules";
import type { Reason, TimeOff } from "./types";
import {
  spikesByWeek,
  volumeOf,
  volumeWeek,
  type RunWithEffort,
  type Spike,
  type Volume,
  type VolumeWeek,
} from "./volume";
import type { WeekAsk } from "./ways";

/** What decides how much strength each week asks for. */
export interface AskInput {
  /** Consecutive Mondays. */
  readonly mondays: readonly LocalDate[];
  /** All runs known, past and planned. */
  readonly runs: readonly RunWithEffort[];
  readonly timeOff: readonly TimeOff[];
  /** Weeks of running before the first Monday; of a week that stands in `runs` too, this holds. */
  readonly history?: readonly VolumeWeek[];
  /** Blocks that the runner marked as peak volume; both days belong to it. */
  readonly peaks?: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
}

/** What a week asks for, wherever the programme stands in it. */
export interface WeekAsked {
  readonly monday: LocalDate;
  readonly ask: WeekAsk;
  /** Why it asks for less than A and B. */
  readonly askedBy: Reason | null;
  /** True where the phase's reduced week is asked for: in the third week before a marathon. */
  readonly asksReduced: boolean;
  /** False where the programme stands still: taper, race, the days after it, and weeks that ask for nothing. */
  readonly advances: boolean;
  readonly volume: Volume;
  /** A run far longer than the last ones: nothing new begins in its week. */
  readonly spike: Spike | null;
}

/** What a week asks for, with the week of the programme. */
export interface AskedWeek extends WeekAsked {
  /** Programme week whose sessions are asked for, 1–12; before a marathon the phase's reduced one. */
  readonly week: number;
}

/** What each of the weeks asks for, the programme standing in `firstWeek` (1–12) at first and going on by itself. */
export function askWeeks({ firstWeek, ...input }: AskInput & { readonly firstWeek: number }): readonly AskedWeek[] {
  return pointWeeks(asksOfWeeks(input), firstWeek);
}

/** The weeks with the programme's own: from `firstWeek` on, each week that advances takes it to the next. */
export function pointWeeks(asks: readonly WeekAsked[], firstWeek: number): readonly AskedWeek[] {
  let week = firstWeek;
  return asks.map((each) => {
    const asked = { ...each, week: each.asksReduced ? reducedWeekOf(week) : week };
    if (each.advances) week = weekAfter(week);
    return asked;
  });
}

/** What each of the weeks asks for: by the goal race, by time off, by the volume of running. */
export function asksOfWeeks(input: AskInput): readonly WeekAsked[] {
  const races = input.runs.filter(({ goal }) => goal !== undefined);
  const spikes = spikesByWeek(input.runs);
  const volumes = volumesOf(input, races);
  let mode: VolumeMode = USUAL;
  return input.mondays.map((monday, index) => {
    const volume = volumes[index] ?? { status: "unknown" };
    const byVolume = volumeAsk(mode, { monday, volume, peaks: input.peaks ?? [] });
    mode = byVolume.next;
    const asked = awayAsk(monday, input.timeOff) ?? raceAsk(monday, races) ?? byVolume.asked ?? PLAIN;
    return {
      monday,
      ask: asked.ask,
      askedBy: asked.askedBy,
      asksReduced: asked.asksReduced ?? false,
      advances: asked.advances,
      volume,
      spike: spikes.get(monday) ?? null,
    };
  });
}

interface Asked {
  readonly ask: WeekAsk;
  readonly askedBy: Reason | null;
  readonly advances: boolean;
  readonly asksReduced?: true;
}

const PLAIN: Asked = { ask: "AB", askedBy: null, advances: true };

function awayAsk(monday: LocalDate, timeOff: readonly TimeOff[]): Asked | null {
  const sunday = addDays(monday, 6);
  if (!timeOff.some(({ from, to }) => from <= sunday && monday <= to)) return null;
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const off = days.map((date) =>
    timeOff.find(({ from, to, sessions }) => sessions === "none" && from <= date && date <= to),
  );
  const [first] = off;
  if (first === undefined || off.includes(undefined)) return null;
  return { ask: "none", askedBy: { rule: "away", code: "awayWeek", away: first.reason }, advances: false };
}

/** Where a week lies before or after a goal race. */
type Stage = "afterRace" | "raceWeek" | "days14To8" | "days21To15";

// The strictest stage first: between equally many days it wins.
const STAGES: readonly Stage[] = ["afterRace", "raceWeek", "days14To8", "days21To15"];

function raceAsk(monday: LocalDate, races: readonly PlannedRun[]): Asked | null {
  if (races.length === 0) return null;
  const found = races.flatMap((race) => {
    const stage = stageOf(monday, race);
    return stage === null ? [] : [{ stage, race }];
  });
  // With two races near, the stricter stage holds.
  const [nearest] = found.sort((one, other) => STAGES.indexOf(one.stage) - STAGES.indexOf(other.stage));
  return nearest ? stageAsk(nearest.stage, { monday, race: nearest.race }) : null;
}

// A week belongs to the stage of most of its days.
function stageOf(monday: LocalDate, { date, goal = "short" }: PlannedRun): Stage | null {
  const toRace = daysBetween(monday, date);
  const counts: Record<Stage | "none", number> = { afterRace: 0, raceWeek: 0, days14To8: 0, days21To15: 0, none: 0 };
  for (let day = 0; day < 7; day += 1) counts[stageOfDay(toRace - day, goal)] += 1;
  const most = Math.max(...Object.values(counts));
  return STAGES.find((stage) => counts[stage] === most) ?? null;
}

function stageOfDay(daysToRace: number, goal: RaceDistance): Stage | "none" {
  if (daysToRace < 0) return -daysToRace <= RULES.C17.windows[goal].afterDays ? "afterRace" : "none";
  if (daysToRace <= 7) return "raceWeek";
  if (daysToRace <= 14) return "days14To8";
  return daysToRace <= 21 ? "days21To15" : "none";
}

/** Days that race week must still have before a marathon for one short session to make sense. EX */
const MARATHON_T1_DAYS = 4;

interface RaceWeek {
  readonly monday: LocalDate;
  readonly race: PlannedRun;
}

function stageAsk(stage: Stage, { monday, race }: RaceWeek): Asked | null {
  const { goal = "short", id, kind, date } = race;
  const run = { id, kind, date };
  const isLong = goal === "marathon" || goal === "ultra";
  const because = (code: "taper" | "raceWeek" | "afterRaceWeek"): Reason => ({ rule: "C17", code, run });
  if (stage === "days21To15")
    return isLong ? { ask: "AB", askedBy: because("taper"), advances: false, asksReduced: true } : null;
  if (stage === "days14To8") return { ask: TWO_WEEKS_BEFORE[goal], askedBy: because("taper"), advances: false };
  if (stage === "afterRace") return { ask: "L", askedBy: because("afterRaceWeek"), advances: false };
  const hasT1 = !isLong || (goal === "marathon" && isEarly(monday, date));
  return { ask: hasT1 ? "T1" : "none", askedBy: because("raceWeek"), advances: false };
}

const TWO_WEEKS_BEFORE: Readonly<Record<RaceDistance, WeekAsk>> = {
  short: "AL",
  half: "T2L",
  marathon: "T2",
  ultra: "T2",
};

function isEarly(monday: LocalDate, race: LocalDate): boolean {
  return daysBetween(monday, race) >= MARATHON_T1_DAYS;
}

/** What the weeks before mean for the next: was the last one high, and has strength gone down to once a week. */
interface VolumeMode {
  readonly wasHigh: boolean;
  readonly isOnce: boolean;
}

const USUAL: VolumeMode = { wasHigh: false, isOnce: false };
const ONCE: VolumeMode = { wasHigh: true, isOnce: true };

interface VolumeAsk {
  readonly asked: Asked | null;
  readonly next: VolumeMode;
}

// One such week: one of two sessions becomes light. Two in a row, or a marked block: once a week, until after a week below the usual.
function volumeAsk(
  mode: VolumeMode,
  { monday, volume, peaks }: Pick<AskedWeek, "monday" | "volume"> & { readonly peaks: NonNullable<AskInput["peaks"]> },
): VolumeAsk {
  const sunday = peaks.length === 0 ? monday : addDays(monday, 6);
  if (peaks.some(({ from, to }) => from <= sunday && monday <= to)) return { asked: once("peakBlock"), next: ONCE };
  if (volume.status === "high") {
    if (mode.wasHigh || mode.isOnce) return { asked: once("highVolumeAgain"), next: ONCE };
    const askedBy: Reason = { rule: "C18", code: "highVolume" };
    return { asked: { ask: "AL", askedBy, advances: true }, next: { wasHigh: true, isOnce: false } };
  }
  if (!mode.isOnce) return { asked: null, next: USUAL };
  const isBack = volume.status === "normal" && volume.isBelowBase;
  return { asked: once("volumeStillHigh"), next: isBack ? USUAL : { wasHigh: false, isOnce: true } };
}

function once(code: "peakBlock" | "highVolumeAgain" | "volumeStillHigh"): Asked {
  return { ask: "M", askedBy: { rule: "C18", code }, advances: true };
}

const mondayBy = new WeakMap<PlannedRun, LocalDate>();

function mondayOfRun(run: PlannedRun): LocalDate {
  const monday = mondayBy.get(run) ?? mondayOf(run.date);
  mondayBy.set(run, monday);
  return monday;
}

function volumesOf(
  { mondays, runs, timeOff, history = [] }: AskInput,
  races: readonly PlannedRun[],
): readonly Volume[] {
  const byWeek = new Map<LocalDate, RunWithEffort[]>();
  for (const run of runs) {
    const monday = mondayOfRun(run);
    const others = byWeek.get(monday);
    if (others) others.push(run);
    else byWeek.set(monday, [run]);
  }
  const isIll = (monday: LocalDate) =>
    timeOff.some(
      ({ from, to, reason }) =>
        (reason === "illness" || reason === "injury") && from <= addDays(monday, 6) && monday <= to,
    );
  const first = mondays[0];
  const known = [...byWeek.keys()].filter((monday) => first !== undefined && monday < first).sort();
  const before = known.map((monday) => volumeWeek(monday, byWeek.get(monday) ?? [], isIll(monday)));
  const told = new Set(history.map(({ monday }) => monday));
  const earlier: VolumeWeek[] = [...history, ...before.filter(({ monday }) => !told.has(monday))];
  earlier.sort((one, other) => (one.monday < other.monday ? -1 : 1));
  const ahead = races.map(({ date, goal = "short" }) => ({ date, distance: goal }));
  return mondays.map((monday) => {
    const week = volumeWeek(monday, byWeek.get(monday) ?? [], isIll(monday));
    const volume = volumeOf(week, earlier, ahead);
    earlier.push(week);
    return volume;
  });
}
