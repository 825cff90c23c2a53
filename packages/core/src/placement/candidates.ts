import {
  exposureFamily,
  SESSION_KINDS,
  type LoadClass,
  type ReturnFactor,
  type SessionKind,
  type Slot,
} from "../programme";
import { minutesIntoDay } from "../calendar";
import { DAYS_PER_WEEK, MINUTES_PER_DAY, type Facts } from "./facts";
import { type Finding } from "./finding";
import { judgePlace } from "./findings";
import { placeAt, placeOn, type Place, type SessionToPlace, type StepHere } from "./place";
import { RULES } from "./rules";
import type { DoseAsk, FixedSession, SessionDose, WeeksInput, WeekToPlace } from "./types";

/** A place with what the rules say to it. */
export interface Candidate {
  readonly place: Place;
  /** 0 = Monday. */
  readonly weekday: number;
  readonly findings: readonly Finding[];
  readonly blocked: boolean;
  /** True when a session may stand here: nothing blocks it, or its place is given. */
  readonly isOpen: boolean;
  /** Sum of the penalties at this place. */
  readonly penalty: number;
  /** The place was given by a person or an earlier agreement: its own broken rules do not count against the week. */
  readonly given: FixedSession | null;
  /** False where it starts at another time of day than the preferred one. */
  readonly atPreferredTime: boolean;
}

/** What makes the same kind of session more or less heavy. */
export interface Variant {
  readonly exposures: number;
  readonly returning: ReturnFactor;
  readonly step: StepHere;
  readonly newRung: boolean;
  readonly turn: 1 | 2;
}

/** The candidates of the weeks, judged when they are first asked for. */
export interface Candidates {
  /** Every day of the week at every time of day, Monday first. */
  readonly free: (week: number, slot: Slot, kind: SessionKind, variant: Variant) => readonly Candidate[];
  readonly given: (week: number, session: FixedSession, variant: Variant) => Candidate;
  /** One place for a session that is not given. */
  readonly at: (week: number, session: SessionAt, variant: Variant) => Candidate | null;
  /** Every day and time for a session as heavy as it is. */
  readonly elsewhere: (week: number, session: Candidate) => readonly Candidate[];
  /** The dose of a kind, by the kit at hand on that day. */
  readonly dose: (week: number, kind: SessionKind, variant: Variant, kit: DoseAsk["kit"]) => SessionDose;
}

const CLASS_NUMBERS: Readonly<Record<LoadClass, number>> = { none: 0, light: 1, moderate: 2, heavy: 3 };
const STEP_NUMBERS: Readonly<Record<StepHere, number>> = { none: 0, taken: 1, waits: 2 };
const RETURN_NUMBERS: Readonly<Record<ReturnFactor, number>> = { 1: 0, 1.25: 1, 1.5: 2 };

/** A session at a place that is asked about. */
export interface SessionAt {
  readonly slot: Slot;
  readonly kind: SessionKind;
  /** Minutes from 00:00 of the first Monday. */
  readonly start: number;
}

