import * as v from "valibot";
import { WEEKDAYS } from "../calendar";
import { PATTERNS, type ExerciseId } from "../exercise";
import {
  freeingText,
  REASON_CODES,
  reasonText,
  RULE_IDS,
  shortfallText,
  WEEK_ASKS,
  type Freeing,
  type Reason,
  type Shortfall,
  type Translate,
} from "../placement";
import { LOAD_CLASSES, SESSION_KINDS, type PrescribedExercise, type Prescription } from "../programme";
import { RUN_KINDS } from "../run";
import type { PreviewPlan, PreviewSession, PreviewWeek } from "./preview-plan";

const RunSchema = v.object({ kind: v.picklist(RUN_KINDS), date: v.string() });

const ReasonSchema = v.object({
  rule: v.picklist(RULE_IDS),
  code: v.picklist(REASON_CODES),
  text: v.pipe(v.string(), v.description("The reason as a sentence.")),
  found: v.pipe(
    v.optional(v.number()),
    v.description("Hours; minutes of a session or run; days before or after a race."),
  ),
  needed: v.optional(v.number()),
  run: v.pipe(v.optional(RunSchema), v.description("The run that the rule protects.")),
  worseBy: v.pipe(v.optional(v.number()), v.description("Points by which the week is worse with the session there.")),
});

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

const FreeingSchema = v.variant("change", [
  v.object({ change: v.literal("unlock"), day: v.picklist(WEEKDAYS), text: v.string() }),
  v.object({ change: v.literal("twoADay"), text: v.string() }),
  v.object({
    change: v.literal("minutes"),
    day: v.nullable(v.picklist(WEEKDAYS)),
    minutes: v.number(),
    text: v.string(),
  }),
  v.object({ change: v.literal("time"), time: v.string(), text: v.string() }),
  v.object({ change: v.literal("restDay"), day: v.picklist(WEEKDAYS), text: v.string() }),
  v.object({ change: v.literal("runElsewhere"), run: RunSchema, to: v.string(), text: v.string() }),
]);

const ShortfallSchema = v.object({
  rule: v.picklist(RULE_IDS),
  text: v.string(),
  asked: v.picklist(SESSION_KINDS),
  instead: v.nullable(v.picklist(SESSION_KINDS)),
  reason: v.pipe(ReasonSchema, v.description("The rule that stands in the way.")),
  freeing: v.pipe(
    v.nullable(FreeingSchema),
    v.description("The single change of the runner's own that would free a place; null when none would."),
  ),
});

const VolumeSchema = v.object({
  status: v.picklist(["unknown", "normal", "high"]),
  base: v.pipe(v.optional(v.nullable(v.number())), v.description("Usual minutes of running in a week.")),
  because: v.optional(v.picklist(["minutes", "peak", "hardRuns", "load"])),
});

/** What `POST /api/plan/preview` answers. */
export const PreviewAnswerSchema = v.object({
  weeks: v.array(
    v.object({
      week: v.pipe(v.number(), v.description("Calendar week, from 1.")),
      monday: v.string(),
      programmeWeek: v.pipe(
        v.number(),
        v.description("Week of the programme; it stands still in a taper, a race week and weeks off."),
      ),
      ask: v.pipe(v.picklist(WEEK_ASKS), v.description("What the week asks for.")),
      notices: v.pipe(v.array(ReasonSchema), v.description("Why it asks for less, and what else to know.")),
      volume: VolumeSchema,
      sum: v.pipe(v.number(), v.description("Penalties and what was given up; lower is better.")),
      phase: v.picklist([1, 2, 3]),
      reduced: v.boolean(),
      sessions: v.array(SessionSchema),
      shortfall: v.array(ShortfallSchema),
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

function answeredWeek(week: PreviewWeek, translate: Translate): AnsweredWeek {
  const { notices, volume, sessions, shortfall, phase, reduced } = week;
  return {
    week: week.week,
    monday: week.monday,
    programmeWeek: week.programmeWeek,
    ask: week.ask,
    notices: notices.map((reason) => said(reason, translate)),
    volume: {
      status: volume.status,
      ...("base" in volume ? { base: volume.base } : {}),
      ...("because" in volume ? { because: volume.because } : {}),
    },
    sum: week.sum,
    phase,
    reduced,
    sessions: sessions.map((session) => answeredSession(session, translate)),
    shortfall: shortfall.map((each) => answeredShortfall(each, translate)),
  };
}

function answeredShortfall(shortfall: Shortfall, translate: Translate): AnsweredWeek["shortfall"][number] {
  const { asked, instead, reason, freeing } = shortfall;
  return {
    rule: reason.rule,
    text: shortfallText(shortfall, translate),
    asked,
    instead,
    reason: said(reason, translate),
    freeing: freeing === null ? null : { ...withoutRunId(freeing), text: freeingText(freeing, translate) },
  };
}

function withoutRunId(freeing: Freeing) {
  if (freeing.change !== "runElsewhere") return freeing;
  const { change, run, to } = freeing;
  return { change, run: { kind: run.kind, date: run.date }, to };
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

function said(reason: Reason, translate: Translate): v.InferOutput<typeof ReasonSchema> {
  const { rule, code, found, needed, run, worseBy } = reason;
  return {
    rule,
    code,
    text: reasonText(reason, translate),
    ...(found === undefined ? {} : { found }),
    ...(needed === undefined ? {} : { needed }),
    ...(run === undefined ? {} : { run: { kind: run.kind, date: run.date } }),
    ...(worseBy === undefined ? {} : { worseBy }),
  };
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
