import type { Plan, PlanWeek } from "@legwork/core/plan";
import { PROGRAMME_WEEKS } from "@legwork/core/programme";
import { useTranslations } from "use-intl";
import { RunGlyph } from "@/drawing/run-glyph";
import { useDates } from "@/i18n/use-dates";
import { classNames } from "@/ui/class-names";
import { barHeight, hasGoalRace, phaseSpans, type BarHeight } from "./phase-spans";

interface PhaseStripProps {
  readonly plan: Plan;
  /** Index of the week on the screen. */
  readonly shown: number;
  readonly onShow: (index: number) => void;
}

/** The weeks of the block: done ones violet, the shown one ink, those that ask for less half as high, races flagged, phases by name. */
export function PhaseStrip({ plan, shown, onShow }: PhaseStripProps) {
  const t = useTranslations("week");
  const programme = useTranslations("programme");
  const dates = useDates();
  const shownPhase = plan.weeks[shown]?.phase;
  const spans = phaseSpans(plan.weeks);
  // Twelve fit everywhere; a block that was held up is longer and may be pushed aside.
  const isLong = plan.weeks.length > PROGRAMME_WEEKS;
  const columns = { gridTemplateColumns: `repeat(${plan.weeks.length}, minmax(${isLong ? 24 : 0}px, 1fr))` };
  return (
    <nav aria-label={t("strip")} className={classNames("mb-4", isLong && "overflow-x-auto overflow-y-hidden")}>
      <ol className={classNames("grid", !isLong && "-mx-[1.5px] max-wide:-mx-1")} style={columns}>
        {plan.weeks.map((week, index) => (
          <li key={week.monday}>
            <button
              type="button"
              ref={isLong && index === shown ? intoView : null}
              aria-current={index === shown ? "true" : undefined}
              aria-label={t("stripWeek", {
                week: week.programmeWeek,
                from: dates.dayMonth(week.monday),
                phase: programme(`phase.${week.phase}`),
                asks: askWord(week),
                race: String(hasGoalRace(week)),
                now: String(index === plan.currentWeek),
              })}
              onClick={() => onShow(index)}
              className="flex h-8 w-full flex-col items-center justify-end gap-[3px] rounded-[6px] px-[1.5px] pb-0.5"
            >
              {hasGoalRace(week) && <RunGlyph kind="race" size={12} />}
              <WeekBar week={week} shown={index === shown} now={index === plan.currentWeek} />
            </button>
          </li>
        ))}
      </ol>
      <ol className="grid text-caption" style={columns} aria-hidden="true">
        {spans.map(({ phase, from, weeks }) => (
          <li
            key={phase}
            className={classNames(
              "flex whitespace-nowrap max-wide:[font-stretch:84%]",
              // A short last phase has its name end where the strip ends.
              from + weeks === plan.weeks.length && weeks < ROOMY_WEEKS && "justify-end",
              phase === shownPhase ? "font-strong" : "text-ink2",
            )}
            style={{ gridColumn: `${from + 1} / span ${weeks}`, gridRow: 1 }}
          >
            {programme(`phase.${phase}`)}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function intoView(week: HTMLElement | null) {
  week?.scrollIntoView({ inline: "nearest", block: "nearest" });
}

/** So many weeks hold the longest name of a phase. */
const ROOMY_WEEKS = 4;

function askWord(week: PlanWeek): "full" | "reduced" | "less" | "none" {
  if (week.ask === "none") return "none";
  if (week.ask !== "AB") return "less";
  return week.reduced ? "reduced" : "full";
}

const HEIGHTS: Record<BarHeight, string> = { full: "h-3.5", half: "h-[7px]", line: "h-[3px]" };

function WeekBar({ week, shown, now }: { week: PlanWeek; shown: boolean; now: boolean }) {
  const share = shareDone(week);
  return (
    <span
      className={classNames(
        "relative w-full shrink-0 overflow-hidden rounded-[3px] border-[1.5px]",
        HEIGHTS[barHeight(week)],
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