export function candidatesOf(input: WeeksInput, facts: Facts): Candidates {
  const doses = input.weeks.map(() => new Map<number, SessionDose>());
  const judged = input.weeks.map(() => new Map<number, readonly Candidate[]>());

  const dose: Candidates["dose"] = (week, kind, variant, kit) => {
    const { exposures, returning, newRung, turn } = variant;
    const key =
      ((((SESSION_KINDS.indexOf(kind) * 4 + exposures) * 3 + RETURN_NUMBERS[returning]) * 2 + (newRung ? 1 : 0)) * 2 +
        turn -
        1) *
        2 +
      (kit === "own" ? 0 : 1);
    const known = doses[week]?.get(key);
    if (known) return known;
    const made = input.doseOf({
      kind,
      week: input.weeks[week]?.week ?? 1,
      exposures: exposureFamily(kind) === "C" ? 0 : exposures,
      returning,
      newRung,
      turn,
      kit,
    });
    doses[week]?.set(key, made);
    return made;
  };

  const free: Candidates["free"] = (week, slot, kind, variant) => {
    const own = dose(week, kind, variant, "own");
    const away = isAwayInWeek(facts, week) ? dose(week, kind, variant, "none") : own;
    const isFirst = isFirstSession(input.weeks[week], kind, variant.exposures);
    // The points do not matter to the rules, only the class: what differs in points alone is judged once.
    const key =
      (((((SESSION_KINDS.indexOf(kind) * 2 + (slot === "A" ? 0 : 1)) * 4 + CLASS_NUMBERS[own.legLoad.class]) * 4 +
        CLASS_NUMBERS[away.legLoad.class]) *
        3 +
        STEP_NUMBERS[variant.step]) *
        2 +
        (isFirst ? 1 : 0)) *
        2 +
      variant.turn -
      1;
    const known = judged[week]?.get(key);
    if (known) return known;
    const session = { slot, kind, isFirst, step: variant.step, isCaughtUp: isCaughtUp(input.weeks[week], slot) };
    const made = freeCandidates(facts, week, session, { own, none: away });
    judged[week]?.set(key, made);
    return made;
  };

  const given: Candidates["given"] = (week, session, variant) => {
    const known = session.dose ?? dose(week, session.kind, variant, "own");
    const isFirst = isFirstSession(input.weeks[week], session.kind, variant.exposures);
    const weekday = Math.max(
      0,
      facts.days.slice(week * DAYS_PER_WEEK, (week + 1) * DAYS_PER_WEEK).findIndex(({ date }) => date === session.date),
    );
    const day = week * DAYS_PER_WEEK + weekday;
    const { slot, kind, date, startTime } = session;
    const kit = "own" as const;
    const toPlace = { slot, kind, isFirst, step: variant.step, isCaughtUp: false, dose: known, kit };
    const place = placeAt({ day, date }, day * MINUTES_PER_DAY + minutesIntoDay(startTime), toPlace);
    return candidateAt(place, facts, { given: session, atPreferredTime: true });
  };

  const at: Candidates["at"] = (week, { slot, kind, start }, variant) => {
    const day = facts.days[Math.floor(start / MINUTES_PER_DAY)];
    if (day === undefined) return null;
    const kit = day.timeOff?.sessions === "withoutKit" ? "none" : "own";
    const isFirst = isFirstSession(input.weeks[week], kind, variant.exposures);
    const session = {
      slot,
      kind,
      isFirst,
      step: variant.step,
      isCaughtUp: isCaughtUp(input.weeks[week], slot),
      dose: dose(week, kind, variant, kit),
      kit,
    } as const;
    return candidateAt(placeAt(day, start, session), facts);
  };

  const elsewhere: Candidates["elsewhere"] = (week, { place }) =>
    stepsOf(place.step).flatMap((step) =>
      freeCandidates(facts, week, { ...place, step }, { own: place.dose, none: place.dose }),
    );

  return { free, given, at, elsewhere, dose };
}

/** What a new rung of a session can do on another day. */
export function stepsOf(step: StepHere): readonly StepHere[] {
  return step === "none" ? ["none"] : ["taken", "waits"];
}

/** Judges a place. */
export function candidateAt(
  place: Place,
  facts: Facts,
  { given, atPreferredTime }: Pick<Candidate, "given" | "atPreferredTime"> = FREE,
): Candidate {
  const findings = judgePlace(place, facts);
  let isBlocked = false;
  let penalty = 0;
  for (const finding of findings) {
    isBlocked ||= finding.hard;
    penalty += finding.penalty;
  }
  return {
    place,
    weekday: place.day % DAYS_PER_WEEK,
    findings,
    blocked: isBlocked,
    isOpen: given !== null || !isBlocked,
    penalty,
    given,
    atPreferredTime,
  };
}

const FREE = { given: null, atPreferredTime: true } as const;
const AT_OTHER_TIME = { given: null, atPreferredTime: false } as const;

function freeCandidates(
  facts: Facts,
  week: number,
  session: Omit<SessionToPlace, "dose" | "kit">,
  doses: Readonly<Record<DoseAsk["kit"], SessionDose>>,
): readonly Candidate[] {
  const made: Candidate[] = [];
  const sessions = {
    own: { ...session, dose: doses.own, kit: "own" as const },
    none: { ...session, dose: doses.none, kit: "none" as const },
  };
  for (let weekday = 0; weekday < DAYS_PER_WEEK; weekday += 1) {
    const day = facts.days[week * DAYS_PER_WEEK + weekday];
    if (day === undefined) continue;
    const kit = day.timeOff?.sessions === "withoutKit" ? "none" : "own";
    const here = sessions[kit];
    for (let index = 0; index < facts.times.length; index += 1)
      made.push(
        candidateAt(placeOn(day, facts.times[index] ?? 0, here, facts), facts, index === 0 ? FREE : AT_OTHER_TIME),
      );
  }
  return made;
}

function isCaughtUp(week: WeekToPlace | undefined, slot: Slot): boolean {
  return week?.caughtUp?.includes(slot) ?? false;
}

function isFirstSession(week: WeekToPlace | undefined, kind: SessionKind, exposures: number): boolean {
  return kind === "A" && exposures === 0 && (week?.week ?? Infinity) <= RULES.C19.weeks;
}

function isAwayInWeek({ days }: Facts, week: number): boolean {
  for (let day = week * DAYS_PER_WEEK; day < (week + 1) * DAYS_PER_WEEK; day += 1)
    if (days[day]?.timeOff?.sessions === "withoutKit") return true;
  return false;
}
