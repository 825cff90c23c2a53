import type { LocalDate } from "@legwork/core/calendar";
import type { PlanSession, PlanWeek } from "@legwork/core/plan";
import { useTranslations } from "use-intl";
import { useMoveSessions } from "@/data";
import { plateLetter } from "@/drawing/plate-state";
import { useDates } from "@/i18n/use-dates";
import { showToast } from "@/ui/toast";

/** Moves a session to another day of its week, says so and offers the way back. */
export function useMoveWithUndo(): (week: PlanWeek, session: PlanSession, date: LocalDate) => Promise<void> {
  const t = useTranslations("shell");
  const dates = useDates();
  const move = useMoveSessions();
  return async (week, session, date) => {
    const undo = await move(week, [{ session, to: { date } }]);
    const words = { letter: plateLetter(session.kind), day: dates.weekdayLong(date) };
    showToast(t("moved", words), () => void undo());
  };
}
