import { useTranslations } from "use-intl";
import { FEEL_SCALE, NORMAL_FEEL } from "@legwork/core/run-feel";
import type { FeelRows } from "../feel-rows";
import { DAYS_PER_WEEK, hasNumber, LABEL_WIDTH, weekLeft, weekMiddle, weekWidth } from "../week-axis";

export const HEIGHT = 284;
/** Strength ticks, reduced weeks and week numbers stand below the axis. */
export const AXIS_HEIGHT = 40;
const PLOT_HEIGHT = HEIGHT - AXIS_HEIGHT;
const STEP = 56;
/** The scale with room above "very light" and below "very heavy". */
export const SHOWN_SCALE = [1 - 12 / STEP, 5 + 8 / STEP] as const;
/** Below this width of a week the words on weeks 1–4 are set narrower, so that they stay on their shade. */
const NARROW_WEEK = 21;
const TICK = { width: 3, height: 10, partly: 6 };

/** Words of the scale, strength sessions, reduced weeks and week numbers. */
export function FeelAxis({ rows, width }: { rows: FeelRows; width: number }) {
  const t = useTranslations("progress");
  const axis = { width, weeks: rows.weeks.length };
  const yOf = (value: number) => ((SHOWN_SCALE[1] - value) / (SHOWN_SCALE[1] - SHOWN_SCALE[0])) * PLOT_HEIGHT;
  return (
    <>
      <g fontSize="12" fontWeight="480" fill="var(--ink2)">
        {FEEL_SCALE.map(({ feel, word }) => (
          <text key={word} y={yOf(feel) + 4} {...(feel === NORMAL_FEEL ? { fontWeight: 620, fill: "var(--ink)" } : {})}>
            {t(`feel.${word}`)}
          </text>
        ))}
        {rows.adaptingWeeks > 0 && (
          <g style={{ fontStretch: weekWidth(axis) < NARROW_WEEK ? "78%" : "100%" }}>
            <text x={LABEL_WIDTH + 4} y="15" fill="var(--ink)">
              {t("adaptingWeeks")}
            </text>
            <text x={LABEL_WIDTH + 4} y="30">
              {t("adapting")}
            </text>
          </g>
        )}
        <text y={PLOT_HEIGHT + 12}>{t("strength")}</text>
        <text y={HEIGHT - 4}>{t("week")}</text>
        {Array.from({ length: axis.weeks }, (_, index) => (
          <text key={index} x={weekMiddle(axis, index + 1)} y={HEIGHT - 4} textAnchor="middle">
            {hasNumber(axis, index + 1) ? index + 1 : ""}
          </text>
        ))}
      </g>
      <path d={`M${LABEL_WIDTH} ${PLOT_HEIGHT}H${width}`} stroke="var(--ink)" strokeWidth="1.5" />
      {rows.ticks.map(({ day, partly }) => (
        <rect
          key={day}
          x={weekLeft(axis, day / DAYS_PER_WEEK + 1) - TICK.width / 2}
          y={PLOT_HEIGHT + 3}
          width={TICK.width}
          height={partly ? TICK.partly : TICK.height}
          rx="1"
          fill="var(--strength)"
        />
      ))}
      {rows.reducedWeeks.map((week) => (
        <path
          key={week}
          d={`M${weekLeft(axis, week) + 1.5} ${HEIGHT - 18}h${weekWidth(axis) - 3}`}
          stroke="var(--line)"
          strokeWidth="2"
        />
      ))}
    </>
  );
}
