import { addDays, daysBetween, mondayOf, type LocalDate, type Moment } from "../calendar";
import { checkExtra, type AskedExtra, type EarlierSession, type ExtraCheck, type RunWithEffort } from "../placement";
import { loadDone, type Slot } from "../programme";
import type { RunnerId } from "../record";
import { planFrom } from "./derive-plan";
import { EXTRA_DAYS_BACK, extraSessions } from "./extra-sessions";

import { runsByWeek, toPlannedRun } from "./plan-runs";
import { readRunner, type PlanRecord, type RunnerFacts } from "./runner-facts";
import type { PlanSession, PlanWeek } from "./types";

export interface ExtraJudgeInput {
  readonly runner: RunnerId;
  readonly records: readonly PlanRecord[];
  /** The runner's own day and clock: the session would start now. */
  readonly now: Moment;
  /** The slot of this week whose session it would replace; null = it comes beside the plan. */
  readonly inPlaceOf: Slot | null;
}

/** What the placement rules say to a session of the runner's own choice. */
export type ExtraJudge = (extra: AskedExtra) => ExtraCheck;

/**
 * The rules on starting a session now, beside what is planned or in place of one of the week's sessions: its runs, races, time off and
 * settings, what was done, and the sessions that still come. Null without a programme.
 */
export function extraJudge({ runner, records, now, inPlaceOf }: ExtraJudgeInput): ExtraJudge | null {
  const facts = readRunner(runner, records);
  if (facts === null) return null;
  const { weeks } = planFrom(facts, { today: now.date });
  const monday = mondayOf(now.date);
  const week = weeks.find((each) => each.monday === monday);
  const isStanding = (each: PlanWeek, { slot }: PlanSession) => each.monday !== monday || slot !== inPlaceOf;
  const planned = weeks
    .filter((each) => Math.abs(daysBetween(each.monday, monday)) <= 7)
    .flatMap((each) =>
      each.sessions
        .filter((session) => isStanding(each, session))
        .flatMap((session) => standing(facts, each, session, now.date)),
    );
  return checkExtra(
    {
      monday,
      earliest: facts.programme.startDate,
      runs: runsNear(facts, monday),
      timeOff: facts.timeOff,
      settings: facts.settings,
      ...(week === undefined ? {} : { ask: week.ask }),
      ...(week === undefined || week.askedBy === null ? {} : { askedBy: week.askedBy }),
      sessions: [...planned, ...extraSessions(facts, { from: addDays(monday, -EXTRA_DAYS_BACK), today: now.date })],
    },
    now,
  );
}

// Everything counts as known, as for a session beside the plan.
const KNOWN = { exposures: 3 };

/** The session where it was done, or where it still stands; nothing when it was left out, missed, or its day went by. */
function standing(
  facts: RunnerFacts,
  { monday }: PlanWeek,
  session: PlanSession,
  today: LocalDate,
): readonly EarlierSession[] {
  const { slot, kind, date, startTime, legLoad, state } = session;
  switch (state.status) {
    case "done":
    case "partly":
    case "moved": {
      const log = facts.sessionLog(monday, slot);
      const done = log === null ? legLoad : loadDone(log, KNOWN);
      return [{ kind: log?.kind ?? kind, start: { date: state.date, time: startTime }, legLoad: done }];
    }
    case "started":
      return [{ kind, start: { date: today, time: startTime }, legLoad }];
    case "ahead":
    case "due":
      return date < today ? [] : [{ kind, start: { date, time: startTime }, legLoad }];
    default:
      return [];
  }
}

function runsNear(facts: RunnerFacts, monday: LocalDate): readonly RunWithEffort[] {
  const mondays = [-7, 0, 7].map((days) => addDays(monday, days));
  const near = [...runsByWeek(facts, mondays).values()].flat().map(toPlannedRun);
  const known = new Set(near.map(({ id }) => id));
  return [...near, ...facts.races.filter(({ id }) => !known.has(id))];
}
