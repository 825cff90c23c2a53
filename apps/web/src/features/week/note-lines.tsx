import type { PlanWeek } from "@legwork/core/plan";
import { useTranslations } from "use-intl";
import { ruleNumber } from "@/drawing/rule-number";
import { useReasonWords } from "@/i18n/use-reason-words";
import { weekNotes } from "./week-notes";

/** Why the week asks for less, and a run that is far longer than the last ones: a calm line each. */
export function NoteLines({ week }: { week: PlanWeek }) {
  const t = useTranslations("week");
  const reasonWords = useReasonWords();
  return weekNotes(week).map(({ kind, reason }) => (
    <p key={kind} className="mb-3 text-row text-ink2">
      {kind === "asksNone" && <strong className="font-strong text-ink">{t("asksNone")} </strong>}
      {reasonWords(reason)} <span className="text-caption text-ink3">{ruleNumber(reason.rule)}</span>
    </p>
  ));
}
