"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Plate } from "@/drawing/plate";
import type { PlateState } from "@/drawing/plate-state";
import { useDates } from "@/i18n/use-dates";
import { AdherencePicture } from "./adherence-picture";
import type { AdherenceRows } from "./adherence-rows";
import { AdherenceTable } from "./adherence-table";
import { ChartTools } from "./chart-tools";
import { useAdherenceText } from "./use-adherence-text";
import { useWidth } from "./use-width";
import { WeekSlider } from "./week-slider";

export interface WeekFocus {
  readonly week: number | null;
  readonly start: number;
  readonly onChange: (week: number | null) => void;
}

interface AdherenceSectionProps {
  readonly rows: AdherenceRows;
  readonly focus: WeekFocus;
  readonly weekSentence: (week: number) => string;
}

/** How much of what was agreed has happened: number, sentence, marks. */
export function AdherenceSection({ rows, focus, weekSentence }: AdherenceSectionProps) {
  const t = useTranslations("progress");
  const dates = useDates();
  const { headline, details } = useAdherenceText()(rows);
  const [isTable, setTable] = useState(false);
  const [width, measure] = useWidth();
  const svg = useRef<SVGSVGElement>(null);
  const isEmpty = rows.sessionsPlanned === 0;
  const { next } = rows;

  return (
    <section>
      {isEmpty ? (
        <p className="text-section font-strong">{t("nothingYet")}</p>
      ) : (
        <p className="flex items-center gap-3">
          <span className="type-figure">{rows.sessionsDone}</span>
          <span className="text-section font-strong">
            <span className="block">{headline[0]}</span>
            <span className="block">{headline[1]}</span>
          </span>
        </p>
      )}
      <p className="mt-2 text-row text-ink2">
        {isEmpty
          ? next === null
            ? t("noneLeft")
            : t("firstSession", { letter: next.letter, date: dates.full(next.date) })
          : details}
      </p>
      <div ref={measure} className="mt-5">
        {isTable ? (
          <AdherenceTable rows={rows} />
        ) : (
          <div className="min-h-[98px]">
            {width !== null && (
              <WeekSlider
                label={t("chart.explore", { chart: t("chart.adherence") })}
                valueText={focus.week === null ? `${headline.join(" ")}. ${details}` : weekSentence(focus.week)}
                week={focus.week}
                weeks={rows.columns.length}
                start={focus.start}
                onChange={focus.onChange}
              >
                <AdherencePicture ref={svg} rows={rows} width={width} focusedWeek={focus.week} />
              </WeekSlider>
            )}
          </div>
        )}
      </div>
      {focus.week !== null && !isTable && <p className="mt-2 text-row">{weekSentence(focus.week)}</p>}
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4">
        <ul hidden={isTable} className="flex flex-wrap items-center gap-x-2.5 gap-y-1 py-2 text-caption wide:gap-x-3">
          {LEGEND.map((state) => (
            <li key={state} className="flex items-center gap-1">
              <Plate letter={rows.slotRows[0]?.slot ?? "A"} state={state} dose={0.6} width={18} height={16} />
              {t(`legend.${state}`)}
            </li>
          ))}
        </ul>
        <div className="-mb-6 ml-auto">
          <ChartTools
            name={t("chart.adherence")}
            summary={`${rows.sessionsDone} ${headline.join(" ")}. ${details}`}
            fileName="legwork-sessions"
            isTable={isTable}
            onToggleTable={() => setTable(!isTable)}
            chart={() => svg.current}
          />
        </div>
      </div>
    </section>
  );
}

const LEGEND = ["done", "partly", "moved", "excused", "missed"] as const satisfies readonly PlateState[];
