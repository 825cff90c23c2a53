import * as v from "valibot";
import { WEEKDAYS } from "../calendar";
import { KITS } from "../exercise";
import { SETTING_RANGES } from "../placement";
import { PROGRAMME_WEEKS } from "../programme";
import { RACE_DISTANCES, RUN_KINDS, RUN_KM_MAX, RUN_MINUTES_MAX, RUN_MINUTES_MIN } from "../run";

/** Runs of one request: every day of twelve weeks four times, and no more. Our own choice, it bounds the work. */
export const PREVIEW_RUNS_MAX = 400;
/** Races, stretches of time off, and marked blocks of one request. Our own choice. */
export const PREVIEW_LIST_MAX = 20;
/** Weeks of running before the start that are read. */
export const VOLUME_WEEKS_MAX = 12;
/** Minutes of running in a week. Our own choice: what lies above is a slip. */
export const WEEK_MINUTES_MAX = 6_000;
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
    kind: described(
      v.picklist(RUN_KINDS),
      "`race` = a race without a taper, read as a key run; goal races stand in `races`.",
    ),
    minutes: whole(RUN_MINUTES_MIN, RUN_MINUTES_MAX),
    km: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(RUN_KM_MAX))),
  }),
  "A run of the runner's plan: `day` (weekly) or `date` (once), at most four on one day.",
);

const ranged = (name: keyof typeof SETTING_RANGES) => {
  const [min, max] = SETTING_RANGES[name];
  return whole(min, max);
};

const StrengthSchema = v.strictObject({
  startTime: described(v.optional(time), "18:00 when left out."),
  otherTime: described(
    v.optional(time),
    "Another time of day that suits as well; used where the rules find it better.",
  ),
  maxMinutes: v.optional(ranged("maxMinutes")),
  minutesOn: described(
    v.optional(v.strictObject(v.entriesFromList(WEEKDAYS, v.optional(ranged("minutesOn"))))),
    "Minutes for strength on a weekday, 0 = none; a day left out has enough.",
  ),
  lockedDays: described(v.optional(v.pipe(v.array(weekday), v.maxLength(7))), "Days free of strength."),
  restDay: described(v.optional(weekday), "When left out: a day without a run after a long run."),
  restDayPenalty: described(v.optional(ranged("restDayPenalty")), "Points that hard legs on the rest day cost; 25."),
  twoADay: described(v.optional(v.boolean()), "False = legs never share a day with a run. True when left out."),
  keyRunHours: described(v.optional(ranged("keyRunHours")), "Hours between heavy legs and a key run; 36."),
  longRunIsKey: described(v.optional(v.boolean()), "True = the long run is protected like a key run too."),
});

const RaceSchema = v.strictObject({
  date,
  distance: described(v.picklist(RACE_DISTANCES), "`short` = 5 to 10 km."),
  startTime: described(v.optional(time), "Left out = 07:00."),
  minutes: described(v.optional(whole(RUN_MINUTES_MIN, RUN_MINUTES_MAX)), "Left out = 60, 120, 240, 480 by distance."),
});

const TimeOffSchema = v.strictObject({
  from: date,
  to: described(date, "The last such day."),
  reason: v.picklist(["illness", "injury", "travel", "holiday"]),
  sessions: described(
    v.optional(v.picklist(["none", "withoutKit"])),
    "`withoutKit` = sessions without any equipment. `none` when left out.",
  ),
});

const VolumeSchema = v.strictObject({
  lastWeeks: described(
    v.optional(v.pipe(v.array(whole(0, WEEK_MINUTES_MAX)), v.maxLength(VOLUME_WEEKS_MAX))),
    "Minutes of running in the weeks before the start, oldest first; from three on, high-volume weeks are told.",
  ),
  peaks: described(
    v.optional(v.pipe(v.array(v.strictObject({ from: date, to: date })), v.maxLength(PREVIEW_LIST_MAX))),
    "Blocks of peak volume: strength goes down to once a week.",
  ),
});

/** What `POST /api/plan/preview` takes. `parsePreviewRequest` checks it, and what a schema cannot say. */
export const PreviewRequestSchema = v.strictObject({
  startDate: described(date, "2000-01-01 to 2099-12-31."),
  weeks: described(v.optional(whole(1, PROGRAMME_WEEKS)), "12 when left out."),
  kit: v.picklist(KITS),
  runs: v.pipe(v.array(RunSchema), v.maxLength(PREVIEW_RUNS_MAX)),
  strength: v.optional(StrengthSchema),
  races: described(
    v.optional(v.pipe(v.array(RaceSchema), v.maxLength(PREVIEW_LIST_MAX))),
    "Goal races: taper before, rest after; the weekly runs of the day make way.",
  ),
  timeOff: described(
    v.optional(v.pipe(v.array(TimeOffSchema), v.maxLength(PREVIEW_LIST_MAX))),
    "Illness, injury, travel, holidays.",
  ),
  volume: v.optional(VolumeSchema),
});
/** A request as it is sent. */
export type PreviewRequestBody = v.InferOutput<typeof PreviewRequestSchema>;
