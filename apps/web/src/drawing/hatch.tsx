import { useId } from "react";

interface HatchPatternProps {
  readonly id: string;
  /** Pixels between lines. */
  readonly every: number;
  readonly weight: number;
}

/** 45° chalk lines. They mean *protected* and nothing else. */
export function HatchPattern({ id, every, weight }: HatchPatternProps) {
  return (
    <defs>
      <pattern id={id} patternUnits="userSpaceOnUse" width={every} height={every} patternTransform="rotate(45)">
        <path d={`M${every / 2} 0V${every}`} stroke="var(--line)" strokeWidth={weight} />
      </pattern>
    </defs>
  );
}

/** Fills its positioned parent; its beginning is dashed. */
export function Hatch({ begins }: { begins: "left" | "top" | null }) {
  const id = useId();
  return (
    <svg className="absolute inset-0 size-full" aria-hidden="true">
      <HatchPattern id={id} every={7} weight={1} />
      <rect width="100%" height="100%" fill={`url(#${id})`} />
      {begins !== null && (
        <line
          x1="0"
          y1="0"
          x2={begins === "left" ? "0" : "100%"}
          y2={begins === "left" ? "100%" : "0"}
          stroke="var(--line)"
          strokeWidth="3"
          strokeDasharray="2 3"
        />
      )}
    </svg>
  );
}
