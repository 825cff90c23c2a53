import type { LocalDate } from "../calendar";
import type { HealthFields } from "../record/kinds";
import type { FromWeekToWeek } from "./fold-week";
import type { AdaptInput, AskedOfWeek, DoneSession, WeekToFold } from "./input";
import type { Pointer } from "./judge-week";
import { lessonOf } from "./lesson";
import type { Decision, TrainingState } from "./types";

/** A week that has begun, as the programme stood in it. */
export interface FoldedWeek {
  readonly monday: LocalDate;
  readonly pointer: Pointer;
  /** As the week began, a return after a gap included. */
  readonly state: TrainingState;
  /** The same as far as it could be known on its Monday: without what was said, or taken back, of the week before since then. */
  readonly stateKnown: TrainingState;
}

/** What a week was read from. */
interface Reading {
  readonly week: WeekToFold;
  readonly sessions: readonly DoneSession[];
  readonly nexts: readonly (HealthFields | null)[];
  readonly mayBeginNew: readonly boolean[];
}

/** A week that is over, with what it was read from and where it led. */
export interface Step extends Reading {
  readonly folded: FoldedWeek;
  readonly decisions: readonly Decision[];
  readonly after: FromWeekToWeek;
}

// Years of weeks are the same at every tap: they are kept and only those after the first difference are gone through anew.
const folds = new Map<string, readonly Step[]>();
/** Runners whose weeks are kept. Our own choice: a phone has one, a server many. */
const FOLDS_KEPT = 4;

/** Keeps the weeks of a runner for the next time. */
export function keepWeeks(frame: string, steps: readonly Step[]): void {
  folds.delete(frame);
  folds.set(frame, steps);
  for (const oldest of folds.keys()) {
    if (folds.size <= FOLDS_KEPT) return;
    folds.delete(oldest);
  }
}

/** Everything that the weeks are read with, but for weeks and sessions themselves. */
export function frameOf({
  kit,
  experience,
  owned,
  limits,
  age,
  tests,
  adjustments,
  timeOff,
  weeks,
}: AdaptInput): string {
  return JSON.stringify([weeks[0]?.monday, kit, experience, owned, limits, age, tests, adjustments, timeOff]);
}

interface Compared {
  readonly input: AdaptInput;
  readonly byWeek: readonly (readonly DoneSession[])[];
  readonly nextHealth: ReadonlyMap<DoneSession, HealthFields | null>;
}

/** The first weeks of a frame that are read from the same as they were before. */
export function keptWeeks(frame: string, { input, byWeek, nextHealth }: Compared): Step[] {
  const kept = folds.get(frame) ?? [];
  let same = 0;
  for (const [index, step] of kept.entries()) {
    const week = input.weeks[index];
    if (week === undefined || index + 1 >= input.weeks.length) break;
    if (!isSame(step, readingOf({ input, nextHealth }, week, byWeek[index] ?? []))) break;
    same += 1;
  }
  // Whether a week lies in a gap depends on the next leg session: it has to be among those that are the same.
  while (same > 0 && byWeek[same - 1]?.some(({ log }) => lessonOf(log).isLegs) !== true) same -= 1;
  return kept.slice(0, Math.max(0, same - 1));
}

/** What a week is read from. */
export function readingOf(
  { input, nextHealth }: Pick<Compared, "input" | "nextHealth">,
  week: WeekToFold,
  sessions: readonly DoneSession[],
): Reading {
  return {
    week,
    sessions,
    nexts: sessions.map((session) => nextHealth.get(session) ?? null),
    mayBeginNew: sessions.map(({ log }) => input.mayBeginNew(log.date)),
  };
}

function isSame(one: Reading, other: Reading): boolean {
  return (
    one.week.monday === other.week.monday &&
    one.week.advances === other.week.advances &&
    one.week.holds === other.week.holds &&
    isEach(one.week.asked, other.week.asked, isSameAsked) &&
    // A log or an answer that is another one is another object.
    isEach(one.sessions, other.sessions, (a, b) => a.id === b.id && a.log === b.log && a.health === b.health) &&
    isEach(one.nexts, other.nexts, (a, b) => a === b) &&
    isEach(one.mayBeginNew, other.mayBeginNew, (a, b) => a === b)
  );
}

function isSameAsked(one: AskedOfWeek, other: AskedOfWeek): boolean {
  return (
    one.id === other.id &&
    one.dose === other.dose &&
    one.credit === other.credit &&
    one.date === other.date &&
    one.excused === other.excused
  );
}

function isEach<Item>(
  ones: readonly Item[],
  others: readonly Item[],
  isTheSame: (one: Item, other: Item) => boolean,
): boolean {
  return ones.length === others.length && ones.every((one, index) => isTheSame(one, others[index] as Item));
}
