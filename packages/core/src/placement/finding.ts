import type { LoadClass } from "../programme/prescription";
import type { RunFact } from "./facts";
import type { Place } from "./place";
import type { Reason } from "./types";

/** What one rule says against (or, with a negative penalty, for) a place. */
export interface Finding {
  /** True when the rule forbids the place. */
  readonly hard: boolean;
  readonly penalty: number;
  readonly reason: Reason;
}

/** A rule that forbids; `penalty` is what it costs where the place is given all the same. */
export function hard(reason: Reason, penalty = 0): Finding {
  return { hard: true, penalty, reason };
}

/** A rule that costs points, or gives some back. */
export function soft(reason: Reason, penalty: number): Finding {
  return { hard: false, penalty, reason };
}

/** The protected run as reasons name it. */
export function runOf({ run }: RunFact): NonNullable<Reason["run"]> {
  return { id: run.id, kind: run.kind, date: run.date };
}

/** The class of leg load of a place. */
export function legsOf(place: Place): LoadClass {
  return place.dose.legLoad.class;
}
