import type { LocalDate } from "@legwork/core/calendar";
import { weekPlanId } from "@legwork/core/record";
import { useTranslations } from "use-intl";
import { useRunner } from "@/data";
import { RowLink } from "@/ui/row-link";

/** The way to how this week was decided before. */
export function WeekHistoryLink({ monday }: { monday: LocalDate }) {
  const t = useTranslations("week");
  const runner = useRunner();
  if (runner === null) return null;
  return (
    <div className="mt-6 border-t border-rule">
      <RowLink href={`/history?id=${weekPlanId(runner, monday)}`}>{t("history")}</RowLink>
    </div>
  );
}
