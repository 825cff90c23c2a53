import type { Thing } from "@legwork/core/figure";

/** The sole lies this far below the ankle joint, and what carries it as far below a joint that rests on it. */
export const SOLE = 0.026;
const SLAB = 0.036;
const LEG = 0.022;
const BACK = 0.3;
const WALL = 0.045;

/** A thing's outline; walls reach from the floor to `top`. */
export function thingPath(thing: Thing, top: number): string {
  switch (thing[0]) {
    case "wall": {
      const [, x, of] = thing;
      return box(x, x - of * WALL, { from: -SOLE, to: top });
    }
    case "panel":
      return box(thing[1], thing[2], { from: -SOLE, to: thing[3] });
    case "bar":
    case "pulley": {
      const [kind, x, y] = thing;
      const aside = kind === "bar" ? 0 : 0.03;
      const above = kind === "bar" ? 0.03 : 0.08;
      return (
        box(x + aside - 0.016, x + aside + 0.016, { from: -SOLE, to: y + above }) +
        box(x - 0.07, x + 0.09, { from: -SOLE, to: -SOLE + 0.02 })
      );
    }
    default:
      return standing(thing);
  }
}

function standing([kind, from, to, joint]: Extract<Thing, readonly [string, number, number, number]>): string {
  const top = joint - SOLE;
  const inwards = Math.sign(to - from);
  const legs =
    box(from, from + inwards * LEG, { from: -SOLE, to: top - SLAB }) +
    box(to - inwards * LEG, to, { from: -SOLE, to: top - SLAB });
  switch (kind) {
    case "chair":
      return (
        legs +
        box(from, from + inwards * LEG, { from: top, to: top + BACK }) +
        box(from, to, { from: top - SLAB, to: top })
      );
    case "table":
      return legs + box(from, to, { from: top - SLAB, to: top });
    case "sofa":
      return (
        rounded(from - 0.02, to, { from: -SOLE, to: top, radius: 0.03 }) +
        rounded(from - 0.06, from + 0.08, { from: -SOLE, to: top + 0.16, radius: 0.03 })
      );
    case "cushion":
      return rounded(from, to, { from: -SOLE, to: top, radius: Math.min(0.03, (top + SOLE) / 2) });
    default:
      return box(from, to, { from: -SOLE, to: top });
  }
}

interface Height {
  readonly from: number;
  readonly to: number;
}

function box(x: number, toX: number, { from, to }: Height): string {
  return `M${x} ${from}H${toX}V${to}H${x}Z`;
}

function rounded(x: number, toX: number, { from, to, radius }: Height & { radius: number }): string {
  return `M${x} ${from}H${toX}V${to - radius}a${radius} ${radius} 0 0 1 ${-radius} ${radius}H${x + radius}a${radius} ${radius} 0 0 1 ${-radius} ${-radius}Z`;
}
