import { expectPhase, type Adaptation, type Decision, type TrainingState } from "../adaptation";
import { addDays, daysBetween, mondayOf, type LocalDate } from "../calendar";
import { asksOfWeeks, firstMonday, type AskedWeek, type WeekAsked } from "../placement";
import { phaseOf, PROGRAMME_WEEKS, reducedWeekOf, SLOTS, weekAfter, type Phase } from "../programme";
import type { RunnerId } from "../record";
import { adaptRunner, limitsOf, pausedPatterns, RECENT_DAYS } from "./adapt-runner";
import { carriedInto, carryOn, type Carried } from "./carried";
import { EXTRA_DAYS_BACK, extraSessions } from "./extra-sessions";
import { placeAhead, placePastWeek } from "./place-slots";
import { runsBefore, runsByWeek, toPlannedRun } from "./plan-runs";
import { planWeek } from "./plan-week";
import { readRunner, type PlanRecord, type RunnerFacts } from "./runner-facts";
import { slotsOfWeek } from "./slot-facts";
import { springNow, type SpringNow } from "./spring-now";
import type { Plan, PlanWeek } from "./types";
import type { WeekAdapted, WeekSituation } from "./week-situation";

export interface PlanInput {
  readonly runner: RunnerId;
  readonly records: readonly PlanRecord[];
  /** The runner's own civil day. */
  readonly today: LocalDate;
  /** How many weeks of the block to make, from 1; all of them when absent. */
  readonly weeks?: number;
}

/** The runner's weeks from their records: the one door for phone and worker. Null without a programme record. */
export function derivePlan({ runner, records, today, weeks }: PlanInput): Plan | null {
  const facts = readRunner(runner, records);
  return facts === null ? null : planFrom(facts, { today, ...(weeks === undefined ? {} : { weeks }) });
}

/** The first `weeks` weeks of the running block that the facts give on `today`. Weeks ahead are placed together, for they hang together. */
export function planFrom(
  facts: RunnerFacts,
  { today, weeks: count = Infinity }: { readonly today: LocalDate; readonly weeks?: number },
): Plan {
  const { startDate } = facts.programme;
  const course = courseOf(facts, today);
  const { past, ahead } = pastAndAhead(course);
  const weeks: PlanWeek[] = past.slice(0, count);
  if (count > past.length) {
    const placed = placeAhead(ahead);
    for (const [index, situation] of ahead.slice(0, count - past.length).entries())
      weeks.push(planWeek(situation, placed[index] ?? { sessions: [], shortfall: [] }));
  }
  return {
    startDate,
    today,
    block: course.block,
    weeks,
    currentWeek: weeks.findIndex(({ monday }) => isWithin(today, monday)),
    decisions: course.adaptation.decisions.filter(isRecent(today)),
    springGate: course.spring.gate,
    paused: pausedPatterns(facts, course.adaptation.state, today),
    straightSets: course.adaptation.state.breathless,
    lastLegs: course.adaptation.lastLegs,
  };
}

function isRecent(today: LocalDate): (decision: Decision) => boolean {
  return ({ date }) => daysBetween(date, today) < RECENT_DAYS;
}

/** The block of the programme that runs on a day. */
interface Course {
  readonly block: number;
  readonly situations: readonly WeekSituation[];
  readonly adaptation: Adaptation;
  readonly spring: SpringNow;
  readonly today: LocalDate;
}

/** The block's weeks that are over, and what is known of those from today's on. */
export function pastAndAheadOf(
  facts: RunnerFacts,
  today: LocalDate,
): { readonly past: readonly PlanWeek[]; readonly ahead: readonly WeekSituation[] } {
  return pastAndAhead(courseOf(facts, today));
}

function pastAndAhead({ situations, today }: Course): {
  readonly past: readonly PlanWeek[];
  readonly ahead: readonly WeekSituation[];
} {
  const past: PlanWeek[] = [];
  let carried = situations[0]?.carried;
  for (const situation of situations.filter(({ monday }) => isOver(today, monday))) {
    const known = { ...situation, carried: carried ?? situation.carried };
    const week = planWeek(known, placePastWeek(known));
    carried = carryOn(known.carried, week, {
      slots: situation.slots.get(situation.monday) ?? [],
      extras: situation.extras.filter(({ start }) => isWithin(start.date, situation.monday)),
    });
    past.push(week);
  }
  const ahead = situations.slice(past.length);
  return { past, ahead: carried === undefined ? ahead : ahead.map((situation) => ({ ...situation, carried })) };
}

/** A block has no more weeks than this, whatever holds it up. Our own choice. */
const WEEKS_AHEAD_MAX = 26;

