"use client";

import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { RunGlyph } from "@/drawing/run-glyph";
import { useDates } from "@/i18n/use-dates";
import { ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { SectionTitle } from "@/ui/screen-title";
import type { WeekFocus } from "./adherence-section";
import { ChartTools } from "./chart-tools";
import type { DotRow, FeelRows } from "./feel-rows";
import { feelStatements } from "./feel-statement";
import { FeelTable } from "./feel-table";
import { useFeelText } from "./use-feel-text";
import { useFeelWord } from "./use-week-sentence";
import { useWidth } from "./use-width";
import { WeekSlider } from "./week-slider";

// The chart library is as heavy as the rest of the page: it comes when the page stands.
const FeelChart = dynamic(() => import("./charts/feel-chart").then((module) => module.FeelChart), { ssr: false });

interface FeelSectionProps {
  readonly rows: FeelRows;
  readonly focus: WeekFocus;
  readonly weekSentence: (week: number) => string;
}

/** How the runs felt, on the same weeks as the sessions. */
export function FeelSection({ rows, focus, weekSentence }: FeelSectionProps) {
  const t = useTranslations("progress");
  const summary = useFeelText()(feelStatements(rows.series, rows));
  const dotTitle = useDotTitle();
  const [isTable, setTable] = useState(false);
  const [width, measure] = useWidth();
  const { baseline } = rows.series;
  const chart = useRef<HTMLDivElement>(null);

  if (rows.series.dots.length === 0)
    return (
      <section>
        <SectionTitle>{t("runFeel")}</SectionTitle>
        <EmptyState
          title={t("feelEmpty.title")}
          actions={
            <ButtonLink href="/run" look="quiet">
              {t("feelEmpty.action")}
            </ButtonLink>
          }
        >
          {t("feelEmpty.text")}
        </EmptyState>
      </section>
    );

  return (
    <section>
      <SectionTitle
        aside={
          <ChartTools
            name={t("runFeel")}
            summary={summary}
            fileName="legwork-run-feel"
            isTable={isTable}
            onToggleTable={() => setTable(!isTable)}
            chart={() => chart.current?.querySelector("svg") ?? null}
          />
        }
      >
        {t("runFeel")}
      </SectionTitle>
      <p className="text-row">{summary}</p>
      <div ref={measure} className="mt-4">
        {isTable ? (
          <FeelTable rows={rows} />
        ) : (
          <div className="min-h-[284px]">
            {width !== null && (
              <WeekSlider
                label={t("chart.explore", { chart: t("chart.feel") })}
                valueText={focus.week === null ? summary : weekSentence(focus.week)}
                week={focus.week}
                weeks={rows.weeks.length}
                start={focus.start}
                onChange={focus.onChange}
              >
                <FeelChart rows={rows} width={width} focusedWeek={focus.week} dotTitle={dotTitle} ref={chart} />
              </WeekSlider>
            )}
          </div>
        )}
      </div>
      {focus.week !== null && !isTable && <p className="mt-2 text-row">{weekSentence(focus.week)}</p>}
      {!isTable && <FeelLegend rows={rows} />}
      <p className="text-caption text-ink2">
        {baseline.status === "measured" ? t("baseline.measured", { runs: baseline.runs }) : t("baseline.assumed")}
      </p>
    </section>
  );
}

function FeelLegend({ rows }: { rows: FeelRows }) {
  const t = useTranslations("progress.legend");
  const kindWord = useTranslations("run.short");
  const hollow = rows.dots.find((dot) => dot.hollow);
  return (
    <ul className="flex flex-wrap items-center gap-x-5 gap-y-1 py-3 text-caption">
      {rows.kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-2">
          <RunGlyph kind={kind} size={13} />
          {kindWord(kind)}
        </li>
      ))}
      {hollow !== undefined && (
        <li className="flex items-center gap-2">
          <RunGlyph kind={hollow.kind} size={13} hollow />
          {t("hollow")}
        </li>
      )}
      <li className="flex items-center gap-2">
        <span className="h-0.5 w-[18px] bg-line" aria-hidden="true" />
        {t("reduced")}
      </li>
    </ul>
  );
}

function useDotTitle() {
  const t = useTranslations("progress");
  const kindName = useTranslations("run.kind");
  const feelWord = useFeelWord();
  const dates = useDates();
  return ({ date, kind, feel, hollow }: DotRow) =>
    t(hollow ? "dotHollow" : "dot", {
      date: dates.full(date),
      kind: kindName(kind).toLowerCase(),
      feel: feelWord(feel).toLowerCase(),
    });
}
