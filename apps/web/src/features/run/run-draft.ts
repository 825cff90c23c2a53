import type { ClockTime, LocalDate } from "@legwork/core/calendar";
import { healthId, type Json, type RecordId, runFeelId, type RunnerId } from "@legwork/core/record";
import type { RunKind } from "@legwork/core/run";
import { asksBoneQuestions, isBoneWarning, type BoneQuestion } from "@legwork/core/safety";
import type { RecordWrite } from "@/data";
import type { Feel } from "@/drawing/feel-face";

export const TAGS = ["hot", "hilly", "poorSleep", "stress", "newShoes", "ill", "period", "race"] as const;

/** A run as the screen holds it, before Done. */
export interface RunDraft {
  readonly id: RecordId;
  readonly plannedRun: string | null;
  readonly date: LocalDate;
  readonly startTime: ClockTime | null;
  readonly kind: RunKind;
  readonly minutes: number;
  readonly km: number | null;
  readonly effort: number | null;
  readonly feel: Feel | null;
  readonly pain: number | null;
  /** One of the sites of core; words of the runner's own in older runs. */
  readonly painSite: string;
  /** Bone questions answered with yes. */
  readonly bone: readonly BoneQuestion[];
  readonly tags: readonly string[];
}

/** The run and, as records of their own, how it felt and what hurt. Null takes back what was said before. */
export function runWrites(
  draft: RunDraft,
  runner: RunnerId,
  options: { readonly late: boolean },
): readonly RecordWrite[] {
  const tags = Object.fromEntries(TAGS.map((tag) => [`tags/${tag}`, draft.tags.includes(tag) ? true : null]));
  const log: Readonly<Record<string, Json>> = {
    plannedRun: draft.plannedRun,
    date: draft.date,
    startTime: draft.startTime,
    kind: draft.kind,
    minutes: draft.minutes,
    km: draft.km,
    effort: draft.effort,
    ...tags,
  };
  const writes: RecordWrite[] = [{ id: draft.id, kind: "run_log", patch: log }];
  if (draft.feel !== null) {
    const patch = { run: draft.id, date: draft.date, feel: draft.feel, late: options.late ? true : null };
    writes.push({ id: runFeelId(runner, draft.id), kind: "run_feel", patch });
  }
  if (draft.pain !== null) {
    const warns = asksBoneQuestions({ level: draft.pain, site: draft.painSite }) && isBoneWarning(draft.bone);
    const patch = {
      about: draft.id,
      date: draft.date,
      pain: draft.pain,
      painSite: draft.painSite.trim() || null,
      ...(warns ? { boneWarning: true } : {}),
    };
    writes.push({ id: healthId(runner, draft.id), kind: "health", patch });
  }
  return writes;
}
