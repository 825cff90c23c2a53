import { addDays, type LocalDate } from "@legwork/core/calendar";
import { agreedPatch, derivePlan, type Plan } from "@legwork/core/plan";
import { type RecordKind, type RunnerId, weekPlanId } from "@legwork/core/record";
import type { LocalDb, ReadTx, StoredRecord } from "@/local-db";
import { type RecordWrite, writeRecords } from "@/sync";
import { announceChange } from "./local-store";
import { storedOfKind } from "./records";
import { sameRecord } from "./same-record";
import { syncLoop } from "./sync-runner";

/** Runs of these days before the start still count: they are what run feel is compared with. */
const DAYS_BEFORE_START = 28;
const DATED_KINDS: readonly RecordKind[] = [
  "week_plan",
  "session_log",
  "run_log",
  "run_feel",
  "health",
  "strength_test",
];

/** The plan from the records; a week whose Monday has come is agreed on the way. */
export async function openPlan(db: LocalDb, today: LocalDate): Promise<Plan | null> {
  const read = await readPlan(db, today);
  const writes = read.plan === null ? [] : agreements(read.plan, read.runner);
  if (writes.length === 0) return read.plan;
  // The account may have changed since the reading.
  await writeRecords(db, (runner) => (runner === read.runner ? writes : []), Date.now());
  announceChange();
  syncLoop().poke("write");
  return (await readPlan(db, today)).plan;
}

interface PlanRead {
  readonly runner: RunnerId;
  readonly plan: Plan | null;
}

export async function readPlan(db: LocalDb, today: LocalDate): Promise<PlanRead> {
  const { runner, records } = await readPlanRecords(db);
  return { runner, plan: derivePlan({ runner, records, today }) };
}

/** The records that the plan is made from. */
export function readPlanRecords(
  db: LocalDb,
): Promise<{ readonly runner: RunnerId; readonly records: readonly StoredRecord[] }> {
  return db.read(["records"], async (tx, runner) => {
    return { runner, records: await planRecords(tx, runner) };
  });
}

async function planRecords(tx: ReadTx, runner: RunnerId): Promise<readonly StoredRecord[]> {
  const programme = await storedOfKind(tx, { runner, kind: "programme", from: "" });
  const start = programme[0]?.body["startDate"];
  if (typeof start !== "string") return [];
  const from = addDays(start as LocalDate, -DAYS_BEFORE_START);
  const runPlan = await storedOfKind(tx, { runner, kind: "run_plan", from: "" });
  const adjustments = await storedOfKind(tx, { runner, kind: "adjustments", from: "" });
  const dated = await Promise.all(DATED_KINDS.map((kind) => storedOfKind(tx, { runner, kind, from })));
  return [...programme, ...runPlan, ...adjustments, ...dated.flat()].map(sameRecord);
}

function agreements(plan: Plan, runner: RunnerId): readonly RecordWrite[] {
  return plan.weeks
    .filter((week) => week.toAgree.length > 0)
    .map((week) => ({
      id: weekPlanId(runner, week.monday),
      kind: "week_plan" as const,
      patch: { monday: week.monday, ...agreedPatch(week) },
    }));
}
