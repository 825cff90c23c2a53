import type { ReactNode } from "react";

interface SparkFrameProps {
  readonly width: number;
  readonly height: number;
  /** The spark in a sentence. */
  readonly label: string;
  /** Drawn in the units of `width` × `height`. */
  readonly children: ReactNode;
}

/** The frame of a small chart in a row: 84 × 22 for adherence, 58 × 26 for run feel. */
export function SparkFrame({ width, height, label, children }: SparkFrameProps) {
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className="block shrink-0"
    >
      {children}
    </svg>
  );
}
