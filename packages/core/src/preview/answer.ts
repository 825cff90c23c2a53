import * as v from "valibot";
import { PATTERNS, type ExerciseId } from "../exercise";
import { reasonMessage, RULE_IDS, type Reason } from "../placement";
import { LOAD_CLASSES, SESSION_KINDS, type PrescribedExercise, type Prescription } from "../programme";
import type { PreviewPlan, PreviewSession, PreviewWeek } from "./preview-plan";

/** Formats the message `key` (`placement.reason.tooCloseToKey`, `exercise.P1.0.name`) in the reader's language. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const ReasonSchema = v.object({ rule: v.picklist(RULE_IDS), text: v.string() });

const RejectedSchema = v.object({
  date: v.string(),
  status: v.picklist(["blocked", "worse", "equal"]),
  ...ReasonSchema.entries,
});

const ExerciseSchema = v.object({
  pattern: v.picklist(PATTERNS),
  exercise: v.string(),
  sets: v.number(),
  reps: v.pipe(v.optional(v.number()), v.description("Reps, or contacts of a spring drill.")),
  seconds: v.optional(v.number()),
  perSide: v.boolean(),
  rir: v.number(),
  pair: v.pipe(v.number(), v.description("Exercises with the same number alternate.")),
});

const SessionSchema = v.object({
  id: v.string(),
  kind: v.picklist(SESSION_KINDS),
  date: v.string(),
  startTime: v.string(),
  minutes: v.object({ superset: v.number(), straight: v.number() }),
  legLoad: v.object({ points: v.number(), class: v.picklist(LOAD_CLASSES) }),
  why: v.array(ReasonSchema),
  rejected: v.array(RejectedSchema),
  exercises: v.array(ExerciseSchema),
});

/** What `POST /api/plan/preview` answers. */
export const PreviewAnswerSchema = v.object({
  weeks: v.array(
    v.object({
      week: v.number(),
      phase: v.picklist([1, 2, 3]),
      reduced: v.boolean(),
      sessions: v.array(SessionSchema),
      shortfall: v.array(ReasonSchema),
    }),
  ),
});
export type PreviewAnswer = v.InferOutput<typeof PreviewAnswerSchema>;

type AnsweredWeek = PreviewAnswer["weeks"][number];
type AnsweredSession = AnsweredWeek["sessions"][number];
type AnsweredExercise = AnsweredSession["exercises"][number];

/** The plan with every reason as a sentence and every exercise by its name. */
export function answerWithTexts(plan: PreviewPlan, translate: Translate): PreviewAnswer {
  return { weeks: plan.weeks.map((week) => answeredWeek(week, translate)) };
}

function answeredWeek({ week, phase, reduced, sessions, shortfall }: PreviewWeek, translate: Translate): AnsweredWeek {
  return {
    week,
    phase,
    reduced,
    sessions: sessions.map((session) => answeredSession(session, translate)),
    shortfall: shortfall.map((reason) => said(reason, translate)),
  };
}

function answeredSession(session: PreviewSession, translate: Translate): AnsweredSession {
  const { id, kind, date, startTime, minutes, legLoad, why, rejected, prescription } = session;
  return {
    id,
    kind,
    date,
    startTime,
    minutes: { superset: minutes.superset, straight: minutes.straight },
    legLoad: { points: legLoad.points, class: legLoad.class },
    why: why.map((reason) => said(reason, translate)),
    rejected: rejected.map(({ date: other, status, reason }) => ({ date: other, status, ...said(reason, translate) })),
    exercises: answeredExercises(prescription, translate),
  };
}

function said(reason: Reason, translate: Translate) {
  const { key, values } = reasonMessage(reason);
  return { rule: reason.rule, text: translate(key, values) };
}

function answeredExercises({ plyo, pairs }: Prescription, translate: Translate): AnsweredExercise[] {
  const blocks = [...plyo.map((drill) => [drill]), ...pairs];
  return blocks.flatMap((block, index) =>
    block.map((exercise) => ({
      pattern: exercise.pattern,
      exercise: translate(nameKey(exercise.exercise)),
      sets: exercise.sets,
      ...amountOf(exercise),
      perSide: exercise.perSide,
      rir: exercise.rir,
      pair: index + 1,
    })),
  );
}

function amountOf({ amount, unit }: PrescribedExercise): { reps: number } | { seconds: number } {
  return unit === "seconds" ? { seconds: amount } : { reps: amount };
}

function nameKey(exercise: ExerciseId): string {
  return `exercise.${exercise}.name`;
}
