import {
  defaultRung,
  exerciseId,
  isTwoLegged,
  nearestRungDown,
  RUNGS,
  type LadderPattern,
  type Rung,
} from "../exercise";
import { fitToMinutes } from "./fit-to-minutes";
import type { PrescribedExercise, PrescribeInput, Prescription } from "./prescription";
import { tempoOf } from "./tempo";
import { doseOf, SPRING_WEEKS, TWELVE_WEEKS, type SpringDose } from "./twelve-weeks";
import { versionOf, type VersionPart } from "./versions";
import { isReducedWeek, phaseOf, PROGRAMME_WEEKS, rirOf } from "./week";

/** Spring drills begin in this week, in every kind of session. EX */
const FIRST_SPRING_WEEK = 5;

/**
 * What a session asks for: exercises by kit, sets, amounts, tempo and reps in reserve, cut to the runner's minutes.
 * Throws `RangeError` when `week` is no whole number from 1 to 12.
 */
export function prescribe(input: PrescribeInput): Prescription {
  if (!Number.isInteger(input.week) || input.week < 1 || input.week > PROGRAMME_WEEKS)
    throw new RangeError(`The programme has no week ${input.week}.`);
  if (input.maxMinutes === null) return fullSession(input);
  return fitToMinutes(fullSession(input), input.maxMinutes, (kind) => fullSession({ ...input, kind }));
}

/** The session as the tables have it, before any cut. */
function fullSession(input: PrescribeInput): Prescription {
  const asked = askedOf(input);
  const week = input.week;
  return {
    kind: input.kind,
    week,
    phase: phaseOf(week),
    reduced: isReducedWeek(week),
    rir: asked.rir,
    plyo: asked.plyo.map((dose) => springExercise(dose, asked.rir)),
    pairs: asked.pairs
      .map((parts) => parts.flatMap((part) => ladderExercise(part, asked.rir, input)))
      .filter((pair) => pair.length > 0),
  };
}

interface Asked {
  readonly rir: number;
  readonly plyo: readonly SpringDose[];
  readonly pairs: readonly (readonly VersionPart[])[];
}

function askedOf({ kind, week, turn = 1 }: PrescribeInput): Asked {
  if (kind === "A" || kind === "B")
    return { rir: rirOf(week), plyo: SPRING_WEEKS[kind][week] ?? [], pairs: programmePairs(kind, week) };
  const version = versionOf(kind, turn);
  return {
    rir: version.rir === "week" ? rirOf(week) : version.rir,
    plyo: week < FIRST_SPRING_WEEK ? [] : version.plyo,
    pairs: version.pairs,
  };
}

function programmePairs(kind: "A" | "B", week: number): readonly (readonly VersionPart[])[] {
  return TWELVE_WEEKS[kind].map((columns) =>
    columns.map(({ pattern, weeks }) => ({
      pattern,
      ...doseOf(weeks, week),
      unit: pattern === "P6F" || pattern === "P6S" ? "seconds" : "reps",
      perSide: ALWAYS_PER_SIDE.includes(pattern) || (pattern === "P5" && phaseOf(week) > 1),
    })),
  );
}

const ALWAYS_PER_SIDE: readonly LadderPattern[] = ["P1", "P3", "P6S", "P7"];

function springExercise(dose: SpringDose, rir: number): PrescribedExercise {
  return {
    pattern: "PLYO",
    exercise: `PLYO.${dose.drill}`,
    sets: dose.sets,
    amount: dose.contacts,
    unit: "contacts",
    perSide: false,
    tempo: null,
    rir,
  };
}

function ladderExercise(part: VersionPart, rir: number, input: PrescribeInput): PrescribedExercise[] {
  const rung = rungOf(part, input);
  if (rung === null) return [];
  const exercise = exerciseId(part.pattern, rung);
  return [
    {
      pattern: part.pattern,
      exercise,
      sets: part.sets,
      amount: part.amount,
      unit: part.unit,
      perSide: part.perSide && !isTwoLegged(exercise),
      tempo: part.unit === "reps" ? tempoOf(part.pattern, phaseOf(input.week)) : null,
      rir,
    },
  ];
}

/** P8 above this rung is a Nordic. EX */
const CURL_RUNG_MAX: Rung = 2;

function rungOf({ pattern, rung: asked }: VersionPart, { week, kit, rungs, noNordics }: PrescribeInput): Rung | null {
  const fallback = defaultRung({ pattern, phase: phaseOf(week), kit });
  if (fallback === null) return null;
  const own = rungs?.[pattern] ?? fallback;
  const allowed = noNordics && pattern === "P8" && own > CURL_RUNG_MAX ? CURL_RUNG_MAX : own;
  return nearestRungDown(kit, pattern, wantedRung(allowed, asked));
}

function wantedRung(own: Rung, asked: VersionPart["rung"]): Rung {
  if (asked === undefined) return own;
  if ("exactly" in asked) return asked.exactly;
  if ("atMost" in asked) return own > asked.atMost ? asked.atMost : own;
  return RUNGS[own - asked.stepsDown] ?? 0;
}
