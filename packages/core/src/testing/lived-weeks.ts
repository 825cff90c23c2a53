import { addDays, type LocalDate } from "../calendar";
import { derivePlan, type Plan, type PlanRecord, type PlanWeek } from "../plan";
import { agreedPatch } from "../plan/agreed-patch";
import { plannedSets, type Prescription } from "../programme";
import {
  makeBody,
  runLogId,
  weekPlanId,
  type LoggedSet,
  type RunnerId,
  type SessionLogFields,
  type WeekPlanFields,
} from "../record";
import { planRecord, recordIdOf } from "./builders";
import { sessionLog } from "./runner-records";

export interface Life {
  readonly runner: RunnerId;
  /** Programme and runs. */
  readonly begun: readonly PlanRecord[];
  /** How many weeks are lived, 1 or more; a plan that is shorter ends them. */
  readonly weeks: number;
}

/** What the runner writes down in a week; everything as planned when left out. */
export type LiveWeek = (week: PlanWeek) => readonly PlanRecord[];

/** The records of a runner who agreed each week on its Monday and lived it. */
export function livedWeeks({ runner, begun, weeks }: Life, live: LiveWeek = doAll): readonly PlanRecord[] {
  let records = begun;
  const first = derivePlan({ runner, records, today: "2026-01-01" as LocalDate })?.weeks[0]?.monday;
  if (first === undefined) return records;
  for (let index = 0; index < weeks; index += 1) {
    const today = addDays(first, 7 * index);
    const week = derivePlan({ runner, records, today })?.weeks[index];
    if (week === undefined) break;
    records = [...records, agreedRecord(runner, week), ...live(week)];
  }
  return records;
}

/** The plan on a day; throws on a test without a programme. */
export function planOn(runner: RunnerId, records: readonly PlanRecord[], today: LocalDate): Plan {
  const plan = derivePlan({ runner, records, today });
  if (plan === null) throw new Error("no plan");
  return plan;
}

/** Every session of the week, as planned. */
export function doAll(week: PlanWeek): readonly PlanRecord[] {
  return week.sessions.map((session) => sessionLog(session, { monday: week.monday }));
}

/** A session beside the plan, done in full; its id is made from its day. */
export function extraLog(
  date: LocalDate,
  prescription: Prescription,
  changes: Partial<SessionLogFields> = {},
): PlanRecord & { readonly kind: "session_log" } {
  const fields: SessionLogFields = {
    monday: date,
    kind: prescription.kind,
    prescription,
    date,
    startedAt: `${date}T10:00:00.000Z`,
    mode: "superset",
    ending: "finished",
    sets: Object.fromEntries(
      plannedSets(prescription).map(({ entry, exercise }): readonly [string, LoggedSet] => [
        entry,
        { pattern: exercise.pattern, state: "done", amount: exercise.amount },
      ]),
    ),
    rir: {},
    ...changes,
  };
  return {
    id: recordIdOf(`extra ${date} ${prescription.kind}`),
    kind: "session_log",
    body: makeBody("session_log", fields),
    deleted: false,
  };
}

/** The week's planned runs as they were run, each `share` times as long. */
export function runsRun(runner: RunnerId, week: PlanWeek, share: number): readonly PlanRecord[] {
  return week.runs.flatMap(({ planned, date, kind, minutes }) =>
    planned === null
      ? []
      : [
          {
            ...planRecord(runner, "run_log", {
              key: planned.id,
              fields: { plannedRun: planned.id, date, kind, minutes: Math.round(share * minutes), tags: {} },
            }),
            id: runLogId(runner, planned.id),
          },
        ],
  );
}

/** A week whose sessions are left out for a reason; written after the week was agreed. */
export function skipped(
  runner: RunnerId,
  week: PlanWeek,
  reason: "illness" | "injury" | "travel" | "other",
): PlanRecord {
  const { body, ...record } = agreedRecord(runner, week);
  const skips = Object.fromEntries(week.sessions.map(({ slot }) => [`skips/${slot}`, reason]));
  return { ...record, body: { ...body, ...skips } };
}

function agreedRecord(runner: RunnerId, week: PlanWeek): PlanRecord {
  const fields: WeekPlanFields = { monday: week.monday, agreed: {}, moves: {}, skips: {} };
  const { body } = planRecord(runner, "week_plan", { key: week.monday, fields });
  return {
    id: weekPlanId(runner, week.monday),
    kind: "week_plan",
    body: { ...body, ...agreedPatch(week) },
    deleted: false,
  };
}
