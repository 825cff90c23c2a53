import fc from "fast-check";
import { addDays, type LocalDate } from "../calendar";
import { day } from "./builders";
import { SCREENING_QUESTIONS, type Screening, type ScreeningQuestion } from "../safety";

/** The day on which these screenings are judged. */
export const TODAY = day("2026-11-30");

interface Said {
  readonly yes?: readonly ScreeningQuestion[];
  readonly on?: LocalDate;
  readonly birthYear?: number;
}

/** Every question answered on one day, with no but for those named. */
export function answered({ yes = [], on = TODAY, birthYear = 1988 }: Said): Screening {
  const answers = SCREENING_QUESTIONS.map((question) => [question, { yes: yes.includes(question), on }]);
  return { answers: Object.fromEntries(answers), birthYear, clearedOn: null };
}

const anyDay = fc.integer({ min: -400, max: 10 }).map((away) => addDays(TODAY, away));

/** Any answers, on any days around today, cleared or not, of any age. */
export const anyScreening: fc.Arbitrary<Screening> = fc.record({
  answers: fc.dictionary(fc.constantFrom(...SCREENING_QUESTIONS), fc.record({ yes: fc.boolean(), on: anyDay })).map(
    // A dictionary has no prototype; what is read has one.
    (answers) => ({ ...answers }),
  ),
  birthYear: fc.option(fc.integer({ min: 1900, max: 2030 })),
  clearedOn: fc.option(anyDay),
});
