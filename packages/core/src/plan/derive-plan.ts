import { addDays, type LocalDate } from "../calendar";
import { firstMonday } from "../placement";
import { PROGRAMME_WEEKS } from "../programme";
import type { RunnerId } from "../record";
import { carryOn, NOTHING_CARRIED } from "./carried";
import { runsByWeek } from "./plan-runs";
import { planWeek } from "./plan-week";
import { readRunner, type PlanRecord, type RunnerFacts } from "./runner-facts";
import { slotsOfWeek } from "./slot-facts";
import type { Plan, PlanWeek } from "./types";

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

/** The first `weeks` weeks (1–12) that the facts give on `today`. */
export function planFrom(
  facts: RunnerFacts,
  { today, weeks: count }: { readonly today: LocalDate; readonly weeks: number },
): Plan {
  const { startDate } = facts.programme;
  const first = firstMonday(startDate);
  // The week before and the one after are there for the rules that look across the border.
  const mondays = Array.from({ length: count + 2 }, (_, index) => addDays(first, 7 * (index - 1)));
  const runs = runsByWeek(facts, mondays);
  const slots = new Map(mondays.map((monday) => [monday, slotsOfWeek(facts, monday, today)]));
  const weeks: PlanWeek[] = [];
  let carried = NOTHING_CARRIED;
  for (const [index, monday] of mondays.slice(1, -1).entries()) {
    const week = planWeek({ facts, today, week: index + 1, monday, runs, slots, carried });
    carried = carryOn(carried, week, slots.get(monday) ?? []);
    weeks.push(week);
  }
  return { startDate, today, weeks, currentWeek: weeks.findIndex(({ monday }) => isWithin(today, monday)) };
}

function isWithin(today: LocalDate, monday: LocalDate): boolean {
  return monday <= today && today < addDays(monday, 7);
}
