import type { Prescription } from "../programme";
import { readBody } from "../record/body";
import type { Body, FieldsByKind, RecordId, RunFeelFields, RunLogFields, SessionLogFields } from "../record/kinds";
import { type Cell, makeCsv } from "./csv";

export const CSV_FILES = ["sessions", "sets", "runs"] as const;
export type CsvFile = (typeof CSV_FILES)[number];

/** A record as it is shown. */
export interface ShownRecord {
  readonly id: RecordId;
  readonly kind: string;
  readonly body: Body;
  readonly deleted: boolean;
}

const GRAMS_PER_KG = 1000;

/** Sessions, sets and runs as three tables, oldest first. Days are ISO, loads kilograms with a point. What a newer core wrote is left out. */
export function makeTrainingCsv(records: Iterable<ShownRecord>): Readonly<Record<CsvFile, string>> {
  const sessions: SessionLogFields[] = [];
  const runs: (RunLogFields & { readonly id: RecordId })[] = [];
  const feelByRun = new Map<RecordId, RunFeelFields["feel"]>();
  for (const record of records) {
    const session = fieldsOf(record, "session_log");
    if (session !== null) sessions.push(session);
    const run = fieldsOf(record, "run_log");
    if (run !== null) runs.push({ ...run, id: record.id });
    const feel = fieldsOf(record, "run_feel");
    if (feel !== null) feelByRun.set(feel.run, feel.feel);
  }
  sessions.sort(byDate);
  runs.sort(byDate);
  return {
    sessions: makeCsv([
      [
        "date",
        "session",
        "programme week",
        "planned",
        "order",
        "ending",
        "sets done",
        "sets planned",
        "effort 0-10",
        "started",
        "finished",
      ],
      ...sessions.map(sessionRow),
    ]),
    sets: makeCsv([
      ["date", "session", "set", "pattern", "exercise", "state", "amount", "unit", "load kg", "calibration"],
      ...sessions.flatMap(setRows),
    ]),
    runs: makeCsv([
      ["date", "start time", "kind", "planned", "minutes", "km", "effort 0-10", "feel 1-5", "tags"],
      ...runs.map((run): Cell[] => [
        run.date,
        run.startTime ?? null,
        run.kind,
        yesNo(run.plannedRun !== undefined),
        run.minutes,
        run.km ?? null,
        run.effort ?? null,
        feelByRun.get(run.id) ?? null,
        Object.keys(run.tags).sort().join(" "),
      ]),
    ]),
  };
}

function sessionRow(session: SessionLogFields): Cell[] {
  const sets = Object.values(session.sets);
  const planned = exercisesOf(session.prescription).reduce((sum, each) => sum + each.sets, 0);
  return [
    session.date,
    session.kind,
    session.prescription.week,
    yesNo(session.slot !== undefined),
    session.mode,
    session.ending ?? null,
    sets.filter((set) => set.state === "done").length,
    planned,
    session.effort ?? null,
    session.startedAt,
    session.finishedAt ?? null,
  ];
}

function setRows(session: SessionLogFields): Cell[][] {
  const exercises = exercisesOf(session.prescription);
  return Object.entries(session.sets)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([entry, set]) => {
      const exercise = exercises.find((each) => each.pattern === set.pattern);
      return [
        session.date,
        session.kind,
        entry,
        set.pattern,
        exercise?.exercise ?? null,
        set.state,
        set.amount,
        exercise?.unit ?? null,
        set.loadGrams === undefined ? null : set.loadGrams / GRAMS_PER_KG,
        yesNo(set.calibration === true),
      ];
    });
}

function exercisesOf({ plyo, pairs }: Prescription) {
  return [...plyo, ...pairs.flat()];
}

function fieldsOf<Kind extends "session_log" | "run_log" | "run_feel">(
  record: ShownRecord,
  kind: Kind,
): FieldsByKind[Kind] | null {
  if (record.deleted || record.kind !== kind) return null;
  const read = readBody(kind, record.body);
  return read.ok ? read.fields : null;
}

function byDate(one: { readonly date: string }, other: { readonly date: string }): number {
  return one.date < other.date ? -1 : one.date > other.date ? 1 : 0;
}

function yesNo(is: boolean): string {
  return is ? "yes" : "no";
}
