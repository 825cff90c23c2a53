import type { Plan, PlanWeek } from "@legwork/core/plan";
import { useTranslations } from "use-intl";
import { classNames } from "@/ui/class-names";

interface PhaseStripProps {
  readonly plan: Plan;
  /** Index of the week on the screen. */
  readonly shown: number;
  readonly onShow: (index: number) => void;
}

/** The twelve weeks: done ones violet, the shown one ink, reduced ones half as high, phases by name. */
export function PhaseStrip({ plan, shown, onShow }: PhaseStripProps) {
  const t = useTranslations("week");
  const programme = useTranslations("programme");
  const shownPhase = plan.weeks[shown]?.phase;
  return (
    <nav aria-label={t("strip")} className="mb-4">
      <ol className="-mx-[1.5px] grid grid-cols-12">
        {plan.weeks.map((week, index) => (
          <li key={week.monday}>
            <button
              type="button"
              aria-current={index === shown ? "true" : undefined}
              aria-label={t("stripWeek", {
                week: week.week,
                phase: programme(`phase.${week.phase}`),
                reduced: String(week.reduced),
                now: String(index === plan.currentWeek),
              })}
              onClick={() => onShow(index)}
              className="flex h-8 w-full items-end rounded-[6px] px-[1.5px] pb-0.5"
            >
              <WeekBar week={week} shown={index === shown} now={index === plan.currentWeek} />
            </button>
          </li>
        ))}
      </ol>
      <ol className="grid grid-cols-3 text-caption" aria-hidden="true">
        {([1, 2, 3] as const).map((phase) => (
          <li
            key={phase}
            className={classNames(
              "whitespace-nowrap max-wide:[font-stretch:84%]",
              phase === shownPhase ? "font-strong" : "text-ink2",
            )}
          >
            {programme(`phase.${phase}`)}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function WeekBar({ week, shown, now }: { week: PlanWeek; shown: boolean; now: boolean }) {
  const share = shareDone(week);
  return (
    <span
      className={classNames(
        "relative w-full overflow-hidden rounded-[3px] border-[1.5px]",
        week.reduced ? "h-[7px]" : "h-3.5",
        shown ? "border-ink bg-ink" : now ? "border-ink" : share > 0 ? "border-strength" : "border-line",
      )}
    >
      {!shown && share > 0 && (
        <span className="absolute inset-y-0 left-0 bg-strength" style={{ width: `${share * 100}%` }} />
      )}
    </span>
  );
}

function shareDone({ sessions }: PlanWeek): number {
  if (sessions.length === 0) return 0;
  const credit = sessions.reduce((sum, { state }) => sum + ("credit" in state ? state.credit : 0), 0);
  return credit / sessions.length;
}
