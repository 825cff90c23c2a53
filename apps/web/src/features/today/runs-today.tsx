import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Plan, PlanRun } from "@legwork/core/plan";
import { useTranslations } from "use-intl";
import { RunGlyph } from "@/drawing/run-glyph";
import { useDates } from "@/i18n/use-dates";
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
    <section className="mt-2" aria-label={t("runs")}>
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
    <Link
      href={`/run?id=${run.logId}`}
      className="focus-inside flex min-h-14 items-center gap-3 border-t border-rule py-2 text-row active:bg-sunk"
    >
      <RunGlyph kind={run.kind} size={18} />
      <span className="grow">{children}</span>
      <ChevronRight size={20} strokeWidth={1.75} aria-hidden="true" />
    </Link>
  );
}
