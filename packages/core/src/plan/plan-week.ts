import { addDays, hoursBetween, type ClockTime, type LocalDate } from "../calendar";
import { placeWeek, protectedStretches, type PlacedSession, type SessionDose, type WeekInput } from "../placement";
import {
  exposureFamily,
  isReducedWeek,
  legLoad,
  phaseOf,
  prescribe,
  sessionMinutes,
  type Prescription,
  type SessionKind,
} from "../programme";
import { sessionLogId } from "../record";
import { DEFAULT_RUN_TIME } from "../run";
import { earlierSession, type Carried } from "./carried";
import { toPlannedRun } from "./plan-runs";
import type { RunnerFacts } from "./runner-facts";
import { sessionState } from "./session-state";
import { fixedSession, isAgreed, prescriptionOf, slotsNotAsked, slotsOfWeek, type SlotFacts } from "./slot-facts";
import type { PlanRun, PlanSession, PlanWeek } from "./types";

export interface WeekSituation {
  readonly facts: RunnerFacts;
  readonly today: LocalDate;
  /** Calendar week since the start, 1–12; also the programme week. */
  readonly week: number;
  readonly monday: LocalDate;
  readonly runs: ReadonlyMap<LocalDate, readonly PlanRun[]>;
  readonly carried: Carried;
}

/** One week: what was done and agreed stands, the rules place the rest. */
export function planWeek(situation: WeekSituation): PlanWeek {
  const { facts, today, week, monday, runs } = situation;
  const slots = slotsOfWeek(facts, monday, today);
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
    doseOf: (kind) => doseOf(carried, prescriptionFor(situation, kind)),
  };
  const fix = (kindOf: (slot: SlotFacts["slot"]) => SessionKind) => (each: SlotFacts) => {
    const { strengthTime } = facts.settings;
    const dose = (prescription: Prescription) => doseOf(carried, prescription);
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
  const asked = (slot && prescriptionOf(slot)) ?? prescriptionFor(situation, placed.kind);
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

function prescriptionFor({ facts, week }: WeekSituation, kind: SessionKind): Prescription {
  const { kit, maxMinutes = null } = facts.programme;
  return prescribe({ kind, week, kit, maxMinutes });
}

function doseOf({ exposures }: Carried, prescription: Prescription): SessionDose {
  const family = exposureFamily(prescription.kind);
  const before = { exposures: family === "C" ? 0 : exposures[family] };
  return { minutes: sessionMinutes(prescription), legLoad: legLoad(prescription, before) };
}

function agreedNextWeek({ facts, today, monday, carried }: WeekSituation) {
  return slotsOfWeek(facts, addDays(monday, 7), today).flatMap(({ agreed, move }) => {
    if (agreed === null) return [];
    const start = { date: move?.date ?? agreed.date, time: move?.startTime ?? agreed.startTime };
    return [earlierSession({ kind: agreed.kind, start }, doseOf(carried, agreed.prescription))];
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
