import { parseLocalDate, type LocalDate } from "@legwork/core/calendar";
import type { TimeOffEntry } from "./entries";

export const TIME_OFF_REASONS = [
  "illness",
  "injury",
  "travel",
  "holiday",
] as const satisfies readonly TimeOffEntry["reason"][];

/** Two days as they are typed; both belong to the span. */
export interface SpanDraft {
  readonly from: string;
  readonly to: string;
}

export interface SpanProblems {
  readonly from?: "fromMissing";
  readonly to?: "toMissing" | "endsBeforeStart";
}

export type ReadSpan =
  | { readonly ok: true; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly ok: false; readonly problems: SpanProblems };

export function readSpan(draft: SpanDraft): ReadSpan {
  const [from, to] = [parseLocalDate(draft.from), parseLocalDate(draft.to)];
  if (from !== null && to !== null && from <= to) return { ok: true, from, to };
  return {
    ok: false,
    problems: {
      ...(from === null ? { from: "fromMissing" } : {}),
      ...(to === null ? { to: "toMissing" } : from !== null ? { to: "endsBeforeStart" } : {}),
    },
  };
}

/** Days away as they are typed. */
export interface TimeOffDraft extends SpanDraft, Pick<TimeOffEntry, "reason" | "sessions" | "illness" | "patterns"> {}

/** How ill; a step back into training comes after all but the first. */
export const ILLNESSES = ["mild", "feverOrChest", "general"] as const satisfies readonly TimeOffEntry["illness"][];

/** Patterns that an injury may pause. */
export const INJURY_PATTERNS = [
  "P1",
  "P2",
  "P3",
  "P4",
  "P5",
  "P6F",
  "P6S",
  "P7",
  "P8",
  "U1",
  "U2",
  "U3",
] as const satisfies NonNullable<TimeOffEntry["patterns"]>;

/** The entry of a draft whose days are read; it carries only what belongs to its reason. */
export function timeOffEntry(
  { reason, sessions, illness, patterns = [] }: TimeOffDraft,
  { from, to }: Pick<TimeOffEntry, "from" | "to">,
): TimeOffEntry {
  return {
    from,
    to,
    reason,
    sessions,
    ...(reason === "illness" && illness !== undefined ? { illness } : {}),
    ...(reason === "injury" && patterns.length > 0 ? { patterns } : {}),
  };
}

/** A pattern that hurts, or does so no more. */
export function togglePattern(draft: TimeOffDraft, pattern: (typeof INJURY_PATTERNS)[number]): TimeOffDraft {
  const { patterns = [] } = draft;
  const without = patterns.filter((each) => each !== pattern);
  return { ...draft, patterns: without.length < patterns.length ? without : [...patterns, pattern] };
}

/** What is usual: who is ill rests, who travels leaves the kit at home. Our own choice, changed with one tap. */
const USUAL_SESSIONS: Readonly<Record<TimeOffEntry["reason"], TimeOffEntry["sessions"]>> = {
  illness: "none",
  injury: "none",
  travel: "withoutKit",
  holiday: "withoutKit",
};

export function newTimeOff(from: LocalDate): TimeOffDraft {
  return { reason: "illness", sessions: USUAL_SESSIONS.illness, from, to: "" };
}

/** Another reason brings what is usual for it, unless the runner has chosen otherwise. */
export function withReason(draft: TimeOffDraft, reason: TimeOffEntry["reason"]): TimeOffDraft {
  const untouched = draft.sessions === USUAL_SESSIONS[draft.reason];
  return { ...draft, reason, sessions: untouched ? USUAL_SESSIONS[reason] : draft.sessions };
}
