import { findMistakes, LOOK_BACK_WEEKS, type Mistake } from "@legwork/core/attention";
import { addDays, type LocalDate } from "@legwork/core/calendar";
import type { Plan } from "@legwork/core/plan";
import type { LocalDb } from "@/local-db";
import { readStored } from "./read-stored";
import { storedOfKind } from "./records";

/** What is looked for in a plan: it knows the sessions of the last weeks that stand beside it, and nothing older. */
export type MistakeFinder = (plan: Plan) => readonly Mistake[];

export async function readMistakes(db: LocalDb, today: LocalDate): Promise<MistakeFinder> {
  const from = addDays(today, -7 * LOOK_BACK_WEEKS);
  const { logs, adjustments } = await db.read(["records"], async (tx, runner) => {
    return {
      logs: await storedOfKind(tx, { runner, kind: "session_log", from }),
      adjustments: await storedOfKind(tx, { runner, kind: "adjustments", from: "" }),
    };
  });
  const extras = logs
    .flatMap((each) => readStored("session_log", each) ?? [])
    .map(({ fields }) => fields)
    .filter(({ slot }) => slot === undefined);
  const chosen = adjustments.flatMap((each) => readStored("adjustments", each) ?? [])[0]?.fields.chosen;
  return (plan) => findMistakes({ plan, extras, ...(chosen === undefined ? {} : { chosen }) });
}
