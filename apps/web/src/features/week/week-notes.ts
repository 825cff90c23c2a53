import type { PlanWeek } from "@legwork/core/plan";
import type { Reason } from "@legwork/core/placement";

/** What a week has to say beside its days. */
export type WeekNote =
  /** It asks for less than two sessions, and why. */
  | { readonly kind: "asksLess"; readonly reason: Reason }
  /** It asks for no session at all, and why. */
  | { readonly kind: "asksNone"; readonly reason: Reason }
  /** A run is far longer than the last ones. */
  | { readonly kind: "longRunJump"; readonly reason: Reason };

export function weekNotes({ ask, askedBy, spike }: PlanWeek): readonly WeekNote[] {
  const notes: WeekNote[] = [];
  if (askedBy !== null) notes.push({ kind: ask === "none" ? "asksNone" : "asksLess", reason: askedBy });
  if (spike !== null) {
    const { id, kind, date, minutes } = spike.run;
    notes.push({
      kind: "longRunJump",
      reason: { rule: "C16", code: "longRunJump", found: minutes, needed: spike.longest, run: { id, kind, date } },
    });
  }
  return notes;
}
