import { v5 as uuidV5 } from "uuid";
import { addDays, daysBetween, type LocalDate } from "../calendar";
import {
  askWeeks,
  firstMonday,
  isNothingNewDay,
  placeWeeks,
  type AskedWeek,
  type DoseAsk,
  type PlacedSession,
  type Reason,
  type SessionDose,
  type Shortfall,
  type VolumeWeek,
  type WeekAsk,
} from "../placement";
import {
  isReducedWeek,
  legLoad,
  phaseOf,
  prescribe,
  PROGRAMME_WEEKS,
  sessionMinutes,
  type Phase,
  type PrescribeInput,
  type Prescription,
} from "../programme";
import { runsOfWeek, type PlannedRun, type WeeklyRun } from "../run";
import type { PreviewRequest, PreviewRun } from "./parse-request";

/** A placed session of the preview. `kind` is what its prescription became within the runner's minutes. */
export interface PreviewSession extends PlacedSession {
  /** UUIDv5 over the canonical request, the week and the slot. */
  readonly id: string;
  readonly prescription: Prescription;
}

export interface PreviewWeek {
  /** Calendar week, 1–12. */
  readonly week: number;
  readonly monday: LocalDate;
  /** Programme week whose sessions are asked for. */
  readonly programmeWeek: number;
  readonly phase: Phase;
  readonly reduced: boolean;
  readonly ask: WeekAsk;
  /** Why the week asks for less, and what else is to be known of it. */
  readonly notices: readonly Reason[];
  readonly volume: AskedWeek["volume"];
  readonly sessions: readonly PreviewSession[];
  readonly shortfall: readonly Shortfall[];
  /** Penalties and what was given up. */
  readonly sum: number;
}

/** The answer as data: reasons instead of texts. */
export interface PreviewPlan {
  readonly weeks: readonly PreviewWeek[];
}

/** Namespace of the ids of previewed plans: any fixed UUID does. */
const PREVIEW_NAMESPACE = "5c2f7a0e-7d0c-4a43-9a53-8f8e0c1f4d11";
const DAYS_PER_WEEK = 7;

/**
 * The weeks of strength around the requested runs. All twelve weeks are placed, for they hang together; the asked ones are answered.
 * The same request gives the same plan, ids included.
 */
export function previewPlan(request: PreviewRequest): PreviewPlan {
  const first = firstMonday(request.startDate);
  const mondays = Array.from({ length: PROGRAMME_WEEKS }, (_, index) => addDays(first, index * DAYS_PER_WEEK));
  const runs = plannedRuns(request, first);
  const { timeOff, peaks } = request;
  const asked = askWeeks({ mondays, firstWeek: 1, runs, timeOff, peaks, history: historyOf(request, first) });
  const prescribeFor = prescribeOnce(request);
  const placements = placeWeeks({
    weeks: asked.map(({ week, monday, ask, askedBy, spike }) => ({
      week,
      monday,
      ask,
      ...(askedBy === null ? {} : { askedBy }),
      ...(spike === null ? {} : { holdSteps: true }),
      fixed: [],
      skipped: [],
    })),
    earliest: request.startDate,
    runs,
    timeOff,
    sessions: [],
    settings: request.strength,
    habit: {},
    exposures: { A: 0, B: 0 },
    doseOf: (ask) => doseOf(prescribeFor({ ...ask, noNordics: false }), ask),
  });
  const requestId = uuidV5(JSON.stringify(request), PREVIEW_NAMESPACE);
  const sessionOf = (session: PlacedSession, index: number, programmeWeek: number): PreviewSession => {
    const noNordics = isBeforeRace(session.date, request.races);
    const { kind, turn = 1, kit = "own", slot } = session;
    const prescription = prescribeFor({ kind, week: programmeWeek, turn, kit, noNordics });
    return { ...session, id: uuidV5(`${index + 1}/${slot}`, requestId), kind: prescription.kind, prescription };
  };
  return {
    weeks: asked.slice(0, request.weeks).flatMap((each, index) => {
      const placement = placements[index];
      if (placement === undefined) return [];
      const sessions = placement.sessions.map((session) => sessionOf(session, index, each.week));
      return [{ ...weekOf(each, index), sessions, shortfall: placement.shortfall, sum: placement.sum }];
    }),
  };
}

function weekOf({ monday, week, ask, askedBy, spike, volume }: AskedWeek, index: number) {
  return {
    week: index + 1,
    monday,
    programmeWeek: week,
    phase: phaseOf(week),
    reduced: isReducedWeek(week),
    ask,
    notices: [...(askedBy === null ? [] : [askedBy]), ...(spike === null ? [] : [spikeNotice(spike)])],
    volume,
  };
}

type Ask = Pick<DoseAsk, "kind" | "week" | "turn" | "kit"> & Pick<PrescribeInput, "noNordics">;

function prescribeOnce({ kit, strength }: PreviewRequest): (ask: Ask) => Prescription {
  const prescribed = new Map<string, Prescription>();
  return ({ kind, week, turn, kit: taken, noNordics = false }) => {
    const key = `${kind}${week}/${turn}${taken}${noNordics}`;
    const known =
      prescribed.get(key) ??
      prescribe({
        kind,
        week,
        turn,
        noNordics,
        kit: taken === "none" ? "none" : kit,
        maxMinutes: strength.maxMinutes,
      });
    prescribed.set(key, known);
    return known;
  };
}

function doseOf(prescription: Prescription, { exposures, returning }: DoseAsk): SessionDose {
  return { minutes: sessionMinutes(prescription), legLoad: legLoad(prescription, { exposures, returning }) };
}

function isBeforeRace(date: LocalDate, races: readonly PlannedRun[]): boolean {
  return races.some((race) => race.goal !== undefined && isNothingNewDay(daysBetween(date, race.date), race.goal));
}

function spikeNotice({ run, longest }: NonNullable<AskedWeek["spike"]>): Reason {
  const { id, kind, date, minutes } = run;
  return { rule: "C16", code: "longRunJump", found: minutes, needed: longest, run: { id, kind, date } };
}

// The weeks before the first and after the last count too: a Sunday protects a Monday. On the day of a race the weekly runs make way.
function plannedRuns({ runs, races }: PreviewRequest, first: LocalDate): readonly PlannedRun[] {
  const weekly = runs.flatMap((run, index) => weeklyRun(run, index));
  const dated = runs.flatMap((run, index) => datedRun(run, index));
  const raceDays = new Set(races.map(({ date }) => date));
  const mondays = Array.from({ length: PROGRAMME_WEEKS + 2 }, (_, index) =>
    addDays(first, DAYS_PER_WEEK * (index - 1)),
  );
  const repeated = mondays.flatMap((monday) => runsOfWeek(weekly, monday)).filter(({ date }) => !raceDays.has(date));
  return [...repeated, ...dated, ...races];
}

/** The weeks that were given as minutes, the last one before the first Monday. */
function historyOf({ lastWeeks }: PreviewRequest, first: LocalDate): readonly VolumeWeek[] {
  return lastWeeks.map((minutes, index) => ({
    monday: addDays(first, DAYS_PER_WEEK * (index - lastWeeks.length)),
    minutes,
    hardRuns: 0,
    load: null,
    isIll: false,
    hasRace: false,
  }));
}

function weeklyRun({ on, ...run }: PreviewRun, index: number): readonly WeeklyRun[] {
  return "day" in on ? [{ ...run, id: `run${index}`, day: on.day }] : [];
}

function datedRun({ on, ...run }: PreviewRun, index: number): readonly PlannedRun[] {
  return "date" in on ? [{ ...run, id: `run${index}`, date: on.date }] : [];
}
