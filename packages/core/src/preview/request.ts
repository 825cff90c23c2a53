import * as v from "valibot";
import { WEEKDAYS } from "../calendar";
import { KITS } from "../exercise/pattern";
import { RUN_KINDS, RUN_KM_MAX, RUN_MINUTES_MAX, RUN_MINUTES_MIN } from "../run";

/** Weeks of the programme. */
export const PREVIEW_WEEKS_MAX = 12;
/** More weekly and dated runs than any plan has; our own choice, it bounds the work. */
export const PREVIEW_RUNS_MAX = 400;
/** The runner's limit for a session, in minutes. Our own choice: under ten there is no session to make. */
export const MAX_MINUTES_MIN = 10;
export const MAX_MINUTES_MAX = 180;

const weekday = v.picklist(WEEKDAYS);
const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "clockTime"));
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, "date"));
const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

const runFields = {
  startTime: v.optional(time),
  kind: v.picklist(RUN_KINDS),
  minutes: whole(RUN_MINUTES_MIN, RUN_MINUTES_MAX),
  km: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(RUN_KM_MAX))),
};

/** A run that comes back every week (`day`) or is run once (`date`). */
const RunSchema = v.union([v.strictObject({ day: weekday, ...runFields }), v.strictObject({ date, ...runFields })]);

const StrengthSchema = v.strictObject({
  startTime: v.optional(time),
  maxMinutes: v.optional(whole(MAX_MINUTES_MIN, MAX_MINUTES_MAX)),
  lockedDays: v.optional(v.array(weekday)),
  restDay: v.optional(weekday),
  twoADay: v.optional(v.boolean()),
});

/** What `POST /api/plan/preview` takes. `parsePreviewRequest` checks it, and what a schema cannot say. */
export const PreviewRequestSchema = v.strictObject({
  startDate: date,
  weeks: v.optional(whole(1, PREVIEW_WEEKS_MAX)),
  kit: v.picklist(KITS),
  runs: v.pipe(v.array(RunSchema), v.maxLength(PREVIEW_RUNS_MAX)),
  strength: v.optional(StrengthSchema),
});
export type PreviewRequest = v.InferOutput<typeof PreviewRequestSchema>;
