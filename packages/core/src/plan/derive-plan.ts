import { addDays, type LocalDate } from "../calendar";
import { askWeeks, firstMonday } from "../placement";
import { PROGRAMME_WEEKS } from "../programme";
import type { RunnerId } from "../record";
import { carryOn, NOTHING_CARRIED } from "./carried";
import { extraSessions } from "./extra-sessions";
import { placeAhead, placePastWeek } from "./place-slots";
import { runsBefore, runsByWeek, toPlannedRun } from "./plan-runs";
import { planWeek } from "./plan-week";
import { readRunner, type PlanRecord, type RunnerFacts } from "./runner-facts";
import { slotsOfWeek } from "./slot-facts";
import type { Plan, PlanWeek } from "./types";
import type { WeekSituation } from "./week-situation";

export interface PlanInput {
  readonly runner: RunnerId;
  readonly records: readonly PlanRecord[];
  /** The runner's own civil day. */
  readonly today: LocalDate;
  /** How many weeks to make, 1–12; 12 when absent. */
  readonly weeks?: number;
}

/** The runner's weeks from their records: the one door for phone and worker. Null without a programme record. */
export function derivePlan({ runner, records, today, weeks = PROGRAMME_WEEKS }: PlanInput): Plan | null {
  const facts = readRunner(runner, records);
  return facts === null ? null : planFrom(facts, { today, weeks });
}

/** The first `weeks` weeks (1–12) that the facts give on `today`. All weeks ahead are placed together, for they hang together. */
export function planFrom(
  facts: RunnerFacts,
  { today, weeks: count }: { readonly today: LocalDate; readonly weeks: number },
): Plan {
  const { startDate } = facts.programme;
  const { past, ahead } = pastAndAhead(facts, today);
  const weeks: PlanWeek[] = past.slice(0, count);
  if (count > past.length) {
    const placed = placeAhead(ahead);
    for (const [index, situation] of ahead.slice(0, count - past.length).entries())
      weeks.push(planWeek(situation, placed[index] ?? { sessions: [], shortfall: [] }));
  }
  return { startDate, today, weeks, currentWeek: weeks.findIndex(({ monday }) => isWithin(today, monday)) };
}

/** The weeks that are over, and what is known of those from today's on. */
export function pastAndAhead(
  facts: RunnerFacts,
  today: LocalDate,
): { readonly past: readonly PlanWeek[]; readonly ahead: readonly WeekSituation[] } {
  const situations = situationsOf(facts, today);
  const past: PlanWeek[] = [];
  let carried = NOTHING_CARRIED;
  for (const situation of situations.filter(({ monday }) => isOver(today, monday))) {
    const known = { ...situation, carried };
    const week = planWeek(known, placePastWeek(known));
    carried = carryOn(carried, week, {
      slots: situation.slots.get(situation.monday) ?? [],
      extras: situation.extras.filter(({ start }) => isWithin(start.date, situation.monday)),
    });
    past.push(week);
  }
  return { past, ahead: situations.slice(past.length).map((situation) => ({ ...situation, carried })) };
}

/** The weeks as they are asked for, before any session has its place. */
function situationsOf(facts: RunnerFacts, today: LocalDate): readonly WeekSituation[] {
  const first = firstMonday(facts.programme.startDate);
  // The week before and the one after are there for the rules that look across the border.
  const mondays = Array.from({ length: PROGRAMME_WEEKS + 2 }, (_, index) => addDays(first, 7 * (index - 1)));
  const runs = runsByWeek(facts, mondays);
  const slots = new Map(mondays.map((monday) => [monday, slotsOfWeek(facts, monday, today)]));
  const asked = askWeeks({
    mondays: mondays.slice(1, -1),
    firstWeek: 1,
    runs: [...runsBefore(facts, mondays[0] ?? first), ...[...runs.values()].flat().map(toPlannedRun)],
    timeOff: facts.timeOff,
    peaks: facts.peaks,
  });
  const extras = extraSessions(facts, today);
  return asked.map((each, index) => ({
    facts,
    today,
    week: index + 1,
    monday: each.monday,
    asked: each,
    runs,
    slots,
    extras,
    carried: NOTHING_CARRIED,
  }));
}

function isOver(today: LocalDate, monday: LocalDate): boolean {
  return addDays(monday, 7) <= today;
}

function isWithin(today: LocalDate, monday: LocalDate): boolean {
  return monday <= today && today < addDays(monday, 7);
}
