import type { Translate } from "../placement";
import { isReducedWeek, phaseOf, PROGRAMME_WEEKS } from "../programme";
import { percentOf } from "./evidence-text";
import type { WeekDecision } from "./types";

/** `Week 3 again: 1 of 2 sessions`. */
export function weekHeadline(decision: WeekDecision, translate: Translate): string {
  const { from, to, days, undone } = decision;
  const figures = { from, to: undone && days !== null ? from : to, days: days ?? 0, ...sessionsOf(decision) };
  return translate(`adaptation.week.${headlineKey(decision)}`, figures);
}

/** Why a week comes as it does. */
export function weekWhy(decision: WeekDecision, translate: Translate): string {
  const figures = { percent: percentOf(decision.dose), ...sessionsOf(decision) };
  return translate(`adaptation.weekWhy.${whyKey(decision)}`, figures);
}

function headlineKey({ rule, from, to, undone }: WeekDecision): string {
  switch (rule) {
    case "WEEK1":
      return isNewBlock({ from, to }) ? "newBlock" : "advance";
    case "WEEK2":
      return isReducedWeek(to) || phaseOf(to) !== phaseOf(from) ? "heldNew" : "held";
    case "WEEK3":
      return to === from ? "again" : "phaseStart";
    case "WEEK4":
      return "reduced";
    case "WEEK5":
      return isNewBlock({ from, to }) ? "newBlock" : "passed";
    case "WEEK6":
      return to > from ? "phaseAnyway" : "phaseRepeat";
    case "GAP1":
    case "GAP2":
    case "GAP3":
    case "GAP4":
    case "GAP5":
    case "GAP6":
      return undone ? "advance" : "back";
    case "ILL2":
      return "free";
    default:
      return rule satisfies never;
  }
}

function whyKey({ rule, from, to, undone }: WeekDecision): string {
  if (undone) return "wentOn";
  if (rule === "WEEK3" && to < from) return "WEEK3back";
  return rule === "WEEK6" && to > from ? "WEEK6on" : rule;
}

// The programme goes back this far only from its last weeks, into the next block.
function isNewBlock({ from, to }: Pick<WeekDecision, "from" | "to">): boolean {
  return to < from && from >= PROGRAMME_WEEKS - 1;
}

function sessionsOf({ evidence }: WeekDecision): { readonly done: number; readonly asked: number } {
  return { done: evidence.filter(({ dose }) => (dose ?? 0) > 0).length, asked: evidence.length };
}
