import type { HealthFields, Json, PainEntry } from "@legwork/core/record";
import {
  asksBoneQuestions,
  isBoneWarning,
  PAIN_SIGNS,
  type BoneQuestion,
  type PainReport,
  type PainSign,
  type PainSite,
} from "@legwork/core/safety";
import type { Pattern } from "@legwork/core/exercise";

/** A pain while it is being told. */
export interface PainDraft {
  /** 0–10; null until said. */
  readonly level: number | null;
  readonly site: PainSite | null;
  readonly signs: readonly PainSign[];
  /** Bone questions answered with yes. */
  readonly bone: readonly BoneQuestion[];
}

export const NO_PAIN_SAID: PainDraft = { level: null, site: null, signs: [], bone: [] };

/** What the pain rules read. */
export function reportOf({ level, site, signs }: PainDraft): PainReport {
  return {
    level: level ?? 0,
    ...(site === null ? {} : { site }),
    ...Object.fromEntries(PAIN_SIGNS.filter((sign) => signs.includes(sign)).map((sign) => [sign, true])),
  };
}

/** The bone questions as answered; null while they are not asked, or nothing was ticked. */
export function boneAnswers(draft: PainDraft): readonly BoneQuestion[] | null {
  return asksBoneQuestions(reportOf(draft)) && draft.bone.length > 0 ? draft.bone : null;
}

/** What is written of the pain in an exercise, beside what the health record holds already: the worst of the session stays. */
export function painPatch(
  draft: PainDraft,
  pattern: Pattern,
  before: HealthFields | null,
): Readonly<Record<string, Json>> {
  const report = reportOf(draft);
  const entry: Json = { ...(report satisfies PainEntry) };
  const bone = boneAnswers(draft);
  return {
    [`pains/${pattern}`]: entry,
    ...(report.level >= (before?.pain ?? 0)
      ? { pain: report.level, ...(report.site === undefined ? {} : { painSite: report.site }) }
      : {}),
    ...(bone !== null && isBoneWarning(bone) ? { boneWarning: true } : {}),
  };
}
