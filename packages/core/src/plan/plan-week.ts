import { addDays, hoursBetween, type ClockTime, type LocalDate } from "../calendar";
import { placeWeek, protectedStretches, type PlacedSession, type WeekInput } from "../placement";
import { isReducedWeek, phaseOf, type Prescription, type SessionKind } from "../programme";
import { sessionLogId } from "../record";
import { DEFAULT_RUN_TIME } from "../run";
import { agreedSession, askedSession, doseOf, type AskedSession } from "./asked-session";
import { earlierSession, type Carried } from "./carried";
import { toPlannedRun } from "./plan-runs";
import type { RunnerFacts } from "./runner-facts";
import { sessionState } from "./session-state";
import { fixedSession, isAgreed, prescriptionOf, slotsNotAsked, type SlotFacts } from "./slot-facts";
import type { PlanRun, PlanSession, PlanWeek } from "./types";

export interface WeekSituation {
  readonly facts: RunnerFacts;
  readonly today: LocalDate;
  /** Calendar week since the start, 1–12; also the programme week. */
  readonly week: number;
  readonly monday: LocalDate;
  /** By Monday, from the week before to the week after. */
  readonly runs: ReadonlyMap<LocalDate, readonly PlanRun[]>;
  readonly slots: ReadonlyMap<LocalDate, readonly SlotFacts[]>;
  readonly carried: Carried;
}

/** One week: what was done and agreed stands, the rules place the rest. */
export function planWeek(situation: WeekSituation): PlanWeek {
  const { today, week, monday, runs } = situation;
  const slots = situation.slots.get(monday) ?? [];
  const placement = placeSlots(situation, slots);
  return {
    monday,
    week,
    phase: phaseOf(week),
    reduced: isReducedWeek(week),
    runs: runs.get(monday) ?? [],
    sessions: placement.sessions.map((placed) => planSession(situation, placed, slots)),
    shortfall: placement.shortfall,
    protectedStretches: stretchesInto(situation),
    toAgree: monday <= today && !isAgreed(slots) ? placement.sessions.map(({ slot }) => slot) : [],
  };
}

function placeSlots(situation: WeekSituation, slots: readonly SlotFacts[]) {
  const { facts, week, monday, carried } = situation;
  const input: Omit<WeekInput, "fixed"> = {
    week,
    monday,
    earliest: facts.programme.startDate,
    runs: [-7, 0, 7].flatMap((days) => runsFrom(situation, addDays(monday, days))).map(toPlannedRun),
    sessions: [...carried.sessions, ...agreedNextWeek(situation)],
    settings: facts.settings,
    habit: carried.habit,
    skipped: slotsNotAsked(slots),
    doseOf: onceForEach((kind) => doseOf(askedFor(situation, kind), carried)),
  };
  const fix = (kindOf: (slot: SlotFacts["slot"]) => SessionKind) => (each: SlotFacts) => {
    const { strengthTime } = facts.settings;
    const dose = (prescription: Prescription) => doseOf(agreedSession(prescription), carried);
    const fixed = fixedSession(each, { monday, strengthTime, doseOf: dose, kindOf });
    return fixed === null ? [] : [fixed];
  };

  // A session moved before it was agreed keeps the kind that the rules had given it.
  const movedFreely = slots.filter((each) => each.move !== null && prescriptionOf(each) === null);
  if (movedFreely.length === 0) return placeWeek({ ...input, fixed: slots.flatMap(fix((slot) => slot)) });
  const before = placeWeek({
    ...input,
    fixed: slots.filter((each) => !movedFreely.includes(each)).flatMap(fix((slot) => slot)),
  });
  const kindOf = (slot: SlotFacts["slot"]) => before.sessions.find((each) => each.slot === slot)?.kind ?? slot;
  return placeWeek({ ...input, fixed: slots.flatMap(fix(kindOf)) });
}

function planSession(situation: WeekSituation, placed: PlacedSession, slots: readonly SlotFacts[]): PlanSession {
  const { facts, today, week, monday } = situation;
  const slot = slots.find((each) => each.slot === placed.slot);
  const log = slot?.log ?? null;
  const asked = (slot && prescriptionOf(slot)) ?? askedFor(situation, placed.kind).prescription;
  const expected = slot?.move?.date ?? slot?.agreed?.date ?? placed.date;
  return {
    ...placed,
    id: sessionLogId(facts.runner, monday, placed.slot),
    week,
    prescription: log?.prescription ?? asked,
    state: sessionState({
      log,
      skip: slot?.skip ?? null,
      asked,
      expected,
      agreedOn: slot?.agreed?.date ?? null,
      monday,
      today,
    }),
    movedByHand: slot?.move !== null && slot?.move !== undefined,
    sets: log?.sets ?? {},
  };
}

function askedFor({ facts, week }: WeekSituation, kind: SessionKind): AskedSession {
  const { kit, maxMinutes = null } = facts.programme;
  return askedSession({ kind, week, kit, maxMinutes });
}

// The rules ask for the same few doses for every way to place the week.
function onceForEach<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

function agreedNextWeek({ slots, monday, carried }: WeekSituation) {
  return (slots.get(addDays(monday, 7)) ?? []).flatMap(({ agreed, move }) => {
    if (agreed === null) return [];
    const start = { date: move?.date ?? agreed.date, time: move?.startTime ?? agreed.startTime };
    return [earlierSession({ kind: agreed.kind, start }, doseOf(agreedSession(agreed.prescription), carried))];
  });
}

function runsFrom({ runs }: WeekSituation, monday: LocalDate): readonly PlanRun[] {
  return runs.get(monday) ?? [];
}

/** The stretches before this week's runs, and those before next week's that begin in this one. */
function stretchesInto(situation: WeekSituation) {
  const { monday } = situation;
  const nextMonday = addDays(monday, 7);
  const runs = [monday, nextMonday].flatMap((each) => runsFrom(situation, each)).map(toPlannedRun);
  const weekEnd = { date: nextMonday, time: "00:00" as ClockTime };
  return protectedStretches(runs).filter(({ run, hours }) => {
    const start = { date: run.date, time: run.startTime ?? DEFAULT_RUN_TIME };
    return hoursBetween(weekEnd, start) < hours;
  });
}
