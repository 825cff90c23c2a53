import { addDays } from "@legwork/core/calendar";
import { useTranslations } from "use-intl";
import { useDates } from "@/i18n/use-dates";
import type { RibbonWeek } from "./ribbon-week";

/** The ribbon for those who hear it: one sentence a day. */
export function useRibbonWords() {
  const t = useTranslations("drawing");
  const runWords = useTranslations("run");
  const programme = useTranslations("programme");
  const dates = useDates();

  return (week: RibbonWeek): readonly string[] =>
    [0, 1, 2, 3, 4, 5, 6].map((day) => {
      const runs = week.runs
        .filter((run) => run.day === day)
        .map((run) => t("dayRun", { kind: runWords(`kind.${run.kind}`), minutes: run.minutes, time: run.startTime }));
      const sessions = week.sessions
        .filter((session) => session.day === day)
        .map((session) =>
          t("daySession", {
            letter: session.letter,
            name: programme(`session.${session.kind}.name`),
            minutes: session.minutes,
            state: session.state,
            breaks: String(session.breaksRule),
          }),
        );
      const words = [...runs, ...sessions];
      return `${dates.full(addDays(week.monday, day))}: ${words.length === 0 ? t("dayFree") : words.join("; ")}`;
    });
}
