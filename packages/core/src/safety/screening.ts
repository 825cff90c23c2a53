import { parseLocalDate, type LocalDate } from "../calendar";
import type { Json } from "../record/kinds";

/**
 * Safety questions asked before week 1, in the order shown. The tenth, whether the runner is under 18, follows from the year of
 * birth. A yes is no diagnosis. EX
 */
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

/** What was said, and on which day. */
export interface ScreeningAnswer {
  readonly yes: boolean;
  readonly on: LocalDate;
}

/** The safety questions as answered so far; a question that is missing was not answered. */
export interface Screening {
  readonly answers: Readonly<Partial<Record<ScreeningQuestion, ScreeningAnswer>>>;
  readonly birthYear: number | null;
  /** The day on which the runner said that a professional has agreed. */
  readonly clearedOn: LocalDate | null;
}

/**
 * Reads what a health record holds under `screening`: `{ answeredOn, answers: { <question>: boolean }, dates?: { <question>: day },
 * birthYear?, clearedOn? }`. `answeredOn` is the day of every answer that has none of its own. Whatever cannot be read counts as
 * not answered, an answer without a day too. Never throws.
 */
export function readScreening(json: Json | undefined): Screening {
  const stored = mapOf(json);
  const answers = mapOf(stored["answers"]);
  const dates = mapOf(stored["dates"]);
  const answeredOn = dayOf(stored["answeredOn"]);
  const read = SCREENING_QUESTIONS.flatMap((question) => {
    const yes = answers[question];
    const on = dayOf(dates[question]) ?? answeredOn;
    return typeof yes === "boolean" && on !== null ? [[question, { yes, on }] as const] : [];
  });
  return {
    answers: Object.fromEntries(read),
    birthYear: yearOf(stored["birthYear"]),
    clearedOn: dayOf(stored["clearedOn"]),
  };
}

/** What is stored of a screening; `readScreening` reads the same from it. */
export function screeningJson({ answers, birthYear, clearedOn }: Screening): Json {
  const given = SCREENING_QUESTIONS.flatMap((question) => {
    const answer = answers[question];
    return answer === undefined ? [] : [{ question, ...answer }];
  });
  const days = given.map(({ on }) => on).toSorted();
  return {
    answers: Object.fromEntries(given.map(({ question, yes }) => [question, yes])),
    dates: Object.fromEntries(given.map(({ question, on }) => [question, on])),
    ...(days[0] === undefined ? {} : { answeredOn: days[0] }),
    ...(birthYear === null ? {} : { birthYear }),
    ...(clearedOn === null ? {} : { clearedOn }),
  };
}

/** The questions answered with yes, in the order asked. */
export function yesAnswers({ answers }: Screening): readonly ScreeningQuestion[] {
  return SCREENING_QUESTIONS.filter((question) => answers[question]?.yes === true);
}

/** The questions without an answer, in the order asked. */
export function unansweredQuestions({ answers }: Screening): readonly ScreeningQuestion[] {
  return SCREENING_QUESTIONS.filter((question) => answers[question] === undefined);
}

/** The yes answers that a professional has not agreed to since they were given. */
export function unclearedAnswers({ answers, clearedOn }: Screening): readonly ScreeningQuestion[] {
  return SCREENING_QUESTIONS.filter((question) => {
    const answer = answers[question];
    return answer?.yes === true && (clearedOn === null || clearedOn < answer.on);
  });
}

/** True when the runner said that a professional agrees, and nothing has been answered with yes since. */
export function isCleared(screening: Screening): boolean {
  return screening.clearedOn !== null && unclearedAnswers(screening).length === 0;
}

function mapOf(json: Json | undefined): Readonly<Record<string, Json>> {
  return typeof json === "object" && json !== null && !Array.isArray(json)
    ? (json as Readonly<Record<string, Json>>)
    : {};
}

function dayOf(json: Json | undefined): LocalDate | null {
  return typeof json === "string" ? parseLocalDate(json) : null;
}

function yearOf(json: Json | undefined): number | null {
  return typeof json === "number" && Number.isInteger(json) ? json : null;
}
