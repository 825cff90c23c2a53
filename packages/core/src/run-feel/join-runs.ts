import type { RecordId, RunFeelFields, RunLogFields } from "../record/kinds";
import type { FeelRun } from "./feel-run";

interface RunRecord {
  readonly id: RecordId;
  readonly fields: Pick<RunLogFields, "date" | "startTime" | "kind" | "tags">;
}

/** The runs that have an answer, from the records of runs and of answers. */
export function feelRuns(
  runs: readonly RunRecord[],
  answers: readonly { readonly fields: Pick<RunFeelFields, "run" | "feel" | "late"> }[],
): readonly FeelRun[] {
  const answerOf = new Map(answers.map(({ fields }) => [fields.run, fields]));
  return runs.flatMap(({ id, fields }) => {
    const answer = answerOf.get(id);
    if (answer === undefined) return [];
    return [
      {
        date: fields.date,
        startTime: fields.startTime ?? null,
        kind: fields.kind,
        feel: answer.feel,
        late: answer.late ?? false,
        ill: fields.tags["ill"] ?? false,
      },
    ];
  });
}
