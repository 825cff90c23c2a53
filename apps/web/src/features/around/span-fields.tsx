import { parseLocalDate } from "@legwork/core/calendar";
import { useTranslations } from "use-intl";
import { useDates } from "@/i18n/use-dates";
import { Field } from "@/ui/field";
import type { SpanDraft, SpanProblems } from "./span-draft";

interface SpanFieldsProps {
  readonly span: SpanDraft;
  readonly problems: SpanProblems;
  readonly onChange: (span: SpanDraft) => void;
}

/** The first and the last day. */
export function SpanFields({ span, problems, onChange }: SpanFieldsProps) {
  const t = useTranslations("around");
  const dates = useDates();
  const from = parseLocalDate(span.from);
  const said = (problem: SpanProblems["from"] | SpanProblems["to"]) =>
    problem === undefined ? null : t(`problem.${problem}`, { date: from === null ? "" : dates.dayMonth(from) });
  return (
    <div className="grid gap-5 wide:grid-cols-2 wide:gap-3">
      <Field
        label={t("span.from")}
        type="date"
        value={span.from}
        problem={said(problems.from)}
        onChange={(event) => onChange({ ...span, from: event.target.value })}
      />
      <Field
        label={t("span.to")}
        type="date"
        min={span.from}
        value={span.to}
        problem={said(problems.to)}
        onChange={(event) => onChange({ ...span, to: event.target.value })}
      />
    </div>
  );
}
