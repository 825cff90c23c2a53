import { addDays, daysBetween, type LocalDate } from "../calendar";
import { SCREENING_QUESTIONS, type Screening, type ScreeningQuestion } from "./screening";

/** A gap without leg sessions after which a runner starts again, and is asked again. EX */
export const RESCREEN_GAP_DAYS = 84;

/** After so many days an answer no longer stands: six months of the bone question, twelve weeks of the one on birth. EX */
const ASK_AGAIN_DAYS: Readonly<Partial<Record<ScreeningQuestion, number>>> = {
  bonesAndJoints: 182,
  pregnancy: 84,
};

export interface AskingDay {
  readonly today: LocalDate;
  /** The day of the last session that loaded the legs; null when there was none. */
  readonly lastLegs: LocalDate | null;
}

/** The questions to ask now: those not answered, those whose answer is too old, and after a long gap all of them. */
export function questionsDue(screening: Screening, day: AskingDay): readonly ScreeningQuestion[] {
  return SCREENING_QUESTIONS.filter((question) => {
    const on = screening.answers[question]?.on;
    if (on === undefined) return true;
    const again = ASK_AGAIN_DAYS[question];
    if (again !== undefined && daysBetween(on, day.today) >= again) return true;
    return isOutdatedByGap(on, day);
  });
}

// An answer given within the gap, before it was a long one, does not count; one given after that does. Without any leg session
// the gap began with the answer.
function isOutdatedByGap(on: LocalDate, { today, lastLegs }: AskingDay): boolean {
  const longFrom = addDays(lastLegs ?? on, RESCREEN_GAP_DAYS);
  return today >= longFrom && on < longFrom;
}
