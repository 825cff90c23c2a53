import type { Decision } from "../adaptation";
import { addDays, daysBetween, type LocalDate } from "../calendar";
import { agreedPatch, derivePlan, type Plan, type PlanRecord, type PlanSession } from "../plan";
import { amountRange, plannedSets, type PrescribedExercise, type Prescription } from "../programme";
import {
  healthId,
  makeBody,
  weekPlanId,
  type Body,
  type HealthFields,
  type LoggedSet,
  type ProgrammeFields,
  type RunnerId,
} from "../record";
import { sessionLog, begunRunner } from "./runner-records";
import { runnerOf } from "./builders";

/** How a runner does one exercise of a session. */
export interface Effort {
  /** Reps, seconds or contacts of every set. */
  readonly amount: number;
  /** Null = not said. */
  readonly rir: number | null;
  readonly loadGrams?: number;
  readonly form?: true;
}

/** A runner of a simulation. Days count from the first Monday, 0. */
export interface Runner {
  readonly programme?: Partial<ProgrammeFields>;
  readonly more?: readonly PlanRecord[];
  /** Whether the session is done on its day. */
  readonly does: (session: PlanSession, day: number) => boolean;
  readonly effort?: (exercise: PrescribedExercise, prescription: Prescription, day: number) => Effort;
  readonly health?: (session: PlanSession, day: number) => Partial<HealthFields> | null;
  /** Written into the programme on a Monday, as a person would: time off, another kit. */
  readonly changes?: (week: number) => Partial<ProgrammeFields> | null;
}

/** One session that was done, as it was asked and done. */
export interface Lived {
  readonly day: number;
  readonly date: LocalDate;
  readonly session: PlanSession;
  readonly plan: Plan;
}

export interface Life {
  readonly sessions: readonly Lived[];
  /** The plan on each Monday, after it was agreed. */
  readonly mondays: readonly Plan[];
  readonly records: readonly PlanRecord[];
}

/** Top of the range, with one rep more in reserve than asked. */
export function strong(exercise: PrescribedExercise, { phase }: Prescription): Effort {
  return {
    amount: amountRange(exercise, phase)[1],
    rir: Math.min(5, exercise.rir + 1),
    ...(exercise.loadGrams === undefined ? {} : { loadGrams: exercise.loadGrams }),
  };
}

/** Lives `weeks` weeks from a Monday on, the phone opened on each Monday and on each day with a session. */
export function simulate(runner: Runner, weeks: number, id: RunnerId = runnerOf("simulated")): Life {
  const records = new Map(begunRunner(id, { programme: runner.programme ?? {} }).map((each) => [each.id, each]));
  for (const record of runner.more ?? []) records.set(record.id, record);
  const put = (record: PlanRecord) => {
    records.set(record.id, record);
    last = null;
  };
  let last: { readonly today: LocalDate; readonly plan: Plan } | null = null;
  const planOn = (today: LocalDate): Plan => {
    if (last?.today === today) return last.plan;
    const plan = derivePlan({ runner: id, records: [...records.values()], today });
    if (plan === null) throw new Error("no programme");
    last = { today, plan };
    return plan;
  };
  const sessions: Lived[] = [];
  const mondays: Plan[] = [];
  const first = begunStart(records);
  for (let week = 0; week < weeks; week += 1) {
    const monday = addDays(first, 7 * week);
    const changes = runner.changes?.(week) ?? null;
    if (changes !== null)
      for (const record of begunRunner(id, { programme: { ...runner.programme, ...changes } }))
        if (record.kind === "programme") put(record);
    for (const each of planOn(monday).weeks) {
      const patch: Body = agreedPatch(each);
      if (Object.keys(patch).length === 0) continue;
      const recordId = weekPlanId(id, each.monday);
      put({ id: recordId, kind: "week_plan", body: { ...records.get(recordId)?.body, ...patch }, deleted: false });
    }
    const agreed = planOn(monday);
    mondays.push(agreed);
    const dates = (agreed.weeks[agreed.currentWeek]?.sessions ?? []).map(({ date, slot }) => ({ date, slot }));
    for (const { date, slot } of dates.toSorted((one, other) => (one.date < other.date ? -1 : 1))) {
      const plan = planOn(date);
      const session = plan.weeks[plan.currentWeek]?.sessions.find((each) => each.slot === slot);
      const day = daysBetween(first, date);
      if (session === undefined || !runner.does(session, day)) continue;
      const health = runner.health?.(session, day) ?? null;
      if (health !== null) {
        const fields = { about: session.id, date, ...health };
        put({ id: healthId(id, session.id), kind: "health", body: makeBody("health", fields), deleted: false });
      }
      put(sessionLog(session, { monday, date, ...doneBy(runner, session, day) }));
      sessions.push({ day, date, session, plan });
    }
  }
  return { sessions, mondays, records: [...records.values()] };
}

