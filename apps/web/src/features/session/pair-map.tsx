import { useTranslations } from "use-intl";
import type { WalkStep } from "@legwork/core/programme";
import { blockOf, progressOf, type SessionLog } from "./flow";
import { useExerciseWords } from "./use-words";

const WIDTH = 350;
const FIRST_LANE_Y = 22;
const LANE_GAP = 36;
const LANES_FROM = 104;
const DISC = 10;
const RING = 15;

interface Stop {
  readonly step: WalkStep;
  readonly lane: number;
  readonly x: number;
  readonly y: number;
}

/** Where I am: a lane per exercise, the path through its sets solid behind and dotted ahead. */
export function PairMap({ log, step }: { log: SessionLog; step: WalkStep }) {
  const t = useTranslations("session.map");
  const words = useExerciseWords();
  const block = blockOf(log, step);
  const lanes = [...new Map(block.map((each) => [each.exercise.exercise, each.exercise])).values()];
  const stops = placeStops(
    block,
    lanes.map((lane) => lane.exercise),
  );
  const { pair, pairs, round, rounds } = progressOf(log, step);
  const place = pair === 0 ? t("spring") : t("pair", { pair, pairs });
  const done = block.filter((each) => log.sets[each.entry] !== undefined).length;
  const height = 2 * FIRST_LANE_Y - 4 + LANE_GAP * (lanes.length - 1);

  return (
    <section
      aria-label={t("label", {
        pair: place,
        done,
        total: block.length,
        exercise: words.name(step.exercise),
        set: step.setNumber,
      })}
    >
      <div className="flex justify-between text-row text-ink2" aria-hidden="true">
        <span>{place}</span>
        <span>{lanes.length > 1 ? t("round", { round, rounds }) : t("sets", { round, rounds })}</span>
      </div>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} className="mt-1 block w-full max-w-[420px]" aria-hidden="true">
        {lanes.map((exercise, lane) => (
          <g key={exercise.exercise}>
            <path d={`M${LANES_FROM - 16} ${laneY(lane)}H${WIDTH}`} stroke="var(--rule)" />
            <text
              x="0"
              y={laneY(lane) + 5}
              fontSize="14"
              fontWeight={exercise.exercise === step.exercise.exercise ? 660 : 450}
              fill={exercise.exercise === step.exercise.exercise ? "var(--ink)" : "var(--ink2)"}
            >
              {words.short(exercise)}
            </text>
          </g>
        ))}
        {stops.slice(1).map((to, index) => {
          const from = stops[index];
          if (from === undefined) return null;
          const behind = log.sets[from.step.entry] !== undefined;
          return (
            <path
              key={to.step.entry}
              d={curve(from, to)}
              fill="none"
              stroke={behind ? "var(--strength)" : "var(--line)"}
              strokeWidth={behind ? 2.25 : 1.75}
              strokeDasharray={behind ? undefined : "1.5 5"}
              strokeLinecap="round"
            />
          );
        })}
        {stops.map((stop) => (
          <StopMark
            key={stop.step.entry}
            stop={stop}
            now={stop.step.entry === step.entry}
            state={log.sets[stop.step.entry]?.state}
          />
        ))}
      </svg>
    </section>
  );
}

function StopMark({
  stop,
  now,
  state,
}: {
  stop: Stop;
  now: boolean;
  state: "done" | "failed" | "skipped" | undefined;
}) {
  const { x, y, step } = stop;
  if (state === "skipped") {
    return (
      <g>
        <circle
          cx={x}
          cy={y}
          r={DISC}
          fill="var(--paper)"
          stroke="var(--line)"
          strokeWidth="1.5"
          strokeDasharray="3 3"
        />
        <path d={`M${x - 4} ${y}h8`} stroke="var(--line)" strokeWidth="2" strokeLinecap="round" />
      </g>
    );
  }
  if (state !== undefined) {
    const mark =
      state === "done" ? `M${x - 4.2} ${y + 0.2}l3 3 5.4-6` : `M${x - 3.2} ${y - 3.2}l6.4 6.4m0-6.4l-6.4 6.4`;
    return (
      <g>
        <circle cx={x} cy={y} r={DISC} fill="var(--strength)" />
        <path d={mark} fill="none" stroke="var(--paper)" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      </g>
    );
  }
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r={now ? RING : DISC - 0.25}
        fill="var(--paper)"
        stroke={now ? "var(--ink)" : "var(--strength)"}
        strokeWidth={now ? 2.25 : 1.75}
      />
      <text
        x={x}
        y={y + (now ? 4.9 : 4.2)}
        textAnchor="middle"
        fontSize={now ? 14 : 12}
        fontWeight={660}
        fill={now ? "var(--ink)" : "var(--strength)"}
      >
        {step.setNumber}
      </text>
    </g>
  );
}

function placeStops(block: readonly WalkStep[], lanes: readonly string[]): readonly Stop[] {
  const room = WIDTH - LANES_FROM - RING - 4;
  const gap = block.length > 1 ? room / (block.length - 1) : 0;
  return block.map((step, index) => {
    const lane = lanes.indexOf(step.exercise.exercise);
    return { step, lane, x: LANES_FROM + index * gap, y: laneY(lane) };
  });
}

function laneY(lane: number): number {
  return FIRST_LANE_Y + lane * LANE_GAP;
}

function curve(from: Stop, to: Stop): string {
  const middle = (from.x + to.x) / 2;
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}
