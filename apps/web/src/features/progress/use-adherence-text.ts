import { useTranslations } from "use-intl";
import type { AdherenceRows } from "./adherence-rows";

/** Dose stands beside adherence only when the two tell different stories. Our own number. */
const DOSE_TOLD_FROM = 0.1;

/** The number that is the message, in words. */
export function useAdherenceText() {
  const t = useTranslations("progress");
  return (rows: AdherenceRows) => {
    const { adherence, dose, keptWeeks: kept, requiredWeeks: required } = rows;
    const ofSessions = t(rows.isOver ? "ofSessions" : "ofSessionsSoFar", { planned: rows.sessionsPlanned });
    const gap = rows.longGapDays === null ? t("noGap") : t("longGap", { days: rows.longGapDays });
    const agreed = adherence === null || required === 0 ? [] : [t("agreed", { share: adherence, kept, required })];
    const excused = rows.excused.map(({ reason, count }) => t("excused", { reason, count }));
    const tellsDose = adherence !== null && dose !== null && Math.abs(adherence - dose) >= DOSE_TOLD_FROM;
    return {
      headline: [`${ofSessions},`, gap] as const,
      details: [...agreed, ...excused, ...(tellsDose ? [t("dose", { share: dose })] : [])].join(" "),
    };
  };
}
