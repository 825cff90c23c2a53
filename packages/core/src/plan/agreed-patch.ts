import { CORE_VERSION, makeBody, type Body } from "../record";
import type { PlanWeek } from "./types";

/** The patch for the week's `week_plan` record that writes down what is agreed; empty when nothing is to agree. */
export function agreedPatch({ monday, sessions, toAgree }: PlanWeek): Body {
  if (toAgree.length === 0) return {};
  const agreed = Object.fromEntries(
    sessions
      .filter(({ slot }) => toAgree.includes(slot))
      .map(({ slot, date, startTime, kind, prescription }) => [
        slot,
        { date, startTime, kind, prescription, coreVersion: CORE_VERSION },
      ]),
  );
  return makeBody("week_plan", { monday, agreed, moves: {}, skips: {} });
}
