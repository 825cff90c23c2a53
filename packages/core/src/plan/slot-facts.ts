import { daysBetween, type LocalDate } from "../calendar";
import { askedKind, WEEK_ASKS, type FixedSession, type SessionDose, type WeekAsk } from "../placement";
import { SLOTS, type Prescription, type SessionKind, type Slot } from "../programme";
import type { AgreedSession, SessionLogFields, WeekPlanFields } from "../record";
import type { RunnerFacts } from "./runner-facts";

/** What the records say about one slot of a week. */
export interface SlotFacts {
  readonly slot: Slot;
  readonly agreed: AgreedSession | null;
  readonly move: NonNullable<WeekPlanFields["moves"][Slot]> | null;
  readonly skip: NonNullable<WeekPlanFields["skips"][Slot]> | null;
  /** Null as well when it was opened on an earlier day and nothing was done. */
  readonly log: SessionLogFields | null;
}

/** Both slots of the week that begins on `monday`. Places outside the week are not read: a session keeps its week. */
export function slotsOfWeek(facts: RunnerFacts, monday: LocalDate, today: LocalDate): readonly SlotFacts[] {
  const weekPlan = facts.weekPlan(monday);
  return SLOTS.map((slot) => {
    const agreed = weekPlan?.agreed[slot];
    const move = weekPlan?.moves[slot];
    const log = facts.sessionLog(monday, slot);
    return {
      slot,
      agreed: agreed && isInWeek(agreed.date, monday) ? agreed : null,
      move: move && isInWeek(move.date, monday) ? move : null,
      skip: weekPlan?.skips[slot] ?? null,
      log: log !== null && holdsSomething(log, today) ? log : null,
    };
  });
}

/** True once something of the week is agreed: a slot that is not stands for nothing then, whatever the runs become. */
export function isAgreed(slots: readonly SlotFacts[]): boolean {
  return slots.some(({ agreed }) => agreed !== null);
}

/** Slots that an agreed week left out. */
export function slotsNotAsked(slots: readonly SlotFacts[]): readonly Slot[] {
  if (!isAgreed(slots)) return [];
  return slots.filter(({ agreed, log }) => agreed === null && log === null).map(({ slot }) => slot);
}

/** What an agreed week asked for: A and B, unless its sessions are those of a lighter week. */
export function askAgreed(slots: readonly SlotFacts[]): WeekAsk {
  const kindIn = (slot: Slot) => slots.find((each) => each.slot === slot)?.agreed?.kind ?? null;
  return WEEK_ASKS.find((ask) => SLOTS.every((slot) => askedKind(ask, slot) === kindIn(slot))) ?? "AB";
}

/** What was agreed for the slot, else what its log was started with. */
export function prescriptionOf({ agreed, log }: SlotFacts): Prescription | null {
  return agreed?.prescription ?? log?.prescription ?? null;
}

/**
 * What a session is judged against: what was agreed, but what its log was started with when that is the same kind, or when the app
 * itself made it smaller on the day.
 */
export function judgedPrescription({ agreed, log }: Pick<SlotFacts, "agreed" | "log">): Prescription | null {
  if (agreed === null || log === null) return agreed?.prescription ?? log?.prescription ?? null;
  const { prescription } = log;
  const isOwn = prescription.library === undefined && prescription.kind === agreed.prescription.kind;
  return isOwn || prescription.eased !== undefined ? prescription : agreed.prescription;
}

export interface FixInput {
  readonly monday: LocalDate;
  readonly strengthTime: FixedSession["startTime"];
  readonly doseOf: (prescription: Prescription) => SessionDose;
  /** Kind of a session that was moved before it was agreed. */
  readonly kindOf: (slot: Slot) => SessionKind;
}

/** The place that is given for the slot: where it was done, else moved to, else agreed. Null leaves it to the rules. */
export function fixedSession(
  facts: SlotFacts,
  { monday, strengthTime, doseOf, kindOf }: FixInput,
): FixedSession | null {
  const { slot, agreed, move, skip, log } = facts;
  const doneOn = log !== null && isInWeek(log.date, monday) ? log.date : null;
  const date = doneOn ?? move?.date ?? agreed?.date;
  if (date === undefined) return null;
  // Minutes and leg load are those of what was begun in it, also when that is not what was agreed.
  const prescription = log?.prescription ?? agreed?.prescription ?? null;
  return {
    slot,
    kind: agreed?.kind ?? log?.kind ?? kindOf(slot),
    date,
    startTime: move?.startTime ?? agreed?.startTime ?? strengthTime,
    ...(prescription === null ? {} : { dose: doseOf(prescription) }),
    movedByHand: doneOn === null && move !== null,
    ...(skip !== null && log === null ? { leftOut: true } : {}),
  };
}

/** Whether `date` lies in the week that begins on `monday`. */
function isInWeek(date: LocalDate, monday: LocalDate): boolean {
  const days = daysBetween(monday, date);
  return days >= 0 && days < 7;
}

/** Whether a log counts: something was done in it, or it is open and of today or later. */
export function holdsSomething(log: SessionLogFields, today: LocalDate): boolean {
  if (log.ending === "ticked" || log.ending === "painStop") return true;
  if (log.ending === undefined && log.date >= today) return true;
  return hasSets(log);
}

const withSets = new WeakMap<SessionLogFields, boolean>();

function hasSets(log: SessionLogFields): boolean {
  const has = withSets.get(log) ?? Object.values(log.sets).some(({ state }) => state !== "skipped");
  withSets.set(log, has);
  return has;
}
