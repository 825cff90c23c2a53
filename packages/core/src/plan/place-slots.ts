import { addDays } from "../calendar";
import {
  placeWeek,
  type EarlierSession,
  type FixedSession,
  type PlacedSession,
  type Reason,
  type WeekInput,
  type WeekPlacement,
} from "../placement";
import { SLOTS, type Prescription, type SessionKind, type Slot } from "../programme";
import { remember } from "../remember";
import { agreedSession, doseOf } from "./asked-session";
import { earlierSession } from "./carried";
import { toPlannedRun } from "./plan-runs";
import { fixedSession, prescriptionOf, slotsNotAsked, type SlotFacts } from "./slot-facts";
import { askedThisWeek, type WeekSituation } from "./week-situation";

/** The week's sessions with their places, and what was given up. */
export interface PlacedSlots {
  readonly sessions: readonly PlacedSession[];
  readonly shortfall: readonly Reason[];
}

/** What was done, moved and agreed stands; the rules place the rest. A week that is over and settled is not judged again. */
export function placeSlots(situation: WeekSituation, slots: readonly SlotFacts[]): PlacedSlots {
  const notAsked = slotsNotAsked(slots);
  // A session moved before it was agreed keeps the kind that the rules had given it.
  const movedFreely = slots.filter((each) => each.move !== null && prescriptionOf(each) === null);
  const settled = fixedOf(situation, {
    slots: slots.filter((each) => !movedFreely.includes(each)),
    kindOf: (slot) => slot,
  });
  if (isOver(situation) && settled.length + notAsked.length === SLOTS.length) return standing(settled);

  const place = (fixed: readonly FixedSession[]) => placeOnce(situation, { skipped: notAsked, fixed });
  const placed = place(settled);
  if (movedFreely.length === 0) return placed;
  const kindOf = (slot: Slot) => placed.sessions.find((each) => each.slot === slot)?.kind ?? slot;
  return place(fixedOf(situation, { slots, kindOf }));
}

interface SlotsToFix {
  readonly slots: readonly SlotFacts[];
  readonly kindOf: (slot: Slot) => SessionKind;
}

function fixedOf({ facts, monday, carried }: WeekSituation, { slots, kindOf }: SlotsToFix): readonly FixedSession[] {
  const { strengthTime } = facts.settings;
  const dose = (prescription: Prescription) => doseOf(agreedSession(prescription), carried);
  return slots.flatMap((each) => fixedSession(each, { monday, strengthTime, doseOf: dose, kindOf }) ?? []);
}

function isOver({ today, monday }: WeekSituation): boolean {
  return addDays(monday, 7) <= today;
}

function standing(settled: readonly FixedSession[]): PlacedSlots {
  const sessions = settled.flatMap(({ slot, kind, date, startTime, dose }) =>
    dose === undefined ? [] : [{ slot, kind, date, startTime, ...dose, why: [], breaks: null, rejected: [] }],
  );
  return { sessions: sessions.toSorted((one, other) => (startOf(one) < startOf(other) ? -1 : 1)), shortfall: [] };
}

function startOf({ date, startTime }: Pick<PlacedSession, "date" | "startTime">): string {
  return `${date} ${startTime}`;
}

/** The weeks of about forty runners. Our own choice: a tap on a set asks anew for weeks whose runs and sessions are the same. */
const placementOf = remember<WeekPlacement>(500);

function placeOnce(situation: WeekSituation, decided: Pick<WeekInput, "fixed" | "skipped">): WeekPlacement {
  const { facts, week, monday, runs, carried } = situation;
  const { startDate, kit } = facts.programme;
  const input = {
    ...decided,
    week,
    monday,
    earliest: startDate,
    runs: [-7, 0, 7].flatMap((days) => runs.get(addDays(monday, days)) ?? []).map(toPlannedRun),
    sessions: [...carried.sessions, ...agreedNextWeek(situation)],
    settings: facts.settings,
    habit: carried.habit,
  };
  // Kit and exposures are what `doseOf` reads beside the input.
  return placementOf(JSON.stringify([input, kit, carried.exposures]), () =>
    placeWeek({
      ...input,
      doseOf: onceForEach((kind: SessionKind) => doseOf(askedThisWeek(situation, kind), carried)),
    }),
  );
}

function agreedNextWeek({ slots, monday, carried }: WeekSituation): readonly EarlierSession[] {
  return (slots.get(addDays(monday, 7)) ?? []).flatMap(({ agreed, move }) => {
    if (agreed === null) return [];
    const start = { date: move?.date ?? agreed.date, time: move?.startTime ?? agreed.startTime };
    return [earlierSession({ kind: agreed.kind, start }, doseOf(agreedSession(agreed.prescription), carried))];
  });
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
