import type { FeelSeries, FeelWindow } from "@legwork/core/run-feel";

/** What is said of run feel, as data: the screen makes the sentences. */
export type FeelStatement =
  | { readonly kind: "nothing" }
  | { readonly kind: "notEnoughRuns"; readonly runs: number; readonly needed: number }
  | { readonly kind: "threeWeeks" }
  | { readonly kind: "noBaseline" }
  | { readonly kind: "notEnoughInWindow"; readonly window: FeelWindow; readonly runs: number; readonly needed: number }
  | {
      readonly kind: "clear" | "perhaps";
      readonly direction: "heavier" | "lighter";
      readonly window: FeelWindow;
      readonly against: FeelWindow;
      /** Size of the change and its likely range, in steps of the scale, counted in its direction. */
      readonly by: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: "noClearChange"; readonly window: FeelWindow; readonly against: FeelWindow }
  | { readonly kind: "commonWhileAdapting" };

interface Situation {
  /** The programme is in weeks 1–4. */
  readonly isAdapting: boolean;
}

type Comparison = FeelSeries["comparisons"][number];

/** One or two statements, the most telling first. Never a cause: weather, mileage and sleep move the answers too. */
export function feelStatements(series: FeelSeries, { isAdapting }: Situation): readonly FeelStatement[] {
  if (series.dots.length === 0) return [{ kind: "nothing" }];
  const { trend } = series;
  if (trend.status === "notEnough")
    return trend.runs < trend.needed
      ? [{ kind: "notEnoughRuns", runs: trend.runs, needed: trend.needed }]
      : [{ kind: "threeWeeks" }];
  const told = series.comparisons.filter(({ result }) => result.status !== "notEnough");
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return [whyNothingIsCompared(series)];
  const statements = [first, ...(last === first ? [] : [last])].map(statementOf);
  const isHeavier = first.result.status !== "notEnough" && first.result.difference <= -0.3;
  return isAdapting && isHeavier ? [...statements, { kind: "commonWhileAdapting" }] : statements;
}

function whyNothingIsCompared({ baseline, comparisons }: FeelSeries): FeelStatement {
  if (baseline.status === "assumed") return { kind: "noBaseline" };
  const next = comparisons[0];
  return next?.result.status === "notEnough"
    ? { kind: "notEnoughInWindow", window: next.later, runs: next.result.runs, needed: next.result.needed }
    : { kind: "noBaseline" };
}

function statementOf({ earlier, later, result }: Comparison): FeelStatement {
  switch (result.status) {
    case "notEnough":
      return { kind: "notEnoughInWindow", window: later, runs: result.runs, needed: result.needed };
    case "noClearChange":
      return { kind: "noClearChange", window: later, against: earlier };
    default: {
      const sign = result.direction === "heavier" ? -1 : 1;
      const ends = [result.low * sign, result.high * sign];
      return {
        kind: result.status,
        direction: result.direction,
        window: later,
        against: earlier,
        by: result.difference * sign,
        from: Math.min(...ends),
        to: Math.max(...ends),
      };
    }
  }
}
