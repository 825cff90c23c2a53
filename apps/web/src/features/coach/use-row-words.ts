import { useTranslations } from "use-intl";
import { useDates } from "@/i18n/use-dates";
import { addDays } from "@legwork/core/calendar";
import type { CoachRow } from "./coach-rows";

/** Days that are named by their weekday: today, yesterday, then the rest of a week. */
const WEEKDAY_NAMED_DAYS = 6;

/** A row in words: what stands in it, and what its small drawings say. */
export function useRowWords() {
  const t = useTranslations("coach");
  const dates = useDates();

  function lastLog({ daysSinceLog, today }: CoachRow): string {
    if (daysSinceLog === null) return t("never");
    if (daysSinceLog === 0) return t("today");
    if (daysSinceLog === 1) return t("yesterday");
    return daysSinceLog <= WEEKDAY_NAMED_DAYS
      ? dates.weekdayLong(addDays(today, -daysSinceLog))
      : t("daysAgo", { days: daysSinceLog });
  }
  function week({ summary }: CoachRow): string {
    if (summary === null) return t("noProgramme");
    if (summary.week === 0) return t("beforeStart", { date: dates.dayMonthShort(summary.startDate) });
    return t(summary.block > 1 ? "weekOfBlock" : "week", { week: summary.programmeWeek, block: summary.block });
  }
  function facts({ summary }: CoachRow): readonly string[] {
    if (summary === null) return [];
    const { sessionsDone: done, sessionsPlanned: planned, adherence } = summary;
    if (planned === 0) return [t("noSessions")];
    return [t("sessions", { done, planned }), ...(adherence === null ? [] : [t("agreed", { share: adherence })])];
  }
  function feel({ feel: spark }: CoachRow): string {
    if (spark.look === "line") return t(`feelWord.${spark.word}`);
    if (spark.look === "none") return t("feelNone");
    return spark.runs < spark.needed ? t("feelRuns", { runs: spark.runs, needed: spark.needed }) : t("feelShort");
  }
  function ribbonLabel({ summary }: CoachRow): string {
    const ribbon = summary?.ribbon;
    return t("says.ribbon", { runs: ribbon?.runs.length ?? 0, sessions: ribbon?.sessions.length ?? 0 });
  }
  function adherenceLabel({ summary }: CoachRow): string {
    const share = summary?.adherence ?? null;
    return share === null ? t("says.adherenceNone") : t("says.adherence", { share });
  }
  function feelLabel(row: CoachRow): string {
    const { feel: spark } = row;
    if (spark.look === "line") return t("says.feelLine", { word: t(`feelWord.${spark.word}`) });
    return spark.look === "none" ? t("says.feelNone") : t("says.feelDots", { runs: spark.runs, needed: spark.needed });
  }
  return { lastLog, week, facts, feel, ribbonLabel, adherenceLabel, feelLabel, broken: t("broken") };
}
