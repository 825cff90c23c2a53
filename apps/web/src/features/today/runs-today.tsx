import type { ReactNode } from "react";
import type { Plan, PlanRun } from "@legwork/core/plan";
import { useTranslations } from "use-intl";
import { RunGlyph } from "@/drawing/run-glyph";
import { useDates } from "@/i18n/use-dates";
import { TodayLine } from "./today-line";
import { runsOn, unansweredRun } from "./today-state";

/** Today's runs with a way to log them, and at most one quiet question about an earlier one. */
export function RunsToday({ plan }: { plan: Plan }) {
  const t = useTranslations("today");
  const words = useTranslations("run");
  const dates = useDates();
  const runs = runsOn(plan, plan.today);
  const asked = unansweredRun(plan);
  if (runs.length === 0 && asked === null) return null;
  return (
    <section aria-label={t("runs")}>
      {runs.map((run) => (
        <RunLine key={run.logId} run={run}>
          {run.logged === null
            ? t("logRun", { kind: words(`kind.${run.kind}`), minutes: run.minutes })
            : t("runLogged", { kind: words(`kind.${run.kind}`), minutes: run.minutes })}
        </RunLine>
      ))}
      {asked !== null && (
        <RunLine run={asked}>
          {t("askRun", { day: dates.weekdayLong(asked.date), kind: words(`kind.${asked.kind}`).toLowerCase() })}
        </RunLine>
      )}
    </section>
  );
}

function RunLine({ run, children }: { run: PlanRun; children: ReactNode }) {
  return (
    <TodayLine href={`/run?id=${run.logId}`} mark={<RunGlyph kind={run.kind} size={18} />}>
      {children}
    </TodayLine>
  );
}
