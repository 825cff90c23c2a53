import * as v from "valibot";
import { WEEKDAYS } from "../calendar";
import { KITS } from "../exercise";
import { PROGRAMME_WEEKS } from "../programme";
import { RUN_KINDS, RUN_KM_MAX, RUN_MINUTES_MAX, RUN_MINUTES_MIN } from "../run";

/** Runs of one request: every day of twelve weeks four times, and no more. Our own choice, it bounds the work. */
export const PREVIEW_RUNS_MAX = 400;
/** The runner's limit for a session, in minutes. Our own choice: under ten there is no session to make. */
export const MAX_MINUTES_MIN = 10;
export const MAX_MINUTES_MAX = 180;
/** Start dates and dates of runs. Our own choice: what lies outside is a slip. */
export const FIRST_DATE = "2000-01-01";
export const LAST_DATE = "2099-12-31";

const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const described = <const Schema extends v.GenericSchema>(schema: Schema, text: string) =>
  v.pipe(schema, v.description(text));
const weekday = v.picklist(WEEKDAYS);
const time = v.pipe(v.string(), v.regex(CLOCK_TIME));
const date = v.pipe(v.string(), v.regex(DATE));
const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

const RunSchema = described(
  v.strictObject({
    day: described(v.optional(weekday), "Every week on this day. Either `day` or `date`."),
    date: described(v.optional(date), "Once, on this day. Either `day` or `date`."),
    startTime: described(v.optional(time), "Left out = unknown, read as 07:00."),
    kind: described(v.picklist(RUN_KINDS), "`race` is refused as `notBuiltYet`."),
    minutes: whole(RUN_MINUTES_MIN, RUN_MINUTES_MAX),
    km: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(RUN_KM_MAX))),
  }),
  "A run of the runner's plan: `day` (weekly) or `date` (once), at most four on one day.",
);

const StrengthSchema = v.strictObject({
  startTime: described(v.optional(time), "18:00 when left out."),
  maxMinutes: v.optional(whole(MAX_MINUTES_MIN, MAX_MINUTES_MAX)),
  lockedDays: described(v.optional(v.pipe(v.array(weekday), v.maxLength(7))), "Days free of strength."),
  restDay: described(v.optional(weekday), "When left out: a day without a run after a long run."),
  twoADay: described(v.optional(v.boolean()), "False = legs never share a day with a run. True when left out."),
});

/** What `POST /api/plan/preview` takes. `parsePreviewRequest` checks it, and what a schema cannot say. */
export const PreviewRequestSchema = v.strictObject({
  startDate: described(date, "2000-01-01 to 2099-12-31."),
  weeks: described(v.optional(whole(1, PROGRAMME_WEEKS)), "12 when left out."),
  kit: v.picklist(KITS),
  runs: v.pipe(v.array(RunSchema), v.maxLength(PREVIEW_RUNS_MAX)),
  strength: v.optional(StrengthSchema),
});
/** A request as it is sent. */
export type PreviewRequestBody = v.InferOutput<typeof PreviewRequestSchema>;
