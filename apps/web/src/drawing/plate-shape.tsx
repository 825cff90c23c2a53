import { plateGeometry } from "./plate-geometry";
import type { PlateState } from "./plate-state";

interface PlateShapeProps {
  readonly letter: string;
  readonly state: PlateState;
  readonly width: number;
  readonly height: number;
  readonly dose?: number;
  /** On a solid chip the plate is cut out: its own colour becomes that of the ground. */
  readonly cutOut?: boolean;
}

/** The plate inside an SVG that is already open. */
export function PlateShape({ letter, state, width, height, dose = 1, cutOut = false }: PlateShapeProps) {
  const colour = cutOut ? "var(--paper)" : "var(--strength)";
  const ground = cutOut ? "var(--strength)" : "var(--paper)";

  const shape = plateGeometry(width, height);
  const block = {
    x: shape.block.x,
    y: shape.block.y,
    width: shape.block.width,
    height: shape.block.height,
    rx: shape.radius,
  };
  const middle = { x: width / 2, y: height / 2 };

  if (state === "ahead")
    return <circle cx={middle.x} cy={middle.y} r={Math.max(1.2, height * 0.07)} fill="var(--line)" />;
  if (state === "excused" || state === "missed") {
    const arm = height * 0.13;
    return (
      <g fill="none" stroke="var(--line)" strokeWidth={shape.stroke} strokeLinecap="round">
        <rect {...block} strokeDasharray={state === "excused" ? "2.4 2.6" : undefined} />
        {state === "excused" ? (
          <path d={`M${middle.x - arm} ${middle.y}h${arm * 2}`} />
        ) : (
          <path
            d={`M${middle.x - arm} ${middle.y - arm}l${arm * 2} ${arm * 2}M${middle.x + arm} ${middle.y - arm}l${-arm * 2} ${arm * 2}`}
          />
        )}
      </g>
    );
  }

  const solid = state === "done" || state === "moved";
  return (
    <>
      {shape.stubs.map((stub) => (
        <rect key={stub.x} {...stub} rx={shape.stubRadius} fill={colour} />
      ))}
      <rect
        {...block}
        fill={solid ? colour : cutOut ? "none" : "var(--strength-tint)"}
        stroke={colour}
        strokeWidth={shape.stroke}
      />
      {state === "partly" && <path d={shape.filled(dose)} fill={colour} />}
      {state === "moved" && (
        <path
          d={`M${middle.x - height * 0.2} ${middle.y}h${height * 0.4}m${-height * 0.15} ${-height * 0.15}l${height * 0.15} ${height * 0.15}l${-height * 0.15} ${height * 0.15}`}
          fill="none"
          stroke={ground}
          strokeWidth={shape.stroke * 1.2}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
      {(state === "planned" || state === "done") && (
        <text
          x={middle.x}
          y={middle.y + shape.letter * 0.345}
          textAnchor="middle"
          fontSize={shape.letter}
          fontWeight={700}
          style={{ fontStretch: "112%" }}
          fill={solid ? ground : colour}
        >
          {letter}
        </text>
      )}
    </>
  );
}
