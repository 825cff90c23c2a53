import { type Muscle, type Pattern, PRIME_MOVERS } from "@legwork/core/exercise";
import { discPath, limbPath } from "./limb";
import { type MoveName, MOVES, SCENERY, SHANKS_AWAY } from "./poses";
import { buildFigure, type Figure, JOINTS } from "./rig";

/** Radii in body heights. */
const R = {
  hip: 0.058,
  knee: 0.039,
  calf: 0.04,
  ankle: 0.023,
  toe: 0.016,
  shoulder: 0.036,
  elbow: 0.026,
  hand: 0.019,
  waist: 0.056,
  chest: 0.062,
  neck: 0.03,
  head: 0.06,
};
/** The sole lies this far below the ankle joint. */
const SOLE = 0.026;
const MARGIN = 0.09;

type Segment = "thigh" | "shank" | "trunk" | "upperArm";
const SEGMENT_OF: Readonly<Record<Muscle, Segment>> = {
  quads: "thigh",
  gluteMax: "thigh",
  gluteMed: "thigh",
  hamstrings: "thigh",
  adductors: "thigh",
  calf: "shank",
  frontTrunk: "trunk",
  sideTrunk: "trunk",
  back: "trunk",
  chest: "upperArm",
  shoulders: "upperArm",
  arms: "upperArm",
};

interface ExerciseFigureProps {
  readonly move: MoveName;
  readonly pattern: Pattern;
  readonly className?: string;
}

/** The move at its end, its start as a shadow behind it, the working muscles in violet. */
export function ExerciseFigure({ move, pattern, className }: ExerciseFigureProps) {
  const end = buildFigure(MOVES[move].end);
  const start = buildFigure(MOVES[move].start);
  const box = boxOf([start, end], move);
  const working = new Set(PRIME_MOVERS[pattern].map((muscle) => SEGMENT_OF[muscle]));
  const scenery = SCENERY[move];
  const shanks = !SHANKS_AWAY.has(move);

  return (
    <svg
      viewBox={`${box.x} ${-box.top} ${box.width} ${box.top + SOLE}`}
      preserveAspectRatio="xMidYMax meet"
      className={className}
      aria-hidden="true"
    >
      <g transform="scale(1 -1)">
        {scenery !== undefined && (
          <rect
            x={scenery.x[0]}
            y={-SOLE}
            width={scenery.x[1] - scenery.x[0]}
            height={scenery.top}
            fill="var(--ghost)"
            stroke="var(--line)"
            strokeWidth="1.5"
            vectorEffect="non-scaling-stroke"
          />
        )}
        <path d={wholeFigure(start, shanks)} fill="var(--ghost)" />
        <g fill="var(--line)">
          <path d={legPath(end, "far", shanks)} />
          <path d={armPath(end, "far")} />
        </g>
        <g stroke="var(--paper)" strokeWidth="2" style={{ paintOrder: "stroke" }}>
          <Part d={headPath(end)} working={false} />
          <Part d={trunkPath(end)} working={working.has("trunk")} />
          {shanks && <Part d={limbPath(end.nearAnkle, end.nearToe, [R.ankle, R.toe])} working={false} />}
          {shanks && (
            <Part d={limbPath(end.nearKnee, end.nearAnkle, [R.calf, R.ankle])} working={working.has("shank")} />
          )}
          <Part d={limbPath(end.hip, end.nearKnee, [R.hip, R.knee])} working={working.has("thigh")} />
          <Part d={limbPath(end.nearElbow, end.nearHand, [R.elbow, R.hand])} working={false} />
          <Part d={limbPath(end.shoulder, end.nearElbow, [R.shoulder, R.elbow])} working={working.has("upperArm")} />
        </g>
      </g>
    </svg>
  );
}

/** Whether the move is wider than high, so that it wants the whole width. */
export function isLying(move: MoveName): boolean {
  const box = boxOf([buildFigure(MOVES[move].start), buildFigure(MOVES[move].end)], move);
  return box.width > 1.4 * box.top;
}

function Part({ d, working }: { d: string; working: boolean }) {
  return <path d={d} fill={working ? "var(--strength)" : "var(--ink)"} vectorEffect="non-scaling-stroke" />;
}

function wholeFigure(figure: Figure, shanks: boolean): string {
  return [
    headPath(figure),
    trunkPath(figure),
    ...(["near", "far"] as const).flatMap((side) => [legPath(figure, side, shanks), armPath(figure, side)]),
  ].join("");
}

function trunkPath({ hip, shoulder }: Figure): string {
  return limbPath(hip, shoulder, [R.waist, R.chest]);
}

function headPath({ shoulder, head }: Figure): string {
  return limbPath(shoulder, head, [R.neck, R.neck]) + discPath(head, R.head);
}

function legPath(figure: Figure, side: "near" | "far", shanks: boolean): string {
  const [knee, ankle, toe] = [figure[`${side}Knee`], figure[`${side}Ankle`], figure[`${side}Toe`]];
  const thigh = limbPath(figure.hip, knee, [R.hip, R.knee]);
  if (!shanks) return thigh;
  return thigh + limbPath(knee, ankle, [R.calf, R.ankle]) + limbPath(ankle, toe, [R.ankle, R.toe]);
}

function armPath(figure: Figure, side: "near" | "far"): string {
  const [elbow, hand] = [figure[`${side}Elbow`], figure[`${side}Hand`]];
  return limbPath(figure.shoulder, elbow, [R.shoulder, R.elbow]) + limbPath(elbow, hand, [R.elbow, R.hand]);
}

function boxOf(figures: readonly Figure[], move: MoveName) {
  const points = figures.flatMap((figure) => JOINTS.map((joint) => figure[joint]));
  const scenery = SCENERY[move];
  const xs = [...points.map(([x]) => x), ...(scenery?.x ?? [])];
  const ys = points.map(([, y]) => y);
  const x = Math.min(...xs) - MARGIN;
  return { x, width: Math.max(...xs) + MARGIN - x, top: Math.max(...ys, scenery?.top ?? 0) + MARGIN };
}
