import type { RunKind } from "@legwork/core/run";

/** Colour means a kind of run or session, nothing else. */
export type ColouredKind = RunKind | "strength";

export function kindColour(kind: ColouredKind): string {
  return `var(--${kind})`;
}

export function kindTint(kind: ColouredKind): string {
  return `var(--${kind}-tint)`;
}
