import type { LocalDate } from "@legwork/core/calendar";
import type { Plan } from "@legwork/core/plan";
import { healthId, type HealthFields, type RecordId } from "@legwork/core/record";
import {
  NO_LIMITS,
  openBoneWarning,
  readScreening,
  safetyLimits,
  screeningJson,
  UNANSWERED,
  worstPain,
  type PainOnDay,
  type SafetyLimits,
  type Screening,
} from "@legwork/core/safety";
import { useRecords, type ReadRecord } from "./records";
import { useToday } from "./today";
import { useWriteRecord } from "./write-record";

export interface Safety {
  readonly status: "loading" | "failed" | "ready";
  readonly screening: Screening;
  /** Free of limits until the answers are read. */
  readonly limits: SafetyLimits;
  /** The day of a bone warning that nobody has looked at yet. */
  readonly boneWarning: LocalDate | null;
  /** What was said about health beside sessions and runs. */
  readonly health: readonly ReadRecord<"health">[];
}

/** The answers to the safety questions, what they allow, and what was said about pain. */
export function useSafety(): Safety {
  const today = useToday();
  const { status, value: health } = useRecords("health");
  if (status !== "ready" || today === "")
    return {
      status: status === "failed" ? status : "loading",
      screening: UNANSWERED,
      limits: NO_LIMITS,
      boneWarning: null,
      health,
    };
  const screening = readScreening(health.find(({ fields }) => fields.screening !== undefined)?.fields.screening);
  const fields: readonly HealthFields[] = health.map((each) => each.fields);
  return {
    status,
    screening,
    limits: safetyLimits(screening, today),
    boneWarning: openBoneWarning(fields, screening.clearedOn),
    health,
  };
}

/** Writes answers to the safety questions. */
export function useWriteScreening(): (screening: Screening) => Promise<void> {
  const write = useWriteRecord();
  const today = useToday();
  return (screening) =>
    write((runner) => [
      {
        id: healthId(runner, "screening"),
        kind: "health",
        patch: { date: today, screening: screeningJson(screening) },
      },
    ]);
}

/** The worst pain of every session and run but the one with this log id. */
export function otherPains(health: Safety["health"], about: RecordId): readonly PainOnDay[] {
  return health
    .filter(({ fields }) => fields.about !== about)
    .map(({ fields }) => ({ date: fields.date, level: worstPain(fields) }));
}

/** The day of the plan's last session that loaded the legs; null when there was none. */
export function lastLegsOf(plan: Plan): LocalDate | null {
  const days = plan.weeks
    .flatMap((week) => week.sessions)
    .flatMap(({ state, legLoad }) => (legLoad.class !== "none" && "date" in state ? [state.date] : []));
  return days.toSorted().at(-1) ?? null;
}
