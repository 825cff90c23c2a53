import { useState } from "react";
import type { LocalDate } from "@legwork/core/calendar";
import { useTranslations } from "use-intl";
import { useDates } from "@/i18n/use-dates";
import { useReasonWords } from "@/i18n/use-reason-words";
import { Button } from "@/ui/button";
import { classNames } from "@/ui/class-names";
import type { DayVerdict } from "./day-verdicts";
import { VerdictMark } from "./marks";

interface DayVerdictListProps {
  readonly days: readonly DayVerdict[];
  /** Absent = only to read. */
  readonly onMove?: (date: LocalDate) => void;
}

/** Every day says whether the session may stand there and which rule decides. A day that breaks one asks once more. */
export function DayVerdictList({ days, onMove }: DayVerdictListProps) {
  const [asking, setAsking] = useState<LocalDate | null>(null);
  return (
    <ul>
      {days.map((day) => (
        <VerdictRow
          key={day.date}
          day={day}
          asking={asking === day.date}
          {...(onMove === undefined || day.past || day.standsHere
            ? {}
            : {
                onTap: () => (day.verdict === "breaks" && asking !== day.date ? setAsking(day.date) : onMove(day.date)),
              })}
        />
      ))}
    </ul>
  );
}

interface VerdictRowProps {
  readonly day: DayVerdict;
  readonly asking: boolean;
  readonly onTap?: () => void;
}

function VerdictRow({ day, asking, onTap }: VerdictRowProps) {
  const t = useTranslations("drawing");
  const dates = useDates();
  const reasonWords = useReasonWords();
  const [first] = day.reasons;
  const state = day.past && !day.standsHere ? "past" : day.standsHere ? "stands" : day.verdict;
  const content = (
    <>
      <span className="text-row leading-4">
        <span className="block text-ink2" aria-hidden="true">
          {dates.weekdayShort(day.date)}
        </span>
        <span className="type-lane" aria-hidden="true">
          {dates.dayNumber(day.date)}
        </span>
        <span className="sr-only">{dates.full(day.date)}</span>
      </span>
      <VerdictMark verdict={day.verdict} />
      <span className={classNames("text-row leading-[1.125rem]", state === "past" ? "text-ink3" : "text-ink2")}>
        <span
          className={classNames(
            "font-strong",
            state === "past" ? "text-ink3" : state === "possible" ? "text-amber" : "text-ink",
          )}
        >
          {t("verdict", { state })}
        </span>{" "}
        {day.reasons.map((reason) => reasonWords(reason)).join(" ")}
      </span>
      <span className="text-caption text-ink3">
        {first === undefined || /[a-z]/.test(first.rule) ? "" : first.rule}
      </span>
    </>
  );
  const row = "grid min-h-15 w-full grid-cols-[44px_24px_1fr_auto] items-center gap-3 py-2 text-left";
  return (
    <li className={classNames("-mx-5 border-b border-rule px-5", day.standsHere && "bg-sunk")}>
      {onTap === undefined ? (
        <div className={row}>{content}</div>
      ) : (
        <button type="button" className={classNames("focus-inside rounded-tile", row)} onClick={onTap}>
          {content}
        </button>
      )}
      {asking && onTap !== undefined && (
        <div className="flex items-center justify-between gap-3 pb-3 pl-14">
          <span className="text-row text-ink2">{t("breaksRule")}</span>
          <Button look="quiet" className="shrink-0" onClick={onTap}>
            {t("moveAnyway")}
          </Button>
        </div>
      )}
    </li>
  );
}
