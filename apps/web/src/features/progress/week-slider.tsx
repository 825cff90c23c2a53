"use client";

import { useRef, type CSSProperties, type ReactNode } from "react";
import { LABEL_WIDTH } from "./week-axis";

interface WeekSliderProps {
  /** What the chart shows. */
  readonly label: string;
  readonly week: number | null;
  /** How many there are. */
  readonly weeks: number;
  /** The week in sentences; read out when it changes. */
  readonly valueText: string;
  /** Where the keys begin: the running week. */
  readonly start: number;
  readonly onChange: (week: number | null) => void;
  readonly children: ReactNode;
}

/**
 * Makes a chart of weeks explorable: an invisible range over its weeks, so that arrow keys, tap, swipe and screen
 * readers choose a week as in any range. Its thumb is one week wide, so that a tap meets the week under it.
 */
export function WeekSlider({ label, week, weeks, valueText, start, onChange, children }: WeekSliderProps) {
  const weekAtDown = useRef<number | null>(null);
  return (
    <div className="relative rounded-tile outline-offset-4 has-focus-visible:outline-[2.5px] has-focus-visible:outline-ink">
      {children}
      <input
        type="range"
        min={1}
        max={weeks}
        step={1}
        value={week ?? start}
        aria-label={label}
        aria-valuetext={valueText}
        className="absolute inset-y-0 right-0 m-0 h-full cursor-pointer appearance-none opacity-0 [&::-moz-range-thumb]:w-(--week) [&::-webkit-slider-thumb]:h-full [&::-webkit-slider-thumb]:w-(--week) [&::-webkit-slider-thumb]:appearance-none"
        style={{ left: LABEL_WIDTH, width: `calc(100% - ${LABEL_WIDTH}px)`, ...weekVariable(weeks) }}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        onFocus={(event) => {
          if (week === null && event.target.matches(":focus-visible")) onChange(start);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") onChange(null);
        }}
        onPointerDown={() => {
          weekAtDown.current = week;
        }}
        onClick={(event) => {
          const chosen = event.currentTarget.valueAsNumber;
          onChange(weekAtDown.current === chosen ? null : chosen);
        }}
      />
    </div>
  );
}

// A variable of our own: React's style type knows none.
function weekVariable(weeks: number): CSSProperties {
  return { "--week": `${100 / Math.max(1, weeks)}%` } as CSSProperties;
}
