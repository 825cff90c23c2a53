import type { LocalDate } from "../calendar";
import { ageGroup } from "./age";
import { unansweredQuestions, unclearedAnswers, yesAnswers, type Screening, type ScreeningQuestion } from "./screening";

/** A yes to one of these blocks the start until a professional has agreed. EX */
export const BLOCKING_QUESTIONS: readonly ScreeningQuestion[] = [
  "chestPain",
  "fainting",
  "breathless",
  "supervisedOnly",
  "pregnancy",
  "lowEnergy",
];

/** What the answers mean for the start. Every kind but `advice` and `free` keeps the runner from training. */
export type ScreeningVerdict =
  | { readonly kind: "unanswered"; readonly missing: "questions" | "birthYear" }
  | { readonly kind: "tooYoung" }
  | { readonly kind: "blocked"; readonly by: readonly ScreeningQuestion[] }
  | { readonly kind: "advice" }
  | { readonly kind: "free" };

/** Judges the answers on the day `today`. No clearance answers a question that was left open. */
export function judgeScreening(screening: Screening, today: LocalDate): ScreeningVerdict {
  const age = ageGroup(screening.birthYear, today);
  if (age === "tooYoung") return { kind: "tooYoung" };
  if (unansweredQuestions(screening).length > 0) return { kind: "unanswered", missing: "questions" };
  if (age === "unknown") return { kind: "unanswered", missing: "birthYear" };
  const by = unclearedAnswers(screening).filter((question) => BLOCKING_QUESTIONS.includes(question));
  if (by.length > 0) return { kind: "blocked", by };
  return yesAnswers(screening).length > 0 || age === "under18" ? { kind: "advice" } : { kind: "free" };
}
