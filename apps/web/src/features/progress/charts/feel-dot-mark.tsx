import { kindColour } from "@/drawing/kind-colour";
import { RUN_SHAPES } from "@/drawing/run-glyph";
import type { DotRow } from "../feel-rows";

const SIZE = 11;
const BOX = 20;

interface FeelDotMarkProps {
  /** Where the value stands; the kind's sub-lane moves it off. */
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly payload?: (DotRow & { readonly title: string }) | undefined;
}

/** One run: the glyph of its kind with a rim of the ground; hollow when late, ill or a race. */
export function FeelDotMark({ cx = 0, cy = 0, payload: dot }: FeelDotMarkProps) {
  if (dot === undefined) return null;
  const colour = kindColour(dot.kind);
  return (
    <g transform={`translate(${cx - SIZE / 2} ${cy + dot.lane - SIZE / 2}) scale(${SIZE / BOX})`}>
      <title>{dot.title}</title>
      <g fill="var(--paper)" stroke="var(--paper)" strokeWidth={dot.hollow ? 8 : 4.4} strokeLinejoin="round">
        {RUN_SHAPES[dot.kind]}
      </g>
      <g
        fill={dot.hollow ? "var(--paper)" : colour}
        stroke={dot.hollow ? colour : "none"}
        strokeWidth={dot.hollow ? 3.6 : 0}
        strokeLinejoin="round"
      >
        {RUN_SHAPES[dot.kind]}
      </g>
    </g>
  );
}