function begunStart(records: ReadonlyMap<unknown, PlanRecord>): LocalDate {
  const programme = [...records.values()].find(({ kind }) => kind === "programme");
  return programme?.body["startDate"] as LocalDate;
}

function doneBy({ effort = strong }: Runner, { prescription }: PlanSession, day: number) {
  const sets: Record<string, LoggedSet> = {};
  const rir: Record<string, number> = {};
  const form: Record<string, true> = {};
  for (const { entry, exercise } of plannedSets(prescription)) {
    const done = effort(exercise, prescription, day);
    sets[entry] = {
      pattern: exercise.pattern,
      state: "done",
      amount: done.amount,
      ...(done.loadGrams === undefined ? {} : { loadGrams: done.loadGrams }),
    };
    if (done.rir !== null && exercise.pattern !== "PLYO") rir[exercise.pattern] = done.rir;
    if (done.form) form[exercise.pattern] = true;
  }
  return { sets, rir, form };
}

/** The story of a life as a table that can be read: a line per session, then what was decided since the one before. */
export function storyOf({ sessions }: Life): string {
  const told = new Set<string>();
  const lines = sessions.flatMap(({ session, date, plan, day }) => {
    const { prescription, minutes } = session;
    const news = plan.decisions.filter(({ id, undone }) => !undone && !told.has(id)).map(decisionLine);
    for (const { id } of plan.decisions) told.add(id);
    const head = [
      `week ${Math.floor(day / 7) + 1}`.padEnd(8),
      date,
      `${prescription.kind}${prescription.week}`.padEnd(4),
      `${minutes.superset.toFixed(0)} min`.padEnd(7),
    ];
    return [
      ...(news.some((each) => each !== null) ? [`         → ${news.filter((each) => each !== null).join(" · ")}`] : []),
      [...head, ...[...prescription.plyo, ...prescription.pairs.flat()].map((each) => shortOf(each).padEnd(22))].join(
        " ",
      ),
    ];
  });
  return lines.join("\n");
}

function decisionLine(decision: Decision): string | null {
  if (decision.about === "week") {
    const { rule, from, to, dose, days } = decision;
    return `${rule} ${from}→${to} ${days === null ? `d=${dose?.toFixed(2)}` : `${days} days`}`;
  }
  const { rule, series, change } = decision;
  if (change === null) return null;
  switch (change.kind) {
    case "amount":
    case "load":
    case "rung":
      return `${rule} ${series} ${change.from ?? "?"}→${change.to}`;
    case "tempo":
      return `${rule} ${series} slower ${change.to}`;
    case "ease":
      return `${rule} ${series} eased by ${change.by}${change.fewerReps ? " and reps" : ""}`;
    default:
      return `${rule} ${series} ${change.kind}`;
  }
}

function shortOf({ exercise, sets, amount, loadGrams, tempo, rir }: PrescribedExercise): string {
  const load = loadGrams === undefined ? "" : `@${loadGrams / 1000}`;
  return `${exercise} ${sets}×${amount}${load}${tempo === null ? "" : ` ${tempo.replaceAll("-", "")}`} r${rir}`;
}
