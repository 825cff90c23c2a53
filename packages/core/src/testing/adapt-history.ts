import { adapt, ownedWeights, settingOf, type Adaptation, type AdaptInput, type DoneSession } from "../adaptation";
import { addDays, daysBetween, mondayOf, type LocalDate } from "../calendar";
import type { Pattern } from "../exercise";
import { prescribe, seriesOf, type PrescribedExercise, type Prescription, type SessionKind } from "../programme";
import type { HealthFields, LoggedSet, ProgrammeFields, SessionLogFields } from "../record";
import { NO_LIMITS } from "../safety";
import { day, recordIdOf } from "./builders";

/** How one exercise went. */
export interface Went {
  /** Of every set; the exercise's own number of sets when one number stands. */
  readonly amount: number | readonly number[];
  /** Null = not said. */
  readonly rir: number | null;
  readonly loadGrams?: number;
  readonly form?: true;
  readonly calibration?: true;
}

/** One session of a history; days count from the first Monday, 0. */
export interface Session {
  readonly on: number;
  readonly kind?: SessionKind;
  readonly week?: number;
  readonly went?: Readonly<Partial<Record<Pattern, Went>>>;
  /** Instead of what the tables ask. */
  readonly asked?: Readonly<Partial<Record<Pattern, Partial<PrescribedExercise>>>>;
  readonly reduced?: boolean;
  readonly health?: Partial<HealthFields>;
}

export type History = Partial<Omit<AdaptInput, "sessions">> & {
  readonly sessions: readonly Session[];
  readonly weights?: ProgrammeFields["weights"];
};

export const FIRST_MONDAY = day("2026-11-16");

/** Everything that a history of sessions teaches; its weeks are not judged unless `weeks` says what they asked. */
export function adaptHistory(history: History): Adaptation {
  return adapt(inputOf(history));
}

/** The input of a history: dumbbells, some experience, and what each session asked as adaptation had it on its day. */
export function inputOf({ sessions, weights = {}, ...more }: History): AdaptInput {
  const kit = more.kit ?? "dumbbells";
  const today = more.today ?? addDays(FIRST_MONDAY, Math.max(0, ...sessions.map(({ on }) => on)) + 1);
  const bare: Omit<AdaptInput, "sessions"> = {
    kit,
    experience: "some",
    owned: ownedWeights(kit, weights),
    limits: NO_LIMITS,
    age: null,
    tests: [],
    adjustments: { chosen: {}, undone: {} },
    timeOff: [],
    weeks: weeksUntil(today),
    beforeNext: null,
    mayBeginNew: () => true,
    today,
    ...more,
  };
  const done: DoneSession[] = [];
  for (const session of sessions) {
    const date = addDays(FIRST_MONDAY, session.on);
    const upTo = { ...bare, sessions: done, today: date, weeks: bare.weeks.filter(({ monday }) => monday <= date) };
    const { week = 1, kind = "A" } = session;
    const { rungs, adapted } = settingOf(adapt(upTo).state, upTo, {
      pointer: { week, doseWeek: week },
      ordinal: 0,
      spring: "all",
      injured: new Set(),
      stepWaits: false,
    });
    done.push(doneSession(session, prescribe({ kind, week, kit, maxMinutes: null, rungs, adapted }), date));
  }
  return { ...bare, sessions: done };
}

/** What the next session of a kind asks of a pattern after a history. */
export function askedNext(
  history: History,
  { kind = "A", week = 1, pattern }: { readonly kind?: SessionKind; readonly week?: number; readonly pattern: Pattern },
): PrescribedExercise | null {
  const input = inputOf(history);
  const { rungs, adapted } = settingOf(adapt(input).state, input, {
    pointer: { week, doseWeek: week },
    ordinal: 0,
    spring: "all",
    injured: new Set(),
    stepWaits: false,
  });
  const asked = prescribe({ kind, week, kit: input.kit, maxMinutes: null, rungs, adapted });
  return [...asked.plyo, ...asked.pairs.flat()].find((each) => each.pattern === pattern) ?? null;
}

/** What was decided for a series, as `rule` or `rule change`, in order. */
export function decidedFor(history: History, series: string): readonly string[] {
  return adaptHistory(history).decisions.flatMap((each) => {
    if (each.about !== "exercise" || each.series !== series) return [];
    const { rule, change, held } = each;
    return [[rule, change?.kind, held].filter((part) => part !== undefined && part !== null).join(" ")];
  });
}

export function idOf({ on, kind = "A" }: Session): DoneSession["id"] {
  return recordIdOf(`${on} ${kind}`);
}

/** The id of what was decided for a pattern after a session. */
export function decisionIdOf(session: Session, pattern: Pattern): string {
  return `${idOf(session)}:${seriesOf(session.kind ?? "A", pattern)}`;
}

function weeksUntil(today: LocalDate): AdaptInput["weeks"] {
  const count = Math.floor(daysBetween(FIRST_MONDAY, today) / 7) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => ({
    monday: addDays(FIRST_MONDAY, 7 * index),
    advances: true,
    holds: false,
    asked: [],
  }));
}

function doneSession(session: Session, prescribed: Prescription, date: LocalDate): DoneSession {
  const { went = {}, asked = {}, health, kind = "A" } = session;
  const prescription: Prescription = {
    ...prescribed,
    ...(session.reduced === undefined ? {} : { reduced: session.reduced }),
    pairs: prescribed.pairs.map((pair) => pair.map((each) => ({ ...each, ...asked[each.pattern] }))),
  };
  const log: SessionLogFields = {
    monday: mondayOf(date),
    slot: kind === "B" ? "B" : "A",
    kind,
    prescription,
    date,
    startedAt: `${date}T17:00:00.000Z`,
    mode: "superset",
    ending: "finished",
    ...loggedOf(prescription, went),
  };
  return { id: idOf(session), log, health: health === undefined ? null : { date, ...health } };
}

function loggedOf(prescription: Prescription, went: NonNullable<Session["went"]>) {
  const sets: Record<string, LoggedSet> = {};
  const rir: Partial<Record<Pattern, number>> = {};
  const form: Partial<Record<Pattern, true>> = {};
  for (const exercise of prescription.pairs.flat()) {
    const { pattern } = exercise;
    const how = went[pattern];
    if (how === undefined) continue;
    const amounts =
      typeof how.amount === "number" ? Array.from({ length: exercise.sets }, () => how.amount) : how.amount;
    const load = how.loadGrams ?? exercise.loadGrams;
    for (const [index, amount] of amounts.entries())
      sets[`${pattern}.${index + 1}`] = {
        pattern,
        state: "done",
        amount: amount as number,
        ...(load === undefined ? {} : { loadGrams: load }),
        ...(how.calibration ? { calibration: true as const } : {}),
      };
    if (how.rir !== null) rir[pattern] = how.rir;
    if (how.form) form[pattern] = true;
  }
  return { sets, rir, form };
}
