import { useTranslations } from "use-intl";
import { useDates } from "@/i18n/use-dates";
import type { AdherenceRows } from "./adherence-rows";

/** The adherence picture as a table. */
export function AdherenceTable({ rows }: { rows: AdherenceRows }) {
  const t = useTranslations("progress");
  const dates = useDates();
  return (
    <table className="w-full border-collapse text-left text-row">
      <caption className="sr-only">{t("chart.adherence")}</caption>
      <thead>
        <tr className="border-b border-line text-caption text-ink2">
          <th scope="col" className="py-1 pr-3 font-caption">
            {t("table.week")}
          </th>
          {rows.slotRows.map(({ slot }) => (
            <th key={slot} scope="col" className="py-1 pr-3 font-caption">
              {slot}
            </th>
          ))}
          <th scope="col" className="py-1 text-right font-caption">
            {t("table.credit")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.columns.map((column) => (
          <tr key={column.week} className="border-b border-rule align-top">
            <th scope="row" className="py-1.5 pr-3 font-row">
              {column.week}
            </th>
            {rows.slotRows.map(({ slot }, index) => {
              const cell = column.cells[index];
              return (
                <td key={slot} className="py-1.5 pr-3">
                  {cell ? `${t(`state.${cell.state}`)}, ${dates.weekdayShort(cell.date)}` : t("table.nothing")}
                </td>
              );
            })}
            <td className="py-1.5 text-right whitespace-nowrap">
              {column.bar.look === "bar" ? t("table.creditOf", column.bar) : t("table.nothing")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
