import { useState } from "react";
import { v4 as randomId } from "uuid";
import { localDateAt, parseClockTime, type LocalDate, type Moment } from "@legwork/core/calendar";
import type { PlanRun } from "@legwork/core/plan";
import { healthId, type FieldsByKind, type RecordId, runFeelId } from "@legwork/core/record";
import { phoneZone, usePlan, useRecord, useRunner, useToday } from "@/data";
import type { RunDraft } from "./run-draft";

export type RunState =
  | { readonly status: "loading" }
  | { readonly status: "failed" }
  | { readonly status: "ready"; readonly start: RunDraft; readonly origin: "plan" | "log" | "new" };

/** An unplanned run begins as an easy half hour today. Our own choice: the commonest one, and changed in one tap. */
const NEW_RUN = { kind: "easy", minutes: 30 } as const;

/** What the screen begins with: the log when there is one, else the plan, else an empty run of today. */
export function useRun(asked: RecordId | null): RunState {
  const [fresh] = useState(() => randomId() as RecordId);
  const id = asked ?? fresh;
  const runner = useRunner();
  const today = useToday();
  const plan = usePlan();
  const log = useRecord("run_log", id);
  const feel = useRecord("run_feel", runner === null ? null : runFeelId(runner, id));
  const health = useRecord("health", runner === null ? null : healthId(runner, id));
  const all = [log, feel, health];

  if (plan.status === "failed" || all.some((each) => each.status === "failed")) return { status: "failed" };
  if (plan.status === "loading" || runner === null || all.some((each) => each.status === "loading")) {
    return { status: "loading" };
  }
  const planned =
    plan.status === "ready"
      ? findRun(
          plan.plan.weeks.flatMap((week) => week.runs),
          id,
        )
      : null;
  const base = log.value === null ? fromPlan(id, planned, today) : fromLog(id, log.value.fields);
  return {
    status: "ready",
    origin: log.value !== null ? "log" : planned !== null ? "plan" : "new",
    start: {
      ...base,
      feel: feel.value?.fields.feel ?? null,
      pain: health.value?.fields.pain ?? null,
      painSite: health.value?.fields.painSite ?? "",
      bone: [],
    },
  };
}

/** The runner's clock now. */
export function momentNow(): Moment {
  const now = Date.now();
  const text = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(now);
  const time = parseClockTime(text);
  if (time === null) throw new Error(`The clock reads ${text}`);
  return { date: localDateAt(now, phoneZone()), time };
}

function findRun(runs: readonly PlanRun[], id: RecordId): PlanRun | null {
  return runs.find((run) => run.logId === id) ?? null;
}

type Base = Omit<RunDraft, "feel" | "pain" | "painSite" | "bone">;

function fromPlan(id: RecordId, run: PlanRun | null, today: LocalDate): Base {
  return {
    id,
    plannedRun: run?.planned?.id ?? null,
    date: run?.date ?? today,
    startTime: run?.startTime ?? null,
    kind: run?.kind ?? NEW_RUN.kind,
    minutes: run?.minutes ?? NEW_RUN.minutes,
    km: run?.km ?? null,
    effort: null,
    tags: [],
  };
}

function fromLog(id: RecordId, log: FieldsByKind["run_log"]): Base {
  return {
    id,
    plannedRun: log.plannedRun ?? null,
    date: log.date,
    startTime: log.startTime ?? null,
    kind: log.kind,
    minutes: log.minutes,
    km: log.km ?? null,
    effort: log.effort ?? null,
    tags: Object.keys(log.tags),
  };
}
