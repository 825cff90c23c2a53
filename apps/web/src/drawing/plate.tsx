import { PlateShape } from "./plate-shape";
import type { PlateState } from "./plate-state";

interface PlateProps {
  /** A, B, M, V, L, C or T. */
  readonly letter: string;
  readonly state?: PlateState;
  readonly width?: number;
  readonly height?: number;
  /** 0–1, how far a part-done plate is filled. */
  readonly dose?: number;
  /** On a solid chip: drawn in the ground's colour. */
  readonly cutOut?: boolean;
}

/** A strength session: a dumbbell's plate with its letter. */
export function Plate({ letter, state = "planned", width = 34, height = 26, dose = 1, cutOut = false }: PlateProps) {
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="shrink-0" aria-hidden="true">
      <PlateShape letter={letter} state={state} width={width} height={height} dose={dose} cutOut={cutOut} />
    </svg>
  );
}
