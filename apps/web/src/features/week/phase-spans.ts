import type { Phase } from "@legwork/core/programme";
import type { PlanWeek } from "@legwork/core/plan";

/** A phase in the strip: its first week, from 0, and how many weeks it takes. */
export interface PhaseSpan {
  readonly phase: Phase;
  readonly from: number;
  readonly weeks: number;
}

/** The phases in the order of their weeks. One that stood still for a race or a week off is longer than four weeks. */
export function phaseSpans(weeks: readonly Pick<PlanWeek, "phase">[]): readonly PhaseSpan[] {
  const spans: PhaseSpan[] = [];
  for (const [index, { phase }] of weeks.entries()) {
    const last = spans.at(-1);
    if (last?.phase === phase) spans[spans.length - 1] = { ...last, weeks: last.weeks + 1 };
    else spans.push({ phase, from: index, weeks: 1 });
  }
  return spans;
}

/** How much of a week's place in the strip its bar takes. */
export type BarHeight = "full" | "half" | "line";

/** Full for two sessions as planned, half for a reduced week or one that asks for less, a line for none. */
export function barHeight({ ask, reduced }: Pick<PlanWeek, "ask" | "reduced">): BarHeight {
  if (ask === "none") return "line";
  return reduced || ask !== "AB" ? "half" : "full";
}

/** Whether a goal race stands in the week: it gets its flag. */
export function hasGoalRace({ runs }: Pick<PlanWeek, "runs">): boolean {
  return runs.some(({ planned }) => planned?.goal !== undefined);
}
