import {
  defaultRung,
  exerciseId,
  isTwoLegged,
  nearestRungDown,
  RUNGS,
  type LadderPattern,
  type Rung,
} from "../exercise";
import { adaptExercise } from "./adapt-exercise";
import { adaptSpring } from "./adapt-spring";
import { BODY_WEIGHT_CALF_REPS, BODY_WEIGHT_REPS } from "./amount-range";
import { fitToMinutes } from "./fit-to-minutes";
import { exposureFamily } from "./leg-load";
import type { PrescribedExercise, PrescribeInput, Prescription, Series, SessionKind, Tempo } from "./prescription";
import { tempoOf } from "./tempo";
import { doseOf, SPRING_WEEKS, TWELVE_WEEKS, type SpringDose } from "./twelve-weeks";
import { versionOf, type VersionPart } from "./versions";
import { isReducedWeek, phaseOf, PROGRAMME_WEEKS, rirOf } from "./week";

/** What adaptation adds never makes a session longer than this, by phase: 20 to 30 minutes at first, 25 to 40 later. EX */
const LONGEST_MINUTES = [30, 40, 40] as const;

/** Spring drills begin in this week, in every kind of session. EX */
const FIRST_SPRING_WEEK = 5;

/**
 * What a session asks for: exercises by kit, sets, amounts, tempo and reps in reserve, cut to the runner's minutes.
 * Throws `RangeError` when `week` is no whole number from 1 to 12.
 */
export function prescribe(input: PrescribeInput): Prescription {
  if (!Number.isInteger(input.week) || input.week < 1 || input.week > PROGRAMME_WEEKS)
    throw new RangeError(`The programme has no week ${input.week}.`);
  const limit = input.maxMinutes ?? (input.adapted === undefined ? null : LONGEST_MINUTES[phaseOf(input.week) - 1]);
  if (limit === null || limit === undefined) return fullSession(input);
  return fitToMinutes(fullSession(input), limit, (kind) => fullSession({ ...input, kind }));
}

/** The session as the tables have it, before any cut. */
function fullSession(input: PrescribeInput): Prescription {
  const { kind, week, adapted } = input;
  const asked = askedOf(input);
  const plyo = asked.plyo.map((dose) => springExercise(dose, asked.rir));
  return {
    kind,
    week,
    phase: phaseOf(week),
    reduced: isReducedWeek(week),
    rir: Math.min(RIR_MAX, Math.max(asked.rir + (adapted?.rirUp ?? 0), adapted?.rirMin ?? 0)),
    plyo: adapted ? adaptSpring(plyo, adapted) : plyo,
    pairs: asked.pairs
      .map((parts) => parts.flatMap((part) => ladderExercise(part, asked.rir, input)))
      .filter((pair) => pair.length > 0),
  };
}

const RIR_MAX = 5;

/** The series that a pattern belongs to in sessions of this kind. */
export function seriesOf(kind: SessionKind, pattern: PrescribedExercise["pattern"]): Series {
  if (pattern !== "P5") return pattern;
  return exposureFamily(kind) === "B" ? "P5B" : "P5A";
}

interface Asked {
  readonly rir: number;
  readonly plyo: readonly SpringDose[];
  readonly pairs: readonly (readonly VersionPart[])[];
}

function askedOf({ kind, week: inWeek, turn = 1, adapted }: PrescribeInput): Asked {
  const week = adapted?.doseWeek ?? inWeek;
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
      perSide: PER_SIDE.includes(pattern),
    })),
  );
}

/** What is done two-legged on a low rung has no sides there. */
const PER_SIDE: readonly LadderPattern[] = ["P1", "P3", "P5", "P6S", "P7"];

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
  const phase = phaseOf(input.week);
  const asked: PrescribedExercise = {
    pattern: part.pattern,
    exercise,
    sets: part.sets,
    ...amountOf(part, input),
    unit: part.unit,
    perSide: part.perSide && !isTwoLegged(exercise),
    tempo: part.unit === "reps" ? tempoFor(part.pattern, rung, input) : null,
    rir,
  };
  const { adapted } = input;
  if (adapted === undefined) return [asked];
  const own = adapted.exercises[seriesOf(input.kind, part.pattern)] ?? {};
  // Reps that were raised belong to A and B: the other kinds ask what their tables say, before a race above all.
  const isRaised = (input.kind === "A" || input.kind === "B") && !isReducedWeek(input.week);
  return adaptExercise(asked, { session: adapted, own, phase, isRaised, isSlower: growsSlower(input.kind) });
}

/** Kinds whose exercises may grow slower: not the short one, which has to fit, nor light and taper ones. OURS */
export function growsSlower(kind: SessionKind): boolean {
  return kind === "A" || kind === "B" || kind === "M";
}

const FULL_KINDS: readonly SessionKind[] = ["A", "B", "M", "V"];

// In the last phase lifts ask for few reps with a load, or for more with body weight only; the short version has to stay short.
function amountOf(
  { pattern, amount, range }: VersionPart,
  { kind, kit, week }: PrescribeInput,
): Pick<PrescribedExercise, "amount" | "range"> {
  const asked = { amount, ...(range === undefined ? {} : { range }) };
  if (phaseOf(week) !== 3 || !(kit === "none" || kit === "band") || !FULL_KINDS.includes(kind)) return asked;
  if (pattern === "P5" && kind !== "V") return { amount: BODY_WEIGHT_CALF_REPS[0], range: BODY_WEIGHT_CALF_REPS };
  const isMainLift = pattern === "P1" || pattern === "P2" || pattern === "P3";
  return isMainLift ? { amount: Math.max(amount, BODY_WEIGHT_REPS[0]) } : asked;
}

// Without any kit lowering slowly stands in for a load: leg raises in phase 2, the hinge in phase 3.
function tempoFor(pattern: LadderPattern, rung: Rung, { kit, week, kind }: PrescribeInput): Tempo | null {
  const phase = phaseOf(week);
  const isSlow = (pattern === "P7" && phase === 2 && rung <= 1) || (pattern === "P2" && phase === 3);
  return kit === "none" && isSlow && growsSlower(kind) ? SLOW : tempoOf(pattern, phase);
}

/** EX */
const SLOW: Tempo = "3-0-1-0";

/** P8 above this rung is a Nordic. EX */
const CURL_RUNG_MAX: Rung = 2;

function rungOf({ pattern, rung: asked }: VersionPart, input: PrescribeInput): Rung | null {
  const { week, kit, rungs, noNordics, adapted } = input;
  const fallback = defaultRung({ pattern, phase: phaseOf(week), kit });
  if (fallback === null) return null;
  const own = rungs?.[pattern] ?? fallback;
  const allowed = noNordics && pattern === "P8" && own > CURL_RUNG_MAX ? CURL_RUNG_MAX : own;
  const wanted = wantedRung(allowed, asked);
  return nearestRungDown(kit, pattern, Math.min(wanted, adapted?.rungMax ?? wanted) as Rung);
}

function wantedRung(own: Rung, asked: VersionPart["rung"]): Rung {
  if (asked === undefined) return own;
  if ("exactly" in asked) return asked.exactly;
  if ("atMost" in asked) return own > asked.atMost ? asked.atMost : own;
  return RUNGS[own - asked.stepsDown] ?? 0;
}
