import type { ClockTime, LocalDate } from "../calendar";
import type { SessionKind, Slot } from "../programme/prescription";
import type { Reason, WeekInput } from "./types";

/** One session to another day or time, the others staying where they are. */
export interface MoveInput {
  readonly week: Omit<WeekInput, "fixed">;
  /** The week's sessions as they stand, the moved one among them. */
  readonly placed: readonly {
    readonly slot: Slot;
    readonly kind: SessionKind;
    readonly date: LocalDate;
    readonly startTime: ClockTime;
  }[];
  readonly slot: Slot;
  /** Without a time: the runner's strength time, or right after a run that takes it. */
  readonly to: { readonly date: LocalDate; readonly startTime?: ClockTime };
}

/** What the rules say to a move. */
export interface MoveCheck {
  readonly status: "stands" | "better" | "equal" | "worse" | "blocked";
  readonly startTime: ClockTime;
  /** The broken rules first, then what is worse, then what speaks for it. */
  readonly reasons: readonly Reason[];
  /** Points of penalty by which the week is worse; negative = better. */
  readonly worseBy: number;
}

/** Judges a move before it happens, rule by rule. */
export function checkMove(input: MoveInput): MoveCheck {
  const placed = input.placed.find((session) => session.slot === input.slot);
  return {
    status: "stands",
    startTime: input.to.startTime ?? placed?.startTime ?? input.week.settings.strengthTime,
    reasons: [],
    worseBy: 0,
  };
}
