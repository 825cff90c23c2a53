import { useTranslations } from "use-intl";
import type { AdherenceRows } from "./adherence-rows";

/** In the end dose stands beside adherence only when the two tell different stories. Our own number. */
const DOSE_TOLD_FROM = 0.1;

/** The number that is the message, in words. */
export function useAdherenceText() {
  const t = useTranslations("progress");
  function gapText({ gap, columns }: AdherenceRows): string {
    if (gap.status === "long") return t("longGap", { days: gap.days });
    const now = columns.find((column) => column.isNow);
    return gap.status === "none" || now === undefined ? t("noGap") : t("inWeek", { week: now.programmeWeek });
  }
  return (rows: AdherenceRows) => {
    const { adherence, dose, keptWeeks: kept, requiredWeeks: required } = rows;
    const ofSessions = t(rows.isOver ? "ofSessions" : "ofSessionsSoFar", { planned: rows.sessionsPlanned });
    const gap = gapText(rows);
    const agreed = adherence === null || required === 0 ? [] : [t("agreed", { share: adherence, kept, required })];
    const excused = rows.excused.map(({ reason, count }) => t("excused", { reason, count }));
    const tellsDose =
      rows.isOver && adherence !== null && dose !== null && Math.abs(adherence - dose) >= DOSE_TOLD_FROM;
    return {
      headline: [`${ofSessions},`, gap] as const,
      details: [...agreed, ...excused, ...(tellsDose ? [t("dose", { share: dose })] : [])].join(" "),
    };
  };
}
