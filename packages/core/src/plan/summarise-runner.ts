import { blockAdherence, planFacts, plannedWeight, type BlockAdherence } from "../adherence";
import { minutesIntoDay, weekdayOf, type LocalDate } from "../calendar";
import { firstMonday } from "../placement";
import { prescribe, PROGRAMME_WEEKS, SLOTS } from "../programme";
import { DEFAULT_RUN_TIME } from "../run";
import { feelRuns, feelSeries } from "../run-feel";
import { planFrom, type PlanInput } from "./derive-plan";
import { readRunner, type RunnerFacts } from "./runner-facts";
import type { RunnerSummary, SessionMark } from "./summary";
import type { Plan, PlanSession, PlanWeek } from "./types";

export interface SummaryInput extends Omit<PlanInput, "weeks"> {
  /** Kinds that the reader may see; null = all. */
  readonly kinds: readonly string[] | null;
}

/** One row of a coach's list. Null while there is no programme, or none may be read. */
export function summariseRunner({ runner, records, today, kinds }: SummaryInput): RunnerSummary | null {
  const facts = readRunner(runner, readableOf(records, kinds));
  if (facts === null) return null;
  const plan = planFrom(facts, { today });
  const adherence = blockAdherence(planFacts(plan, { originalWeight }));
  const current = plan.weeks[plan.currentWeek];
  return {
    startDate: plan.startDate,
    week: current?.week ?? 0,
    programmeWeek: current?.programmeWeek ?? 0,
    block: plan.block,
    sessionsDone: adherence.sessionsDone,
    sessionsPlanned: adherence.sessionsPlanned,
    adherence: adherence.adherence,
    consistency: adherence.consistency,
    weeks: columnsOf(plan, adherence),
    ribbon: current ? ribbonOf(current) : null,
    feel: feelOf(facts),
    lastLog: lastLog(plan, facts),
  };
}

/** The run-feel part of a row alone: without the plan it costs a fraction. Empty while there is no programme, or none may be read. */
export function summariseFeel({ runner, records, kinds }: Omit<SummaryInput, "today">): RunnerSummary["feel"] {
  const facts = readRunner(runner, readableOf(records, kinds));
  return facts === null ? [] : feelOf(facts);
}

function readableOf(records: SummaryInput["records"], kinds: SummaryInput["kinds"]): SummaryInput["records"] {
  return kinds === null ? records : records.filter(({ kind }) => kinds.includes(kind));
}

/** Weighted sets of a programme week as first written: the whole A and B, whatever the runner's kit or limit. */
function originalWeight(week: number): number {
  const weights = SLOTS.map((kind) => plannedWeight(prescribe({ kind, week, kit: "gym", maxMinutes: null })));
  return weights.reduce((sum, weight) => sum + weight, 0);
}

// A block that was held up has more weeks than columns: those around today.
function columnsOf({ weeks, currentWeek }: Plan, adherence: BlockAdherence): RunnerSummary["weeks"] {
  const columns = weeks.map((week, index) => columnOf(week, adherence.weeks[index]));
  const lastFirst = Math.max(0, columns.length - PROGRAMME_WEEKS);
  const first = Math.min(lastFirst, Math.max(0, currentWeek - PROGRAMME_WEEKS + 1));
  return columns.slice(first, first + PROGRAMME_WEEKS);
}

function columnOf(week: PlanWeek, adherence: BlockAdherence["weeks"][number] | undefined) {
  return {
    week: week.week,
    required: adherence?.required ?? 0,
    credit: adherence?.credit ?? 0,
    marks: week.sessions.map(markOf),
  };
}

function markOf({ slot, kind, date, state }: PlanSession): SessionMark {
  return { slot, kind, date, status: state.status, credit: "credit" in state ? state.credit : 0 };
}

function ribbonOf({ runs, sessions }: PlanWeek): RunnerSummary["ribbon"] {
  return {
    runs: runs.map(({ date, startTime, kind, logged }) => ({
      day: weekdayOf(date),
      hour: minutesIntoDay(startTime ?? DEFAULT_RUN_TIME) / 60,
      kind,
      done: logged !== null,
    })),
    sessions: sessions.map(({ date, startTime, minutes, kind, state, breaks }) => ({
      day: weekdayOf(date),
      endHour: Math.min(24, (minutesIntoDay(startTime) + minutes.superset) / 60),
      kind,
      status: state.status,
      breaks: breaks?.rule ?? null,
    })),
  };
}

function feelOf({ programme, runLogs, feels }: RunnerFacts): RunnerSummary["feel"] {
  const runs = feelRuns(
    [...runLogs].map(([id, fields]) => ({ id, fields })),
    [...feels.values()].map((fields) => ({ fields })),
  );
  const { dots, trend } = feelSeries({ runs, startDate: firstMonday(programme.startDate) });
  const smoothed = new Map(trend.status === "drawn" ? trend.points.map(({ day, value }) => [day, value]) : []);
  const solid = dots.filter(({ hollow }) => !hollow);
  return solid.map(({ date, day, value }) => ({ date, value, trend: smoothed.get(Math.floor(day)) ?? null }));
}

/** The last day on which a session or a run was logged. */
function lastLog({ weeks }: Plan, { runLogs }: RunnerFacts): LocalDate | null {
  const sessions = weeks.flatMap((week) => week.sessions.flatMap(({ state }) => ("date" in state ? [state.date] : [])));
  const runs = [...runLogs.values()].map(({ date }) => date);
  return [...sessions, ...runs].reduce<LocalDate | null>(
    (latest, date) => (latest === null || date > latest ? date : latest),
    null,
  );
}
