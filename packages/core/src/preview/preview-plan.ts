import { v5 as uuidV5 } from "uuid";
import { addDays, datesFrom, type LocalDate } from "../calendar";
import { firstMonday, placeWeeks, type PlacedSession, type Reason, type SessionDose } from "../placement";
import {
  isReducedWeek,
  legLoad,
  phaseOf,
  prescribe,
  sessionMinutes,
  type Phase,
  type Prescription,
  type SessionKind,
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
  readonly week: number;
  readonly phase: Phase;
  readonly reduced: boolean;
  readonly sessions: readonly PreviewSession[];
  readonly shortfall: readonly Reason[];
}

/** The answer as data: reasons instead of texts. */
export interface PreviewPlan {
  readonly weeks: readonly PreviewWeek[];
}

/** Namespace of the ids of previewed plans: any fixed UUID does. */
const PREVIEW_NAMESPACE = "5c2f7a0e-7d0c-4a43-9a53-8f8e0c1f4d11";
const DAYS_PER_WEEK = 7;

/** The weeks of strength around the requested runs. The same request gives the same plan, ids included. */
export function previewPlan(request: PreviewRequest): PreviewPlan {
  const first = firstMonday(request.startDate);
  const prescriptionOf = prescribeOnce(request);
  const requestId = uuidV5(JSON.stringify(request), PREVIEW_NAMESPACE);
  const placements = placeWeeks({
    weeks: Array.from({ length: request.weeks }, (_, index) => ({
      week: index + 1,
      monday: addDays(first, index * DAYS_PER_WEEK),
      fixed: [],
      skipped: [],
    })),
    earliest: request.startDate,
    runs: plannedRuns(request, first),
    sessions: [],
    settings: request.strength,
    habit: {},
    exposures: { A: 0, B: 0 },
    doseOf: ({ kind, week, exposures }) => doseOf(prescriptionOf(kind, week), exposures),
  });
  return {
    weeks: placements.map(({ week, sessions, shortfall }) => ({
      week,
      phase: phaseOf(week),
      reduced: isReducedWeek(week),
      sessions: sessions.map((session) => {
        const prescription = prescriptionOf(session.kind, week);
        const id = uuidV5(`${week}/${session.slot}`, requestId);
        return { ...session, id, kind: prescription.kind, prescription };
      }),
      shortfall,
    })),
  };
}

function prescribeOnce({ kit, strength }: PreviewRequest): (kind: SessionKind, week: number) => Prescription {
  const prescribed = new Map<string, Prescription>();
  return (kind, week) => {
    const key = `${kind}${week}`;
    const known = prescribed.get(key) ?? prescribe({ kind, week, kit, maxMinutes: strength.maxMinutes });
    prescribed.set(key, known);
    return known;
  };
}

function doseOf(prescription: Prescription, exposures: number): SessionDose {
  return { minutes: sessionMinutes(prescription), legLoad: legLoad(prescription, { exposures }) };
}

// The weeks before the first and after the last count too: a Sunday protects a Monday.
function plannedRuns({ runs, weeks }: PreviewRequest, first: LocalDate): readonly PlannedRun[] {
  const weekly = runs.flatMap((run, index) => weeklyRun(run, index));
  const dated = runs.flatMap((run, index) => datedRun(run, index));
  const mondays = datesFrom(addDays(first, -DAYS_PER_WEEK), (weeks + 2) * DAYS_PER_WEEK).filter(
    (_, index) => index % DAYS_PER_WEEK === 0,
  );
  return [...mondays.flatMap((monday) => runsOfWeek(weekly, monday)), ...dated];
}

function weeklyRun({ on, ...run }: PreviewRun, index: number): readonly WeeklyRun[] {
  return "day" in on ? [{ ...run, id: `run${index}`, day: on.day }] : [];
}

function datedRun({ on, ...run }: PreviewRun, index: number): readonly PlannedRun[] {
  return "date" in on ? [{ ...run, id: `run${index}`, date: on.date }] : [];
}
