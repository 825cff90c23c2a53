import type { LocalDate } from "@legwork/core/calendar";
import {
  isCleared,
  SCREENING_QUESTIONS,
  UNANSWERED,
  yesAnswers,
  type Screening,
  type ScreeningQuestion,
} from "@legwork/core/safety";

/** The safety questions while they are being answered. */
export interface ScreeningDraft {
  readonly yes: readonly ScreeningQuestion[];
  /** "None of these is true for me" was said, or something was ticked. */
  readonly answered: boolean;
  readonly birthYear: number | null;
  /** A doctor or physiotherapist has agreed. */
  readonly cleared: boolean;
}

export const NOTHING_SAID: ScreeningDraft = { yes: [], answered: false, birthYear: null, cleared: false };

/** A draft to answer the questions `asked` again: what was a yes is ticked, a no has to be said anew. */
export function draftAgain(screening: Screening, asked: readonly ScreeningQuestion[]): ScreeningDraft {
  const yes = yesAnswers(screening).filter((question) => asked.includes(question));
  return { yes, answered: yes.length > 0, birthYear: screening.birthYear, cleared: false };
}

/** One question ticked or not; what is taken back takes the clearance with it. */
export function toggleQuestion(draft: ScreeningDraft, question: ScreeningQuestion): ScreeningDraft {
  const yes = draft.yes.includes(question) ? draft.yes.filter((each) => each !== question) : [...draft.yes, question];
  return { ...draft, yes, answered: yes.length > 0, cleared: yes.length > 0 && draft.cleared };
}

export function sayNone(draft: ScreeningDraft): ScreeningDraft {
  return { ...draft, yes: [], answered: true, cleared: false };
}

export interface Answering {
  readonly today: LocalDate;
  /** What was answered earlier, for the questions not asked now. */
  readonly before?: Screening;
  readonly asked?: readonly ScreeningQuestion[];
}

/** The draft as answers of today. Nothing said leaves the questions open. */
export function screeningOf(
  draft: ScreeningDraft,
  { today, before = UNANSWERED, asked = SCREENING_QUESTIONS }: Answering,
): Screening {
  const now = draft.answered
    ? asked.map((question) => [question, { yes: draft.yes.includes(question), on: today }] as const)
    : [];
  const said = { ...before, answers: { ...before.answers, ...Object.fromEntries(now) }, birthYear: draft.birthYear };
  if (draft.cleared) return { ...said, clearedOn: today };
  // A clearance of earlier today would cover what is said now.
  const keeps = draft.yes.length === 0 || before.clearedOn !== today;
  return keeps ? said : { ...said, clearedOn: null };
}

/** The screening with a professional's word given today, or taken back. */
export function withClearance(screening: Screening, today: LocalDate): Screening {
  return { ...screening, clearedOn: isCleared(screening) ? null : today };
}
