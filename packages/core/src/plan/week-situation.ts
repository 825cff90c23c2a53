import type { LocalDate } from "../calendar";
import type { SessionKind } from "../programme";
import { askedSession, type AskedSession } from "./asked-session";
import type { Carried } from "./carried";
import type { RunnerFacts } from "./runner-facts";
import type { SlotFacts } from "./slot-facts";
import type { PlanRun } from "./types";

/** Everything that one week of the plan is made from. */
export interface WeekSituation {
  readonly facts: RunnerFacts;
  readonly today: LocalDate;
  /** Calendar week since the start, 1–12; also the programme week. */
  readonly week: number;
  readonly monday: LocalDate;
  /** By Monday, from the week before to the week after. */
  readonly runs: ReadonlyMap<LocalDate, readonly PlanRun[]>;
  readonly slots: ReadonlyMap<LocalDate, readonly SlotFacts[]>;
  readonly carried: Carried;
}

/** What the programme asks of `kind` in this week. */
export function askedThisWeek({ facts, week }: WeekSituation, kind: SessionKind): AskedSession {
  const { kit, maxMinutes = null } = facts.programme;
  return askedSession({ kind, week, kit, maxMinutes });
}
