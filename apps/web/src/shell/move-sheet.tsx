import { useTranslations } from "use-intl";
import type { LocalDate } from "@legwork/core/calendar";
import type { Plan, PlanSession, PlanWeek } from "@legwork/core/plan";
import { DayVerdictList } from "@/drawing/day-verdict-list";
import { dayVerdicts } from "@/drawing/day-verdicts";
import { Plate } from "@/drawing/plate";
import { plateLetter } from "@/drawing/plate-state";
import { useMoveWithUndo } from "./use-move-with-undo";
import { Sheet } from "@/ui/sheet";

interface MoveSheetProps {
  readonly plan: Plan;
  readonly week: PlanWeek;
  readonly session: PlanSession;
  readonly onClose: () => void;
}

/** Another day for this session: a fitting day takes it at once, with the way back. */
export function MoveSheet({ plan, week, session, onClose }: MoveSheetProps) {
  const t = useTranslations("today");
  const programme = useTranslations("programme");
  const move = useMoveWithUndo();
  const letter = plateLetter(session.kind);

  async function moveTo(date: LocalDate) {
    await move(week, session, date);
    onClose();
  }

  return (
    <Sheet
      open
      onClose={onClose}
      mark={<Plate letter={letter} width={48} height={34} />}
      title={t("moveTitle", { name: programme(`session.${session.kind}.name`) })}
      below={t("moveBelow", { minutes: Math.round(session.minutes.superset), load: session.legLoad.class })}
    >
      <DayVerdictList days={dayVerdicts(week, session, plan.today)} onMove={(date) => void moveTo(date)} />
      <p className="mt-4 text-caption text-ink2">{t("moveNote")}</p>
    </Sheet>
  );
}
