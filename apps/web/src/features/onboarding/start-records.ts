import { addDays, mondayOf, type LocalDate, type Weekday } from "@legwork/core/calendar";
import { healthId, programmeId, runPlanId, type FieldsByKind, type RunnerId } from "@legwork/core/record";
import { screeningJson } from "@legwork/core/safety";
import { screeningOf, type WholeRecord } from "@/data";
import { RUN_TIMES, STRENGTH_TIMES, type Answers } from "./answers";

/** The next Monday, or today when it is one: a week is easier to begin at its beginning. */
export function suggestedStart(today: LocalDate): LocalDate {
  const monday = mondayOf(today);
  return monday === today ? today : addDays(monday, 7);
}

export interface StartInput {
  readonly answers: Answers;
  readonly today: LocalDate;
  /** IANA zone of this phone. */
  readonly zone: string;
}

/** What the start writes on the phone of a runner. */
export function startWrites(input: StartInput): (runner: RunnerId) => readonly WholeRecord[] {
  const { programme, run_plan, health } = startRecords(input);
  return (runner) => [
    { id: programmeId(runner), kind: "programme", fields: programme },
    { id: runPlanId(runner), kind: "run_plan", fields: run_plan },
    { id: healthId(runner, "screening"), kind: "health", fields: health },
  ];
}

/** The answers as the fields of the records that the start writes. */
export function startRecords({
  answers,
  today,
  zone,
}: StartInput): Pick<FieldsByKind, "programme" | "run_plan" | "health"> {
  return {
    programme: {
      startDate: answers.startDate ?? suggestedStart(today),
      zone,
      kit: answers.kit ?? "none",
      strengthTime: STRENGTH_TIMES[answers.strengthTime],
      lockedDays: Object.fromEntries(answers.lockedDays.map((day) => [day, true as const])),
      ...(answers.regularRunner ? { regularRunner: true } : {}),
      ...(answers.experience === null ? {} : { experience: answers.experience }),
      ...(answers.kit === "dumbbells" ? { weights: answers.weights } : {}),
      ...(answers.maxMinutes === null ? {} : { maxMinutes: answers.maxMinutes }),
      ...(answers.restDay === null ? {} : { restDay: answers.restDay }),
    },
    run_plan: { runs: weeklyRuns(answers.runs) },
    health: { date: today, screening: screeningJson(screeningOf(answers.screening, { today })) },
  };
}

function weeklyRuns(runs: Answers["runs"]): FieldsByKind["run_plan"]["runs"] {
  return Object.fromEntries(
    Object.entries(runs).map(([day, run]) => [
      day,
      { day: day as Weekday, kind: run.kind, minutes: run.minutes, startTime: RUN_TIMES[run.time] },
    ]),
  );
}
