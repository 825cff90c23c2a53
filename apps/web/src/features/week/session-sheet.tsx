import { ArrowRight } from "lucide-react";
import { useTranslations } from "use-intl";
import type { LocalDate } from "@legwork/core/calendar";
import type { Plan, PlanSession, PlanWeek } from "@legwork/core/plan";
import { DayVerdictList } from "@/drawing/day-verdict-list";
import { dayVerdicts } from "@/drawing/day-verdicts";
import { Plate } from "@/drawing/plate";
import { plateLetter, plateStateOf } from "@/drawing/plate-state";
import { useReasonWords } from "@/i18n/use-reason-words";
import { ButtonLink } from "@/ui/button";
import { useMoveWithUndo } from "@/shell/use-move-with-undo";
import { Sheet } from "@/ui/sheet";

interface SessionSheetProps {
  readonly plan: Plan;
  readonly week: PlanWeek;
  readonly session: PlanSession;
  readonly onClose: () => void;
}

/** Why the session stands where it stands, and what the rules say to every other day. */
export function SessionSheet({ plan, week, session, onClose }: SessionSheetProps) {
  const t = useTranslations("week");
  const programme = useTranslations("programme");
  const reasonWords = useReasonWords();
  const move = useMoveWithUndo();
  const letter = plateLetter(session.kind);
  const { state } = session;
  const movable = state.status === "ahead" || state.status === "due";
  const dose = "dose" in state ? state.dose : 1;

  async function moveTo(date: LocalDate) {
    await move(week, session, date);
    onClose();
  }

  return (
    <Sheet
      open
      onClose={onClose}
      mark={<Plate letter={letter} state={plateStateOf(state.status)} dose={dose} width={48} height={34} />}
      title={programme(`session.${session.kind}.name`)}
      below={t("sheetBelow", {
        minutes: Math.round(session.minutes.superset),
        load: session.legLoad.class,
        points: session.legLoad.points,
      })}
      footer={
        <ButtonLink
          href={`/session?id=${session.id}`}
          wide
          look={session.date <= plan.today && movable ? "primary" : "quiet"}
          iconAfter={<ArrowRight size={22} strokeWidth={1.75} aria-hidden="true" />}
        >
          {t("open", { status: state.status })}
        </ButtonLink>
      }
    >
      {movable ? (
        <>
          <DayVerdictList days={dayVerdicts(week, session, plan.today)} onMove={(date) => void moveTo(date)} />
          <p className="mt-4 text-caption text-ink2">{t("moveNote")}</p>
        </>
      ) : (
        <p className="py-4 text-body">{session.why.map((reason) => reasonWords(reason)).join(" ")}</p>
      )}
    </Sheet>
  );
}
