import * as v from "valibot";
import { parseClockTime, parseLocalDate, WEEKDAYS, type ClockTime, type LocalDate } from "../calendar";
import { PATTERNS, type ExerciseId } from "../exercise/pattern";
import { SESSION_KINDS, type Prescription, type Tempo } from "../programme/prescription";
import { parseRecordId } from "./ids";
import type { Json, RecordId } from "./kinds";

/** Bounds of what one value may hold: our own, wide enough for every honest entry. */
const TEXT_MAX = 4_000;
const NAME_MAX = 80;
const MINUTES_MAX = 1_440;
const KM_MAX = 1_000;
const AMOUNT_MAX = 10_000;
const LOAD_GRAMS_MAX = 1_000_000;
const SETS_MAX = 6;

const textThat = <Value extends string>(reads: (text: string) => string | null, what: string) =>
  v.custom<Value>((input) => typeof input === "string" && reads(input) !== null, what);

export const localDate = textThat<LocalDate>(parseLocalDate, "a day YYYY-MM-DD");
export const clockTime = textThat<ClockTime>(parseClockTime, "a clock time HH:MM");
export const recordId = textThat<RecordId>(parseRecordId, "a record id");
export const zone = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/, "an IANA zone"));
export const instant = v.pipe(v.string(), v.isoTimestamp());
export const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(NAME_MAX));
export const text = v.pipe(v.string(), v.minLength(1), v.maxLength(TEXT_MAX));
export const weekday = v.picklist(WEEKDAYS);
export const yes = v.literal(true);
export const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MINUTES_MAX));
export const km = v.pipe(v.number(), v.minValue(0), v.maxValue(KM_MAX));

/** A whole number on a scale, ends included. */
export const scale = (lowest: number, highest: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(lowest), v.maxValue(highest));

export const loadGrams = scale(0, LOAD_GRAMS_MAX);

export const loggedSet = v.object({
  pattern: v.picklist(PATTERNS),
  state: v.picklist(["done", "failed", "skipped"]),
  amount: scale(0, AMOUNT_MAX),
  loadGrams: v.exactOptional(scale(0, LOAD_GRAMS_MAX)),
  calibration: v.exactOptional(yes),
});

const TEMPO = /^\d{1,2}-\d{1,2}-(\d{1,2}|X)-\d{1,2}$/;
const EXERCISE = /^(P[1-8][FS]?|U[1-3]|BAL)\.\d$|^PLYO\.Y\d$|^MOB\.[a-zA-Z]{1,40}$/;

const prescribedExercise = v.object({
  pattern: v.picklist(PATTERNS),
  exercise: v.custom<ExerciseId>((input) => typeof input === "string" && EXERCISE.test(input), "an exercise id"),
  sets: scale(1, SETS_MAX),
  amount: scale(1, AMOUNT_MAX),
  unit: v.picklist(["reps", "seconds", "contacts"]),
  perSide: v.boolean(),
  tempo: v.nullable(v.custom<Tempo>((input) => typeof input === "string" && TEMPO.test(input), "a tempo")),
  rir: scale(0, 5),
  loadGrams: v.exactOptional(scale(1, LOAD_GRAMS_MAX)),
  hands: v.exactOptional(v.picklist([1, 2])),
  loadWhy: v.exactOptional(
    v.variant("reason", [
      v.object({ reason: v.literal("lightest") }),
      v.object({ reason: v.literal("nearest"), wantedGrams: scale(0, LOAD_GRAMS_MAX) }),
    ]),
  ),
  range: v.exactOptional(v.tuple([scale(0, AMOUNT_MAX), scale(0, AMOUNT_MAX)])),
});

export const sessionKind = v.picklist(SESSION_KINDS);

export const prescription = v.object({
  kind: sessionKind,
  week: scale(1, 12),
  phase: v.picklist([1, 2, 3]),
  reduced: v.boolean(),
  rir: scale(0, 5),
  plyo: v.pipe(v.array(prescribedExercise), v.maxLength(10)),
  pairs: v.pipe(v.array(v.pipe(v.array(prescribedExercise), v.minLength(1), v.maxLength(4))), v.maxLength(12)),
  cut: v.exactOptional(
    v.object({
      asked: sessionKind,
      dropped: v.array(v.object({ pattern: v.picklist(PATTERNS), sets: scale(1, SETS_MAX) })),
    }),
  ),
  library: v.exactOptional(name),
  eased: v.exactOptional(name),
}) satisfies v.GenericSchema<unknown, Prescription>;

/** Any JSON. The wire has parsed it already, so nothing else can be here. */
export const json = v.custom<Json>((input) => input !== undefined);
