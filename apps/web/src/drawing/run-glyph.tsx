import type { ReactNode } from "react";
import type { RunKind } from "@legwork/core/run";
import { kindColour } from "./kind-colour";

interface RunGlyphProps {
  readonly kind: RunKind;
  readonly size?: number;
  /** Paper on a solid chip; the kind's own colour when absent. */
  readonly colour?: string;
  /** Late, ill or race in a chart; planned in a coach's row. */
  readonly hollow?: boolean;
}

/** One silhouette per kind of run; the same shape is the mark in charts. */
export function RunGlyph({ kind, size = 20, colour = kindColour(kind), hollow = false }: RunGlyphProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill={hollow ? "none" : colour}
      stroke={hollow ? colour : "none"}
      strokeWidth={hollow ? 2.5 : 0}
      className="shrink-0"
      aria-hidden="true"
    >
      {RUN_SHAPES[kind]}
    </svg>
  );
}

/** The shapes in a 20 × 20 box, for drawings that place many of them in one SVG. */
export const RUN_SHAPES: Record<RunKind, ReactNode> = {
  easy: <circle cx="10" cy="10" r="7" />,
  medium: <rect x="3.6" y="3.6" width="12.8" height="12.8" rx="2.2" />,
  key: <rect x="3.4" y="3.4" width="13.2" height="13.2" rx="2" transform="rotate(45 10 10)" />,
  long: <rect x="1" y="6" width="18" height="8" rx="4" />,
  race: (
    <path d="M3.4 3.2a.9.9 0 0 1 1.8 0v.4h12.1a.6.6 0 0 1 .5.9L15.6 7.8l2.2 3.3a.6.6 0 0 1-.5.9H5.2v5.4a.9.9 0 0 1-1.8 0Z" />
  ),
  recovery: <path d="M2.6 14.6a.6.6 0 0 1-.6-.6 8 8 0 0 1 16 0 .6.6 0 0 1-.6.6Z" />,
};

/** A day without a run. */
export function RestGlyph({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" className="shrink-0" aria-hidden="true">
      <path d="M4.5 10h11" stroke="var(--line)" strokeWidth="1.75" strokeLinecap="round" />
    </svg>
  );
}
