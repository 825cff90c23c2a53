"use client";

import type { Ref } from "react";
import { Area, ComposedChart, Line, ReferenceArea, ReferenceLine, Scatter, XAxis, YAxis } from "recharts";
import { FEEL_SCALE, NORMAL_FEEL } from "@legwork/core/run-feel";
import type { DotRow, FeelRows } from "../feel-rows";
import { DAYS_PER_WEEK, LABEL_WIDTH } from "../week-axis";
import { AXIS_HEIGHT, FeelAxis, HEIGHT, SHOWN_SCALE } from "./feel-axis";
import { FeelDotMark } from "./feel-dot-mark";

export interface FeelChartProps {
  readonly rows: FeelRows;
  readonly width: number;
  readonly focusedWeek: number | null;
  /** Said of a mark: "Wednesday 7 October, key run: heavy". */
  readonly dotTitle: (dot: DotRow) => string;
  readonly ref?: Ref<HTMLDivElement>;
}

/** Recharts lays areas and lines of reference over what stands in the chart unless told otherwise. */
const BEHIND = -1;
const LINE = {
  type: "monotone",
  dot: false,
  activeDot: false,
  connectNulls: false,
  isAnimationActive: false,
  strokeLinecap: "round",
} as const;

/** Run feel over the weeks of the block. Only attributes, no classes, so that it can be saved as a picture. */
export function FeelChart({ rows, width, focusedWeek, dotTitle, ref }: FeelChartProps) {
  const adaptingEnd = rows.adaptingWeeks * DAYS_PER_WEEK;
  return (
    <div ref={ref} aria-hidden="true" className="[&_svg]:overflow-visible">
      <ComposedChart
        width={width}
        height={HEIGHT}
        data={[...rows.line]}
        margin={{ top: 0, right: 0, bottom: AXIS_HEIGHT, left: LABEL_WIDTH }}
        accessibilityLayer={false}
        style={{ overflow: "visible" }}
      >
        <XAxis dataKey="day" type="number" domain={[0, rows.weeks.length * DAYS_PER_WEEK]} hide />
        <YAxis type="number" domain={[...SHOWN_SCALE]} hide />
        {adaptingEnd > 0 && (
          <ReferenceArea x1={0} x2={adaptingEnd} zIndex={BEHIND} fill="var(--shade)" fillOpacity={1} stroke="none" />
        )}
        {focusedWeek !== null && (
          <ReferenceArea
            x1={(focusedWeek - 1) * DAYS_PER_WEEK}
            x2={focusedWeek * DAYS_PER_WEEK}
            zIndex={BEHIND}
            fill="var(--ink)"
            fillOpacity={0.07}
            stroke="none"
          />
        )}
        {FEEL_SCALE.map(({ feel }) => (
          <ReferenceLine
            key={feel}
            y={feel}
            zIndex={BEHIND}
            stroke={feel === NORMAL_FEEL ? "var(--line)" : "var(--rule)"}
            strokeDasharray={feel === NORMAL_FEEL ? "5 4" : "0"}
          />
        ))}
        {adaptingEnd > 0 && (
          <ReferenceLine x={adaptingEnd} zIndex={BEHIND} stroke="var(--line)" strokeDasharray="2 3" />
        )}
        <Area
          dataKey="band"
          type="monotone"
          fill="var(--ink)"
          fillOpacity={0.13}
          stroke="none"
          isAnimationActive={false}
          activeDot={false}
        />
        <Line dataKey="solid" {...LINE} stroke="var(--paper)" strokeWidth={5} />
        <Line dataKey="edge" {...LINE} stroke="var(--paper)" strokeWidth={5} />
        <Line dataKey="solid" {...LINE} stroke="var(--ink)" strokeWidth={2.25} />
        <Line dataKey="edge" {...LINE} stroke="var(--ink)" strokeWidth={2.25} strokeDasharray="1.5 5" />
        <Scatter
          data={rows.dots.map((dot) => ({ ...dot, title: dotTitle(dot) }))}
          dataKey="value"
          isAnimationActive={false}
          shape={FeelDotMark}
        />
        <FeelAxis rows={rows} width={width} />
      </ComposedChart>
    </div>
  );
}
