import type { Ref } from "react";
import { useTranslations } from "use-intl";
import type { Slot } from "@legwork/core/programme";
import type { Weekday } from "@legwork/core/calendar";
import { PlateShape } from "@/drawing/plate-shape";
import { useDates } from "@/i18n/use-dates";
import type { AdherenceRows, CreditBar, WeekColumn } from "./adherence-rows";
import { hasNumber, weekLeft, weekMiddle, weekWidth } from "./week-axis";

const ROW = 22;
const PLATE = { width: 18, height: 16 };
const BAR = { top: 8, height: 26, share: 0.6 };
const WEEK_ROW = 20;
/** Longer weekday names stand shortened beside their row. */
const LABEL_LETTERS = 9;

interface AdherencePictureProps {
  readonly rows: AdherenceRows;
  readonly width: number;
  readonly focusedWeek: number | null;
  readonly ref?: Ref<SVGSVGElement>;
}

/** The weeks of the block: a mark a session, a bar of credit a week. Only attributes, no classes, so that it can be saved as a picture. */
export function AdherencePicture({ rows, width, focusedWeek, ref }: AdherencePictureProps) {
  const t = useTranslations("progress");
  const dates = useDates();
  const barsTop = rows.slotRows.length * ROW + BAR.top;
  const height = barsTop + BAR.height + WEEK_ROW;
  const axis = { width, weeks: rows.columns.length };
  const step = weekWidth(axis);
  const scale = Math.min(1, (step - 1) / PLATE.width);

  const slotLabel = (slot: Slot, weekday: Weekday | null) => {
    if (weekday === null) return slot;
    const long = dates.weekdayName(weekday);
    return t("slotOn", { slot, weekday: long.length > LABEL_LETTERS ? dates.weekdayName(weekday, "short") : long });
  };

  return (
    <svg
      ref={ref}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      overflow="visible"
      aria-hidden="true"
    >
      {focusedWeek !== null && (
        <rect x={weekLeft(axis, focusedWeek)} width={step} height={height} rx="6" fill="var(--sunk)" />
      )}
      <g fontSize="12" fontWeight="480" fill="var(--ink)">
        {rows.slotRows.map(({ slot, weekday }, index) => (
          <text key={slot} y={index * ROW + PLATE.height / 2 + 4}>
            {slotLabel(slot, weekday)}
          </text>
        ))}
        <text y={barsTop + BAR.height / 2 + 4}>{t("credit")}</text>
        <text y={height - 4} fill="var(--ink2)">
          {t("week")}
        </text>
      </g>
      {rows.columns.map((column) => (
        <g key={column.week}>
          <Cells column={column} middle={weekMiddle(axis, column.week)} scale={scale} />
          <Bar bar={column.bar} x={weekMiddle(axis, column.week)} top={barsTop} width={step * BAR.share} />
          <text
            x={weekMiddle(axis, column.week)}
            y={height - 4}
            textAnchor="middle"
            fontSize="12"
            fontWeight={column.isNow ? 720 : 480}
            fill={column.isNow ? "var(--ink)" : "var(--ink2)"}
          >
            {hasNumber(axis, column.week) ? column.week : ""}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Cells({ column, middle, scale }: { column: WeekColumn; middle: number; scale: number }) {
  return column.cells.map((cell, index) => {
    if (cell === null) return null;
    const x = middle - (PLATE.width * scale) / 2;
    const y = index * ROW + (PLATE.height * (1 - scale)) / 2;
    return (
      <g key={cell.slot} transform={`translate(${x} ${y}) scale(${scale})`}>
        <PlateShape letter={cell.letter} state={cell.state} dose={cell.dose} {...PLATE} />
      </g>
    );
  });
}

function Bar({ bar, x, top, width }: { bar: CreditBar; x: number; top: number; width: number }) {
  const foot = top + BAR.height;
  const left = x - width / 2;
  if (bar.look === "ahead") return <path d={`M${left} ${foot - 0.5}h${width}`} stroke="var(--line)" strokeWidth="1" />;
  if (bar.look === "excused")
    return (
      <path d={`M${left} ${foot - 1}h${width}`} stroke="var(--line)" strokeWidth="1.5" strokeDasharray="2.6 2.6" />
    );
  const filled = BAR.height * Math.min(1, bar.credit / bar.sessions);
  return (
    <>
      <rect
        x={left + 0.5}
        y={top + 0.5}
        width={width - 1}
        height={BAR.height - 1}
        rx="2"
        fill="none"
        stroke="var(--line)"
      />
      {filled > 0 && <rect x={left} y={foot - filled} width={width} height={filled} rx="2" fill="var(--strength)" />}
    </>
  );
}
