import type { ClockTime, LocalDate, Weekday } from "@legwork/core/calendar";
import type { Kit } from "@legwork/core/exercise";
import { RUN_MINUTES_MAX, RUN_MINUTES_MIN, type RunKind, type SampleWeek } from "@legwork/core/run";
import type { ScreeningQuestion } from "@legwork/core/safety";
import { NOTHING_SAID, sayNone, toggleQuestion, type ScreeningDraft } from "@/data";
import type { Experience } from "@/ui/experience-choice";
import type { Owned } from "@/ui/weights";

/** Clock times behind the words. Our own choice; a run without a word is read as a morning run. */
export const RUN_TIMES = { morning: "07:00" as ClockTime, evening: "18:00" as ClockTime } as const;
export const STRENGTH_TIMES = {
  morning: "07:00" as ClockTime,
  midday: "12:30" as ClockTime,
  evening: "18:00" as ClockTime,
} as const;
export type TimeOfRun = keyof typeof RUN_TIMES;
export type TimeOfStrength = keyof typeof STRENGTH_TIMES;

/** What a new run begins with. Our own choice, changed with one tap. */
const FIRST_RUN = { kind: "easy", minutes: 45, time: "morning" } as const;

export interface DayRun {
  readonly kind: RunKind;
  readonly minutes: number;
  readonly time: TimeOfRun;
}

/** What the runner has said so far; kept on the phone until the start. */
export interface Answers {
  /** Which question is open, from 0. */
  readonly step: number;
  readonly runs: Readonly<Partial<Record<Weekday, DayRun>>>;
  readonly restDay: Weekday | null;
  readonly selected: Weekday | null;
  readonly kit: Kit | null;
  /** Owned weights by grams. */
  readonly weights: Readonly<Record<string, "one" | "pair">>;
  /** Null = not said. */
  readonly experience: Experience | null;
  /** At least two runs a week over the last eight weeks. */
  readonly regularRunner: boolean;
  readonly screening: ScreeningDraft;
  /** Null = the suggested day. */
  readonly startDate: LocalDate | null;
  readonly maxMinutes: number | null;
  readonly lockedDays: readonly Weekday[];
  readonly strengthTime: TimeOfStrength;
}

export const NO_ANSWERS: Answers = {
  step: 0,
  runs: {},
  restDay: null,
  selected: null,
  kit: null,
  weights: {},
  experience: null,
  regularRunner: false,
  screening: NOTHING_SAID,
  startDate: null,
  maxMinutes: null,
  lockedDays: [],
  strengthTime: "evening",
};

export type Answer =
  | { readonly kind: "stepTaken"; readonly step: number }
  | { readonly kind: "dayTapped"; readonly day: Weekday }
  | { readonly kind: "runChanged"; readonly day: Weekday; readonly change: Partial<DayRun> }
  | { readonly kind: "dayCleared"; readonly day: Weekday }
  | { readonly kind: "restDayToggled"; readonly day: Weekday }
  | { readonly kind: "templateChosen"; readonly template: SampleWeek }
  | { readonly kind: "kitChosen"; readonly kit: Kit }
  | { readonly kind: "weightOwned"; readonly grams: number; readonly owned: Owned }
  | { readonly kind: "experienceSaid"; readonly experience: Experience }
  | { readonly kind: "regularRunnerSaid"; readonly regularRunner: boolean }
  | { readonly kind: "symptomToggled"; readonly question: ScreeningQuestion }
  | { readonly kind: "noSymptoms" }
  | { readonly kind: "birthYearGiven"; readonly year: number | null }
  | { readonly kind: "clearanceGiven"; readonly cleared: boolean }
  | { readonly kind: "lockToggled"; readonly day: Weekday }
  | {
      readonly kind: "limitsChanged";
      readonly change: Partial<Pick<Answers, "startDate" | "maxMinutes" | "strengthTime">>;
    }
  | { readonly kind: "restored"; readonly answers: Answers };

/** The answers after one more tap. */
export function answer(answers: Answers, event: Answer): Answers {
  switch (event.kind) {
    case "stepTaken":
      return { ...answers, step: event.step };
    case "dayTapped":
      return tapDay(answers, event.day);
    case "runChanged":
      return changeRun(answers, event.day, event.change);
    case "dayCleared":
      return { ...answers, runs: without(answers.runs, event.day) };
    case "restDayToggled":
      return {
        ...answers,
        restDay: answers.restDay === event.day ? null : event.day,
        runs: without(answers.runs, event.day),
      };
    case "templateChosen":
      return takeTemplate(answers, event.template);
    case "kitChosen":
      return { ...answers, kit: event.kit };
    case "weightOwned":
      return { ...answers, weights: withWeight(answers.weights, event.grams, event.owned) };
    case "experienceSaid":
      return { ...answers, experience: event.experience };
    case "regularRunnerSaid":
      return { ...answers, regularRunner: event.regularRunner };
    case "symptomToggled":
      return { ...answers, screening: toggleQuestion(answers.screening, event.question) };
    case "noSymptoms":
      return { ...answers, screening: sayNone(answers.screening) };
    case "birthYearGiven":
      return { ...answers, screening: { ...answers.screening, birthYear: event.year } };
    case "clearanceGiven":
      return { ...answers, screening: { ...answers.screening, cleared: event.cleared } };
    case "lockToggled":
      return { ...answers, lockedDays: toggled(answers.lockedDays, event.day) };
    case "limitsChanged":
      return { ...answers, ...event.change };
    case "restored":
      return event.answers;
    default:
      return event satisfies never;
  }
}

/** Runs and minutes of the week. */
export function weekSum(runs: Answers["runs"]): { readonly runs: number; readonly minutes: number } {
  const all = Object.values(runs);
  return { runs: all.length, minutes: all.reduce((sum, run) => sum + run.minutes, 0) };
}

// A tap on a free day makes it an easy run; a rest day is only selected, for it was meant.
function tapDay(answers: Answers, day: Weekday): Answers {
  const selected = { ...answers, selected: day };
  if (answers.runs[day] !== undefined || answers.restDay === day || answers.selected === day) return selected;
  return { ...selected, runs: { ...answers.runs, [day]: FIRST_RUN } };
}

function changeRun(answers: Answers, day: Weekday, change: Partial<DayRun>): Answers {
  const run = { ...(answers.runs[day] ?? FIRST_RUN), ...change };
  const minutes = Math.min(RUN_MINUTES_MAX, Math.max(RUN_MINUTES_MIN, Math.round(run.minutes)));
  return {
    ...answers,
    runs: { ...answers.runs, [day]: { ...run, minutes } },
    restDay: answers.restDay === day ? null : answers.restDay,
  };
}

function takeTemplate(answers: Answers, { runs }: SampleWeek): Answers {
  const chosen = Object.fromEntries(
    runs.map((run) => [run.day, { kind: run.kind, minutes: run.minutes, time: "morning" as const }]),
  ) as Answers["runs"];
  return { ...answers, runs: chosen, restDay: chosen.sun === undefined ? "sun" : null, selected: null };
}

function toggled<Item>(list: readonly Item[], item: Item): readonly Item[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
}

function withWeight(weights: Answers["weights"], grams: number, owned: Owned): Answers["weights"] {
  const { [grams]: _before, ...others } = weights;
  return owned === "none" ? others : { ...others, [grams]: owned };
}

function without(runs: Answers["runs"], day: Weekday): Answers["runs"] {
  const { [day]: _cleared, ...rest } = runs;
  return rest;
}
