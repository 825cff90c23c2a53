import { addDays } from "../calendar";
import {
  placeWeeks,
  type DoseAsk,
  type EarlierSession,
  type FixedSession,
  type PlacedSession,
  type RunWithEffort,
  type SessionDose,
  type Shortfall,
  type WeekPlacement,
  type WeeksInput,
} from "../placement";
import { SLOTS, type Prescription, type SessionKind, type Slot } from "../programme";
import { remember } from "../remember";
import type { SessionSetting } from "../adaptation";
import { agreedSession, askedSession, doseOf, exposuresOf, keyOf } from "./asked-session";
import { withSession, type Carried } from "./carried";
import { toPlannedRun } from "./plan-runs";
import { askAgreed, fixedSession, isAgreed, prescriptionOf, slotsNotAsked, type SlotFacts } from "./slot-facts";
import { injuredInWeek, settingAt, type WeekSituation } from "./week-situation";

/** A week's sessions with their places, and what was given up. */
export interface PlacedSlots {
  readonly sessions: readonly PlacedSession[];
  readonly shortfall: readonly Shortfall[];
}

/** The sessions of a week that is over. What was agreed or done stands and is not judged again; a week that nobody opened is placed now. */
export function placePastWeek(situation: WeekSituation): PlacedSlots {
  const slots = slotsIn(situation);
  const settled = fixedOf(situation, { slots, kindOf: (slot) => slot });
  if (settled.length + slotsNotAsked(slots).length === SLOTS.length) return standing(settled);
  return placeAhead([situation])[0] ?? { sessions: [], shortfall: [] };
}

/**
 * The weeks from now on, placed together: what was done, moved and agreed stands; the rules place the rest. A session moved before it
 * was agreed keeps the kind that the rules had given it.
 */
export function placeAhead(situations: readonly WeekSituation[]): readonly PlacedSlots[] {
  const withoutFree = situations.map((situation) => {
    const slots = slotsIn(situation).filter((each) => !isMovedFreely(each));
    return fixedOf(situation, { slots, kindOf: (slot) => slot });
  });
  const placed = placeTogether(situations, withoutFree);
  if (!situations.some((situation) => slotsIn(situation).some(isMovedFreely))) return placed;
  const withFree = situations.map((situation, index) => {
    const kindOf = (slot: Slot) => placed[index]?.sessions.find((each) => each.slot === slot)?.kind ?? slot;
    return fixedOf(situation, { slots: slotsIn(situation), kindOf });
  });
  return placeTogether(situations, withFree);
}

function slotsIn({ slots, monday }: WeekSituation): readonly SlotFacts[] {
  return slots.get(monday) ?? [];
}

function isMovedFreely(slot: SlotFacts): boolean {
  return slot.move !== null && prescriptionOf(slot) === null;
}

interface SlotsToFix {
  readonly slots: readonly SlotFacts[];
  readonly kindOf: (slot: Slot) => SessionKind;
}

