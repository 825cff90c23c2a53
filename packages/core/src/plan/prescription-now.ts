import { addDays } from "../calendar";
import type { PlacedSession } from "../placement";
import { withinLimits, type PrescribedExercise, type Prescription } from "../programme";
import type { SessionLogFields } from "../record";
import { limitsOf } from "./adapt-runner";
import { askedThisWeek, type WeekSituation } from "./week-situation";

export interface PrescribeNow {
  readonly placed: PlacedSession;
  readonly agreed: Prescription | null;
  readonly log: SessionLogFields | null;
  /** Open sessions of the week before it. */
  readonly after: number;
}

/**
 * What a session asks for: what its log was started with; what was agreed, with what adaptation changed since; else what the programme
 * asks now. Safety's limits stand over what was agreed before them.
 */
export function prescriptionNow(situation: WeekSituation, { placed, agreed, log, after }: PrescribeNow): Prescription {
  if (log !== null) return log.prescription;
  const place = { ...placed, after };
  if (agreed === null) return askedThisWeek(situation, placed.kind, place).prescription;
  if (isOver(situation)) return agreed;
  const { facts, today } = situation;
  return withinLimits(withChanges(agreed, situation, place), limitsOf(facts, today), facts.programme.kit);
}

function isOver({ monday, today }: WeekSituation): boolean {
  return addDays(monday, 7) <= today;
}

// Only what adaptation changed since the week began: what was agreed outlives another kit and other runs.
function withChanges(
  agreed: Prescription,
  situation: WeekSituation,
  place: PlacedSession & { readonly after: number },
): Prescription {
  const { begun } = situation.adapted;
  if (begun === null) return agreed;
  const now = askedThisWeek(situation, agreed.kind, place).prescription;
  if (situation.asked.week !== agreed.week) return now;
  const then = askedThisWeek(
    { ...situation, adapted: { ...situation.adapted, ...begun } },
    agreed.kind,
    place,
  ).prescription;
  if (now === then) return agreed;
  // Another kind fits the minutes now: what was agreed stands, without what hurts.
  if (now.kind !== then.kind) return withoutOut(agreed, situation);
  const changed = changedExercises(then, now);
  const pairs = agreed.pairs
    .map((pair) => pair.flatMap((exercise) => changed(exercise) ?? []))
    .filter((pair) => pair.length > 0);
  return {
    ...agreed,
    rir: now.rir === then.rir ? agreed.rir : now.rir,
    plyo: sameDrills(then, now) ? agreed.plyo : now.plyo,
    pairs,
  };
}

function withoutOut(agreed: Prescription, { adapted }: WeekSituation): Prescription {
  const { ladders } = adapted.state;
  const pairs = agreed.pairs.map((pair) => pair.filter(({ pattern }) => ladders[pattern]?.out !== true));
  return { ...agreed, pairs: pairs.filter((pair) => pair.length > 0) };
}

// Null: left out now.
function changedExercises(
  then: Prescription,
  now: Prescription,
): (exercise: PrescribedExercise) => PrescribedExercise | null {
  const before = byPattern(then);
  const after = byPattern(now);
  return (exercise) => {
    const was = before.get(exercise.pattern);
    const is = after.get(exercise.pattern);
    if (was === undefined) return is ?? exercise;
    if (is === undefined) return null;
    return JSON.stringify(was) === JSON.stringify(is) ? exercise : is;
  };
}

function byPattern({ pairs }: Prescription): ReadonlyMap<PrescribedExercise["pattern"], PrescribedExercise> {
  return new Map(pairs.flat().map((exercise) => [exercise.pattern, exercise]));
}

function sameDrills(then: Prescription, now: Prescription): boolean {
  return JSON.stringify(then.plyo) === JSON.stringify(now.plyo);
}
