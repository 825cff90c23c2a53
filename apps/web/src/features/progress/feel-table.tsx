import { useFormatter, useTranslations } from "use-intl";
import { useDates } from "@/i18n/use-dates";
import type { FeelRows } from "./feel-rows";
import { useFeelWord } from "./use-week-sentence";

/** The run-feel chart as a table, a row a week. */
export function FeelTable({ rows }: { rows: FeelRows }) {
  const t = useTranslations("progress");
  const kindWord = useTranslations("run.short");
  const feelWord = useFeelWord();
  const format = useFormatter();
  const dates = useDates();
  const decimal = (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <table className="w-full border-collapse text-left text-row">
      <caption className="pb-2 text-left text-caption text-ink2">{t("table.feelCaption")}</caption>
      <thead>
        <tr className="border-b border-line text-caption text-ink2">
          <th scope="col" className="py-1 pr-3 font-caption">
            {t("table.week")}
          </th>
          <th scope="col" className="py-1 pr-3 font-caption">
            {t("table.runs")}
          </th>
          <th scope="col" className="py-1 text-right font-caption">
            {t("table.mean")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.weeks.map(({ week, dots, mean }) => (
          <tr key={week} className="border-b border-rule align-top">
            <th scope="row" className="py-1.5 pr-3 font-row">
              {week}
            </th>
            <td className="py-1.5 pr-3">
              {dots.length === 0
                ? t("table.nothing")
                : dots.map((dot) => (
                    <span key={dot.day} className="block">
                      {`${dates.weekdayShort(dot.date)} ${kindWord(dot.kind).toLowerCase()}: ${feelWord(dot.feel).toLowerCase()}`}
                    </span>
                  ))}
            </td>
            <td className="py-1.5 text-right whitespace-nowrap">
              {mean === null ? t("table.nothing") : decimal(mean.mean)}
              {mean?.whisker && (
                <span className="block text-caption text-ink2">{`(${t("table.range", mean.whisker)})`}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
