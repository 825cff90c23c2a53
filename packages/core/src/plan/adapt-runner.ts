import {
  adapt,
  injuredOn,
  isLegPattern,
  lessonOf,
  ownedWeights,
  type Adaptation,
  type AskedOfWeek,
  type DoneSession,
  type TrainingState,
} from "../adaptation";
import { countedForTheirWeek } from "../adherence";
import { addDays, daysBetween, mondayOf, type LocalDate } from "../calendar";
import { PATTERNS, type Pattern } from "../exercise";
import { askedKind, isNothingNewDay, type WeekAsked } from "../placement";
import { SLOTS } from "../programme";
import { sessionLogId, type RecordId, type SessionLogFields, type WeekPlanFields } from "../record";
import { NO_LIMITS, safetyLimits, type SafetyLimits } from "../safety";
import { sessionsInOrder, type RunnerFacts } from "./runner-facts";
import { doneAgainst } from "./session-state";
import { isAgreed, judgedPrescription, slotsOfWeek, type SlotFacts } from "./slot-facts";

/** What the runner's records say about the next session. `asks` are the weeks from the first Monday to that of `today`. */
export function adaptRunner(
  facts: RunnerFacts,
  { asks, today }: { readonly asks: readonly WeekAsked[]; readonly today: LocalDate },
): Adaptation {
  const { programme, tests, adjustments, timeOffEntries } = facts;
  const first = asks[0]?.monday ?? programme.startDate;
  return adapt({
    kit: programme.kit,
    experience: programme.experience ?? "some",
    owned: ownedWeights(programme.kit, programme.weights ?? {}),
    limits: limitsOf(facts, today),
    age: ageOf(facts, today),
    tests,
    adjustments,
    timeOff: timeOffEntries,
    weeks: asks.map((asked) => ({
      monday: asked.monday,
      advances: asked.advances,
      holds: asked.spike !== null,
      asked: askedOfWeek(facts, asked, today),
    })),
    sessions: doneSessions(facts, { first, today }),
    beforeNext: saidBeforeNext(facts, asks.at(-1)?.monday ?? null),
    mayBeginNew: (date) => !isBeforeRace(date, facts.races),
    today,
    decisionsFrom: addDays(today, -RECENT_DAYS),
  });
}

/** Decisions older than this are history. Our own choice. */
export const RECENT_DAYS = 28;

/** What safety allows the runner; a reader who may not see health knows of no limits. */
export function limitsOf({ screening }: Pick<RunnerFacts, "screening">, today: LocalDate): SafetyLimits {
  return screening === null ? NO_LIMITS : safetyLimits(screening, today);
}

function ageOf({ screening }: Pick<RunnerFacts, "screening">, today: LocalDate): number | null {
  const birthYear = screening?.birthYear ?? null;
  return birthYear === null ? null : Number(today.slice(0, 4)) - birthYear;
}

/** Whether nothing new may begin on a day, because a goal race is near. */
export function isBeforeRace(date: LocalDate, races: RunnerFacts["races"]): boolean {
  return races.some((race) => race.goal !== undefined && isNothingNewDay(daysBetween(date, race.date), race.goal));
}

/** Patterns that pain or an injury keeps out on a day. */
export function pausedPatterns(
  facts: Pick<RunnerFacts, "timeOffEntries">,
  { ladders, legsOut }: Pick<TrainingState, "ladders" | "legsOut">,
  date: LocalDate,
): readonly Pattern[] {
  const injured = injuredPatterns(facts, date);
  return PATTERNS.filter(
    (pattern) => injured.has(pattern) || ladders[pattern]?.out === true || (legsOut && isLegPattern(pattern)),
  );
}

/** Patterns that an injury pauses on a day. */
export function injuredPatterns({ timeOffEntries }: Pick<RunnerFacts, "timeOffEntries">, date: LocalDate) {
  return injuredOn(timeOffEntries, date);
}

