import { daysBetween, minutesIntoDay, type ClockTime, type LocalDate, WEEKDAYS } from "@legwork/core/calendar";
import type { PlanWeek, RunnerSummary } from "@legwork/core/plan";
import type { SessionKind } from "@legwork/core/programme";
import { DEFAULT_RUN_TIME, type RunKind } from "@legwork/core/run";
import { plateLetter, plateStateOf, type PlateState } from "./plate-state";

export interface RibbonRun {
  readonly key: string;
  /** 0 = Monday. */
  readonly day: number;
  /** Clock hours, 7.5 = half past seven. */
  readonly hour: number;
  readonly kind: RunKind;
  readonly minutes: number;
  readonly startTime: ClockTime;
  readonly done: boolean;
}

export interface RibbonSession {
  readonly key: string;
  readonly day: number;
  readonly endHour: number;
  readonly kind: SessionKind;
  /** As on its plate; the word comes from the catalogue. */
  readonly letter: string;
  readonly minutes: number;
  readonly startTime: ClockTime;
  readonly state: PlateState;
  readonly dose: number;
  /** A person put it where a hard rule forbids it. */
  readonly breaksRule: boolean;
}

export interface RibbonStretch {
  readonly key: string;
  readonly day: number;
  readonly hour: number;
  readonly hours: number;
  readonly kind: RunKind;
}

/** What a ribbon of any size draws. */
export interface RibbonWeek {
  readonly monday: LocalDate;
  readonly runs: readonly RibbonRun[];
  readonly sessions: readonly RibbonSession[];
  readonly stretches: readonly RibbonStretch[];
}

/** A week of the plan as a ribbon. */
export function ribbonOf(week: PlanWeek): RibbonWeek {
  const dayOf = (date: LocalDate) => daysBetween(week.monday, date);
  return {
    monday: week.monday,
    runs: week.runs.map((run) => {
      const startTime = run.startTime ?? DEFAULT_RUN_TIME;
      return {
        key: run.logId,
        day: dayOf(run.date),
        hour: minutesIntoDay(startTime) / 60,
        kind: run.kind,
        minutes: run.minutes,
        startTime,
        done: run.logged !== null,
      };
    }),
    sessions: week.sessions.map((session) => {
      const state = session.state;
      const done = state.status === "done" || state.status === "partly" || state.status === "moved";
      return {
        key: session.id,
        day: dayOf(done ? state.date : session.date),
        endHour: (minutesIntoDay(session.startTime) + session.minutes.superset) / 60,
        kind: session.kind,
        letter: plateLetter(session.kind),
        minutes: Math.round(session.minutes.superset),
        startTime: session.startTime,
        state: plateStateOf(state.status),
        dose: done ? state.dose : 0,
        breaksRule: session.breaks !== null,
      };
    }),
    stretches: week.protectedStretches.map(({ run, hours }) => ({
      key: `${run.id} ${hours}`,
      day: dayOf(run.date),
      hour: minutesIntoDay(run.startTime ?? DEFAULT_RUN_TIME) / 60,
      hours,
      kind: run.kind,
    })),
  };
}

/** Before a key run the widest protected stretch: 36 h, that of heavy legs. */
const REST_STRETCH_HOURS = 36;

/** This week of a coach's row. */
export function ribbonOfSummary(ribbon: NonNullable<RunnerSummary["ribbon"]>): Omit<RibbonWeek, "monday"> {
  const runs = ribbon.runs.map((run, index) => ({
    key: `run ${index}`,
    day: WEEKDAYS.indexOf(run.day),
    hour: run.hour,
    kind: run.kind,
    minutes: 0,
    startTime: DEFAULT_RUN_TIME,
    done: run.done,
  }));
  return {
    runs,
    sessions: ribbon.sessions.map((session, index) => ({
      key: `session ${index}`,
      day: WEEKDAYS.indexOf(session.day),
      endHour: session.endHour,
      kind: session.kind,
      letter: plateLetter(session.kind),
      minutes: 0,
      startTime: DEFAULT_RUN_TIME,
      state: plateStateOf(session.status),
      dose: 0.5,
      breaksRule: session.breaks !== null,
    })),
    stretches: runs
      .filter((run) => run.kind === "key" || run.kind === "race")
      .map(({ key, day, hour, kind }) => ({ key, day, hour, kind, hours: REST_STRETCH_HOURS })),
  };
}