/** The weeks of the running block as they are asked for, before any session has its place. */
function courseOf(facts: RunnerFacts, today: LocalDate): Course {
  const first = firstMonday(facts.programme.startDate);
  const running = today < first ? first : mondayOf(today);
  const begunCount = today < first ? 0 : daysBetween(first, running) / 7 + 1;
  // The week before and the one after are there for the rules that look across the border.
  const mondays = Array.from({ length: begunCount + WEEKS_AHEAD_MAX + 2 }, (_, index) =>
    addDays(first, 7 * (index - 1)),
  );
  const runs = runsByWeek(facts, mondays);
  const asks = asksBy(facts, { runs, mondays });
  const adaptation = adaptRunner(facts, { asks: asks.slice(0, begunCount), today });
  const spring = springNow(facts, { adaptation, today });
  const { kit } = facts.programme;
  const limits = limitsOf(facts, today);
  const expect = (state: TrainingState, phase: Phase) => expectPhase(state, phase, { kit, limits });
  const weeks = weeksOfBlock(asks, { adaptation, spring, begunCount, expect });
  const mondaysOfBlock = weeks.map(({ asked }) => asked.monday);
  const [firstOfBlock = first] = mondaysOfBlock;
  const around = [addDays(firstOfBlock, -7), ...mondaysOfBlock, addDays(firstOfBlock, 7 * weeks.length)];
  const slots = new Map(around.map((monday) => [monday, slotsOfWeek(facts, monday, today)]));
  const extras = extraSessions(facts, { from: addDays(firstOfBlock, -EXTRA_DAYS_BACK), today });
  const carried: Carried = carriedInto(facts, firstOfBlock);
  const situations = weeks.map(({ asked, adapted }, index) => ({
    facts,
    today,
    week: index + 1,
    monday: asked.monday,
    asked,
    adapted,
    runs,
    slots,
    extras,
    carried,
  }));
  return { block: adaptation.weeks.at(-1)?.pointer.block ?? 1, situations, adaptation, spring, today };
}

interface RunsOfWeeks {
  readonly runs: WeekSituation["runs"];
  /** With the week before and the one after. */
  readonly mondays: readonly LocalDate[];
}

const asked = new WeakMap<RunsOfWeeks["runs"], { readonly question: string; readonly asks: readonly WeekAsked[] }>();

// The same runs are the same object: a tap on a set asks nothing anew.
function asksBy(facts: RunnerFacts, { runs, mondays }: RunsOfWeeks): readonly WeekAsked[] {
  const { timeOff, peaks } = facts;
  const question = JSON.stringify([timeOff, peaks]);
  const known = asked.get(runs);
  if (known?.question === question) return known.asks;
  const [first] = mondays;
  const before = first === undefined ? [] : runsBefore(facts, first);
  const all = [...before, ...[...runs.values()].flat().map(toPlannedRun)];
  const asks = asksOfWeeks({ mondays: mondays.slice(1, -1), runs: all, timeOff, peaks });
  asked.set(runs, { question, asks });
  return asks;
}

interface BlockWeek {
  readonly asked: AskedWeek;
  readonly adapted: WeekAdapted;
}

interface Standing {
  readonly adaptation: Adaptation;
  readonly spring: SpringNow;
  readonly begunCount: number;
  /** The state as it is expected in a phase to come. */
  readonly expect: (state: TrainingState, phase: Phase) => TrainingState;
}

function weeksOfBlock(asks: readonly WeekAsked[], standing: Standing): readonly BlockWeek[] {
  const { adaptation, spring, begunCount } = standing;
  const running = adaptation.weeks.at(-1);
  if (running === undefined) return weeksAhead(asks, { ...standing, from: 1, ordinal: 0, phase: 1 });
  const before = adaptation.weeks.filter(({ pointer }) => pointer.block < running.pointer.block).length;
  const begun = asks.slice(before, begunCount).flatMap((asked, index): readonly BlockWeek[] => {
    const folded = adaptation.weeks[before + index];
    if (folded === undefined) return [];
    const { pointer, state, stateKnown } = folded;
    const isRunning = folded === running;
    const week = asked.asksReduced || pointer.onReduced ? reducedWeekOf(pointer.week) : pointer.week;
    const adapted: WeekAdapted = {
      state: isRunning ? adaptation.state : state,
      doseWeek: week === pointer.week ? pointer.doseWeek : week,
      ordinal: 0,
      spring: spring.level,
      begun: isRunning ? { state: stateKnown, spring: spring.level } : null,
    };
    return [{ asked: { ...asked, week }, adapted }];
  });
  const { week } = running.pointer;
  const runningAsk = asks[begunCount - 1];
  const from = stepFrom(week, runningAsk?.advances ?? true);
  if (from === null) return begun;
  const ordinal = runningAsk?.ask === "none" ? 0 : SLOTS.length;
  const ahead = weeksAhead(asks.slice(begunCount), { ...standing, from, ordinal, phase: phaseOf(week) });
  return [...begun, ...ahead];
}

// Null: the block is over.
function stepFrom(week: number, advances: boolean): number | null {
  if (!advances) return week;
  return week === PROGRAMME_WEEKS ? null : weekAfter(week);
}

interface Ahead extends Standing {
  /** Programme week of the first of them. */
  readonly from: number;
  readonly ordinal: number;
  /** The phase that runs. */
  readonly phase: Phase;
}

// As if every week went as planned, to the end of the block.
function weeksAhead(asks: readonly WeekAsked[], { adaptation, spring, expect, ...first }: Ahead): readonly BlockWeek[] {
  const weeks: BlockWeek[] = [];
  let next: number | null = first.from;
  for (const asked of asks) {
    if (next === null) break;
    const week: number = asked.asksReduced ? reducedWeekOf(next) : next;
    const isLater = phaseOf(week) > first.phase;
    weeks.push({
      asked: { ...asked, week },
      adapted: {
        state: isLater ? expect(adaptation.state, phaseOf(week)) : adaptation.state,
        doseWeek: week,
        ordinal: first.ordinal + SLOTS.length * weeks.length,
        // Spring drills of a phase to come are shown as the programme has them, unless safety takes them away.
        spring: isLater && spring.level !== "none" ? "all" : spring.level,
        begun: null,
      },
    });
    next = stepFrom(next, asked.advances);
  }
  return weeks;
}

function isOver(today: LocalDate, monday: LocalDate): boolean {
  return addDays(monday, 7) <= today;
}

function isWithin(today: LocalDate, monday: LocalDate): boolean {
  return monday <= today && today < addDays(monday, 7);
}
