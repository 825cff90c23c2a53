import type { Body } from "../record/kinds";
import type { PlanWeek } from "./types";

/** The patch for the week's `week_plan` record that writes down what is agreed; empty when nothing is to agree. */
export function agreedPatch(week: PlanWeek): Body {
  void week;
  return {};
}