// Sessions from before the start, or dated ahead by a wrong clock, teach nothing.
function doneSessions(
  facts: RunnerFacts,
  { first, today }: { readonly first: LocalDate; readonly today: LocalDate },
): readonly DoneSession[] {
  return sessionsInOrder(facts)
    .filter(([, log]) => log.date >= first && log.date <= today && lessonOf(log).isDone)
    .map(([id, log]) => ({ id, log, health: facts.health(id) }));
}

function askedOfWeek(facts: RunnerFacts, week: WeekAsked, today: LocalDate): readonly AskedOfWeek[] {
  const { monday } = week;
  const plan = facts.weekPlan(monday);
  const logs = SLOTS.map((slot) => facts.sessionLog(monday, slot));
  const isSettled =
    daysBetween(monday, today) >= TWO_WEEKS && logs.every((log) => log === null || !isLate(log, monday));
  if (plan === null || !isSettled) return readAsked(facts, week, today);
  const known = settledWeeks.get(plan);
  if (known !== undefined && known.ask === week.ask && known.logs.every((log, index) => log === logs[index]))
    return known.asked;
  const asked = readAsked(facts, week, today);
  settledWeeks.set(plan, { ask: week.ask, logs, asked });
  return asked;
}

/** Weeks long over: nothing changes in them while their logs are the same objects. */
const settledWeeks = new WeakMap<
  WeekPlanFields,
  {
    readonly ask: WeekAsked["ask"];
    readonly logs: readonly (SessionLogFields | null)[];
    readonly asked: readonly AskedOfWeek[];
  }
>();

function isLate({ date }: SessionLogFields, monday: LocalDate): boolean {
  return daysBetween(monday, date) >= 7;
}

function readAsked(facts: RunnerFacts, { monday, ask }: WeekAsked, today: LocalDate): readonly AskedOfWeek[] {
  const slots = slotsOfWeek(facts, monday, today);
  const agreed = isAgreed(slots);
  const asked = slots.filter(
    (each) => (agreed ? each.agreed !== null : askedKind(ask, each.slot) !== null) || each.log !== null,
  );
  return asked.map((each) => {
    const id = sessionLogId(facts.runner, monday, each.slot);
    const { log, skip } = each;
    const isExcused = skip !== null && skip !== "other";
    if (log === null || !counts(facts, { each, monday, id }))
      return { id, dose: 0, credit: 0, date: null, excused: log === null && isExcused };
    const { dose, credit } = doneAgainst(judgedPrescription(each) ?? log.prescription, log);
    return { id, dose, credit, date: log.date, excused: false };
  });
}

interface Late {
  readonly each: SlotFacts;
  readonly monday: LocalDate;
  readonly id: RecordId;
}

const TWO_WEEKS = 14;

// One done after its week counts back under the rule of late sessions; only its neighbours matter.
function counts({ sessionLogs, settings }: RunnerFacts, { each: { log }, monday, id }: Late): boolean {
  if (log === null || !isLate(log, monday)) return true;
  const near = [...sessionLogs].filter(([, { date }]) => Math.abs(daysBetween(date, log.date)) <= TWO_WEEKS);
  const done = near.map(([other, fields]) => ({
    id: other,
    monday: fields.slot === undefined ? mondayOf(fields.date) : fields.monday,
    start: { date: fields.date, time: settings.strengthTime },
    legLoad: lessonOf(fields).isLegs ? ("moderate" as const) : ("none" as const),
  }));
  return countedForTheirWeek(done).has(id);
}

// The pre-check is written before the log: the health record of a session of the running week that is not begun.
function saidBeforeNext(facts: RunnerFacts, monday: LocalDate | null) {
  if (monday === null) return null;
  const open = SLOTS.map((slot) => sessionLogId(facts.runner, monday, slot));
  const said = open.filter((id) => !facts.sessionLogs.has(id)).flatMap((id) => facts.health(id) ?? []);
  return said.toSorted((one, other) => (one.date < other.date ? -1 : 1)).at(-1) ?? null;
}
