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
  const put = (record: PlanRecord) => records.set(record.id, record);
  const planOn = (today: LocalDate): Plan => {
    const plan = derivePlan({ runner: id, records: [...records.values()], today });
    if (plan === null) throw new Error("no programme");
    return plan;
  };
  const sessions: Lived[] = [];
  const mondays: Plan[] = [];
  const first = begunStart(records);
  for (let week = 0; week < weeks; week += 1) {
    const monday = addDays(first, 7 * week);
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

/** The story of a life as a table that can be read: a line per session. */
export function storyOf({ sessions }: Life): string {
  const lines = sessions.map(({ session, date, plan }) => {
    const { prescription } = session;
    const exercises = [...prescription.plyo, ...prescription.pairs.flat()].map(shortOf).join(" ");
    const recent = plan.decisions.filter(
      (each) => !each.undone && (each.about === "week" ? each.rule !== "WEEK1" : each.change !== null),
    );
    const why = recent
      .filter(({ date: on }) => daysBetween(on, date) < 8)
      .map((each) =>
        each.about === "week"
          ? `${each.rule}:${each.from}→${each.to}`
          : `${each.rule}:${each.series}:${each.change?.kind ?? ""}`,
      );
    return [
      date,
      prescription.kind,
      `w${prescription.week}`,
      `rir${prescription.rir}`,
      exercises,
      `| ${[...new Set(why)].join(" ")}`,
    ].join(" ");
  });
  return lines.join("\n");
}

function shortOf({ exercise, sets, amount, loadGrams, tempo, rir }: PrescribedExercise): string {
  const load = loadGrams === undefined ? "" : `@${loadGrams / 1000}`;
  return `${exercise} ${sets}×${amount}${load}${tempo === null ? "" : `(${tempo})`}r${rir};`;
}
