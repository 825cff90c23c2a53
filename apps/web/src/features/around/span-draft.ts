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
export interface TimeOffDraft extends SpanDraft, Pick<TimeOffEntry, "reason" | "sessions"> {}

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
