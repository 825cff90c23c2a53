import { useFormatter, useTranslations } from "use-intl";
import { addDays, weekdayOf } from "@legwork/core/calendar";
import { FEEL_SCALE, type Feel } from "@legwork/core/run-feel";
import { useDates } from "@/i18n/use-dates";
import type { AdherenceRows, SessionCell } from "./adherence-rows";
import type { DotRow, FeelRows } from "./feel-rows";

/** A week of either chart in sentences, as it is read out and shown under the chart. */
export function useWeekSentence(adherence: AdherenceRows, feel: FeelRows) {
  const t = useTranslations("progress.weekSays");
  const tState = useTranslations("progress.state");
  const kindWord = useTranslations("run.short");
  const feelWord = useFeelWord();
  const format = useFormatter();
  const dates = useDates();

  function title(week: number): string {
    const column = adherence.columns[week - 1];
    if (column === undefined) return "";
    const range = dates.range(column.monday, addDays(column.monday, 6));
    return t(column.reduced ? "reducedTitle" : "title", { week, range });
  }
  function session(cell: SessionCell): string {
    const values = { letter: cell.letter, state: tState(cell.state), weekday: dates.weekdayLong(cell.date) };
    return cell.state === "partly" ? t("sessionPart", { ...values, share: cell.dose }) : t("session", values);
  }
  function run(dot: DotRow): string {
    const weekday = dates.weekdayName(weekdayOf(dot.date), "short");
    return t("run", { weekday, kind: kindWord(dot.kind).toLowerCase(), feel: feelWord(dot.feel).toLowerCase() });
  }

  return {
    sessions: (week: number): string => {
      const column = adherence.columns[week - 1];
      if (column === undefined) return "";
      const cells = column.cells.flatMap((cell) => (cell === null ? [] : [session(cell)]));
      const credit = column.bar.look === "bar" ? t("credit", column.bar) : "";
      return [title(week), `${cells.join("; ")}.`, credit].filter(Boolean).join(" ");
    },
    runs: (week: number): string => {
      const found = feel.weeks[week - 1];
      if (found === undefined) return "";
      if (found.dots.length === 0) return `${title(week)} ${t("noRuns")}`;
      const mean = found.mean === null ? "" : t("mean", { mean: found.mean.mean });
      return [title(week), `${format.list(found.dots.map(run))}.`, mean].filter(Boolean).join(" ");
    },
  };
}

/** The word of the scale for an answer. */
export function useFeelWord() {
  const t = useTranslations("progress.feel");
  return (feel: Feel) => t(FEEL_SCALE[feel - 1]?.word ?? "normal");
}
