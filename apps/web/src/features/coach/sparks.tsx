import { SparkFrame } from "@/drawing/spark-frame";
import type { FeelSpark, WeekBar } from "./coach-rows";

const BARS = { width: 84, height: 22, bar: 5.4, foot: 2 };
const FEEL = { width: 58, height: 26, end: 2.8, dot: 1.8 };

/** Twelve weeks of adherence, 84 × 22. */
export function AdherenceSpark({ bars, label }: { bars: readonly WeekBar[]; label: string }) {
  const step = BARS.width / 12;
  return (
    <SparkFrame width={BARS.width} height={BARS.height} label={label}>
      {bars.map((bar, index) => (
        <WeekMark key={index} bar={bar} x={index * step} />
      ))}
    </SparkFrame>
  );
}

function WeekMark({ bar, x }: { bar: WeekBar; x: number }) {
  const { bar: width, height, foot } = BARS;
  switch (bar.look) {
    case "bar": {
      const tall = Math.max(foot, height * bar.filled);
      return <rect x={x} y={height - tall} width={width} height={tall} rx="1.2" fill="var(--strength)" />;
    }
    case "missed":
      return <rect x={x} y={height - foot} width={width} height={foot} fill="var(--ink)" />;
    case "excused":
      return (
        <path d={`M${x} ${height - 1}h${width}`} stroke="var(--line)" strokeWidth="1.5" strokeDasharray="1.4 1.4" />
      );
    default:
      return <circle cx={x + width / 2} cy={height - 1} r="0.9" fill="var(--line)" />;
  }
}

/** The line of run feel with normal dashed, 58 × 26; dots alone while there is no line. */
export function FeelSparkline({ feel, label }: { feel: FeelSpark; label: string }) {
  const values = feel.look === "none" ? [] : feel.values;
  const xOf = (index: number) => FEEL.end + (index / Math.max(1, values.length - 1)) * (FEEL.width - 2 * FEEL.end);
  const yOf = (value: number) => FEEL.end + ((5 - value) / 4) * (FEEL.height - 2 * FEEL.end);
  const points = values.map((value, index) => ({ x: xOf(index), y: yOf(value) }));
  const end = points.at(-1);
  return (
    <SparkFrame width={FEEL.width} height={FEEL.height} label={label}>
      <path d={`M0 ${yOf(3)}H${FEEL.width}`} stroke="var(--line)" strokeWidth="1" strokeDasharray="2 2.5" />
      {feel.look === "line" && end !== undefined && (
        <>
          <path
            d={`M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`}
            fill="none"
            stroke="var(--ink)"
            strokeWidth="1.75"
            strokeLinejoin="round"
            strokeLinecap="round"
          />
          <circle cx={end.x} cy={end.y} r={FEEL.end} fill="var(--ink)" />
        </>
      )}
      {feel.look === "dots" &&
        points.map(({ x, y }) => <circle key={x} cx={x} cy={y} r={FEEL.dot} fill="var(--ink)" />)}
    </SparkFrame>
  );
}
