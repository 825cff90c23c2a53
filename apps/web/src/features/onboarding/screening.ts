/** Safety questions asked before week 1, in the order shown. Asked in our own words; a yes is no diagnosis. */
export const SCREENING_QUESTIONS = [
  "heart",
  "chestPain",
  "fainting",
  "breathless",
  "longTermIllness",
  "bonesAndJoints",
  "supervisedOnly",
  "pregnancy",
  "lowEnergy",
] as const;
export type ScreeningQuestion = (typeof SCREENING_QUESTIONS)[number];

/** A yes to one of these blocks the start until a professional has said yes. Expert practice. */
const BLOCKING: readonly ScreeningQuestion[] = [
  "chestPain",
  "fainting",
  "breathless",
  "supervisedOnly",
  "pregnancy",
  "lowEnergy",
];

/** Under this age the product is not for them; under the second an adult should be present. Our own limits, expert practice. */
const YOUNGEST = 13;
const ADULT = 18;
/** Nobody older is believed: it catches slips of the finger. */
const OLDEST = 100;

export interface ScreeningAnswers {
  readonly yes: readonly ScreeningQuestion[];
  /** "None of these is true for me" was said, or something was ticked. */
  readonly answered: boolean;
  readonly birthYear: number | null;
  /** A doctor or physiotherapist has agreed. */
  readonly cleared: boolean;
}

export type ScreeningVerdict =
  | { readonly kind: "unanswered"; readonly missing: "questions" | "birthYear" }
  | { readonly kind: "tooYoung" }
  | { readonly kind: "blocked" }
  | { readonly kind: "advice" }
  | { readonly kind: "free" };

/** What the answers mean for the start. `thisYear` is the civil year of today. */
export function judgeScreening(answers: ScreeningAnswers, thisYear: number): ScreeningVerdict {
  if (!answers.answered) return { kind: "unanswered", missing: "questions" };
  const age = ageOf(answers.birthYear, thisYear);
  if (age === null) return { kind: "unanswered", missing: "birthYear" };
  if (age < YOUNGEST) return { kind: "tooYoung" };
  if (answers.yes.some((question) => BLOCKING.includes(question)) && !answers.cleared) return { kind: "blocked" };
  return answers.yes.length > 0 || age < ADULT ? { kind: "advice" } : { kind: "free" };
}

/** True when one of the answers asks for a professional's word first. */
export function needsClearance(yes: readonly ScreeningQuestion[]): boolean {
  return yes.some((question) => BLOCKING.includes(question));
}

export function isMinor(birthYear: number | null, thisYear: number): boolean {
  const age = ageOf(birthYear, thisYear);
  return age !== null && age < ADULT;
}

// By the year alone, so the younger of the two possible ages.
function ageOf(birthYear: number | null, thisYear: number): number | null {
  if (birthYear === null || !Number.isInteger(birthYear)) return null;
  const age = thisYear - birthYear - 1;
  return age >= 0 && age < OLDEST ? age : null;
}