function fixedOf({ facts, monday, carried }: WeekSituation, { slots, kindOf }: SlotsToFix): readonly FixedSession[] {
  const { strengthTime } = facts.settings;
  const dose = (prescription: Prescription) =>
    doseOf(agreedSession(prescription), { exposures: exposuresOf(prescription.kind, carried.exposures) });
  return slots.flatMap((each) => fixedSession(each, { monday, strengthTime, doseOf: dose, kindOf }) ?? []);
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

/** The plans of about forty runners. Our own choice: a tap on a set asks anew for weeks whose runs and sessions are the same. */
const placementsOf = remember<readonly WeekPlacement[]>(40);

function placeTogether(
  situations: readonly WeekSituation[],
  fixed: readonly (readonly FixedSession[])[],
): readonly WeekPlacement[] {
  const [first] = situations;
  if (first === undefined) return [];
  const input = weeksInput(situations, fixed, first);
  const { kit, maxMinutes } = first.facts.programme;
  const doseIn = dosesAsked(situations);
  // Kit, limit and what adaptation makes of each week are what `doseOf` reads beside the input.
  return placementsOf(JSON.stringify([input, kit, maxMinutes, doseIn.key]), () =>
    placeWeeks({ ...input, doseOf: doseIn.doseOf }),
  );
}

/** What the placement reads of the weeks, as one question. */
export function weeksInput(
  situations: readonly WeekSituation[],
  fixed: readonly (readonly FixedSession[])[],
  first: WeekSituation,
): Omit<WeeksInput, "doseOf"> {
  const { facts } = first;
  const { exposures, habit, sessions, lastLegs, returning, turns } = withExtrasOfWeek(first);
  return {
    weeks: situations.map((situation, index) => {
      const { asked, monday } = situation;
      const slots = slotsIn(situation);
      return {
        week: asked.week,
        monday,
        ...(isAgreed(slots) ? { ask: askAgreed(slots) } : { ask: asked.ask }),
        ...(asked.askedBy === null ? {} : { askedBy: asked.askedBy }),
        fixed: fixed[index] ?? [],
        skipped: slotsNotAsked(slots),
        ...stepsIn(situation),
        ...(asked.spike === null ? {} : { holdSteps: true }),
      };
    }),
    earliest: facts.programme.startDate,
    runs: runsAround(situations, first),
    timeOff: facts.timeOff,
    sessions: [...sessions, ...first.extras, ...agreedAfter(situations)],
    settings: facts.settings,
    habit,
    exposures,
    lastLegs,
    returning,
    turns,
  };
}

/** Minutes and leg load as the weeks ask them, for the placement; `key` is one text for equal answers. */
export function dosesAsked(situations: readonly WeekSituation[]): {
  readonly key: string;
  readonly doseOf: (ask: DoseAsk) => SessionDose;
} {
  // Of two weeks on one programme week the first decides: returns and ramps are there.
  const byWeek = new Map<number, Readonly<Record<DoseAsk["kit"], SessionSetting>>>();
  for (const situation of situations) {
    if (byWeek.has(situation.asked.week)) continue;
    const injured = injuredInWeek(situation);
    byWeek.set(situation.asked.week, {
      own: settingAt(situation, {}, injured),
      none: settingAt(situation, { kit: "none" }, injured),
    });
  }
  const [first] = situations;
  const { kit = "none", maxMinutes = null } = first?.facts.programme ?? {};
  return {
    key: [...byWeek].map(([week, { own }]) => `${week} ${keyOf(own)}`).join(),
    doseOf: (ask) => {
      const setting = byWeek.get(ask.week)?.[ask.kit] ?? NO_SETTING;
      const { kind, week, turn, exposures, returning, newRung } = ask;
      return doseOf(askedSession({ kind, week, kit: ask.kit === "none" ? "none" : kit, maxMinutes, turn, setting }), {
        exposures,
        returning,
        ...(newRung ? { newRungs: setting.newRungs } : {}),
      });
    },
  };
}

const NO_SETTING: SessionSetting = { rungs: {}, newRungs: [], adapted: { exercises: {}, spring: "all" } };

// New rungs that adaptation chose and that were not tried yet wait from the first week on.
function stepsIn({ adapted }: WeekSituation): { readonly steps?: readonly Slot[] } {
  if (adapted.ordinal > 0) return {};
  const waiting = Object.entries(adapted.state.ladders).flatMap(([pattern, ladder]) =>
    ladder.before === null ? [] : [pattern],
  );
  const steps = SLOTS.filter((slot) => PATTERNS_IN[slot].some((pattern) => waiting.includes(pattern)));
  return steps.length === 0 ? {} : { steps };
}

const PATTERNS_IN: Readonly<Record<Slot, readonly string[]>> = {
  A: ["P2", "P3", "P5", "P6F", "P6S", "P8"],
  B: ["P1", "P4", "P5", "P6F", "P7", "U2"],
};

// What was done beside the plan in the first week, up to today, makes its sessions less new.
function withExtrasOfWeek({ carried, extras, monday }: WeekSituation): Carried {
  return extras.filter(({ start }) => start.date >= monday).reduce(withSession, carried);
}

function runsAround(
  situations: readonly WeekSituation[],
  { runs, monday, facts }: WeekSituation,
): readonly RunWithEffort[] {
  const mondays = Array.from({ length: situations.length + 2 }, (_, index) => addDays(monday, 7 * (index - 1)));
  const near = mondays.flatMap((each) => runs.get(each) ?? []).map(toPlannedRun);
  const known = new Set(near.map(({ id }) => id));
  return [...near, ...facts.races.filter(({ id }) => !known.has(id))];
}

// What is agreed for the week after the last: only a week that nobody opened has one.
function agreedAfter(situations: readonly WeekSituation[]): readonly EarlierSession[] {
  const last = situations.at(-1);
  if (last === undefined) return [];
  const { slots, monday, carried } = last;
  return (slots.get(addDays(monday, 7)) ?? []).flatMap(({ agreed, move }) => {
    if (agreed === null) return [];
    const start = { date: move?.date ?? agreed.date, time: move?.startTime ?? agreed.startTime };
    const history = { exposures: exposuresOf(agreed.kind, carried.exposures) };
    return [{ kind: agreed.kind, start, legLoad: doseOf(agreedSession(agreed.prescription), history).legLoad }];
  });
}
