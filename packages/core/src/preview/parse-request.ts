import * as v from "valibot";
import { type ClockTime, type LocalDate, type Weekday, WEEKDAYS } from "../calendar";
import type { Kit } from "../exercise";
import { DEFAULT_SETTINGS, type PlacementSettings, type TimeOff } from "../placement";
import { PROGRAMME_WEEKS } from "../programme";
import type { PlannedRun, RaceDistance, RunKind } from "../run";
import { findContradiction } from "./contradictions";
import { problem, problemOfIssue, type PreviewProblem } from "./problem";
import { PreviewRequestSchema, type PreviewRequestBody } from "./request";

/** A run of a checked request: weekly on `day`, or once on `date`. */
export interface PreviewRun {
  readonly on: { readonly day: Weekday } | { readonly date: LocalDate };
  readonly startTime: ClockTime | null;
  readonly kind: RunKind;
  readonly minutes: number;
  readonly km: number | null;
}

/** A checked request, every default filled in and the runs in one order: equal requests are equal data. */
export interface PreviewRequest {
  readonly startDate: LocalDate;
  readonly weeks: number;
  readonly kit: Kit;
  readonly runs: readonly PreviewRun[];
  readonly strength: PlacementSettings;
  readonly races: readonly PlannedRun[];
  readonly timeOff: readonly TimeOff[];
  /** Minutes of running in the weeks before the first, oldest first. */
  readonly lastWeeks: readonly number[];
  readonly peaks: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
}

export type ParsedPreviewRequest =
  | { readonly ok: true; readonly request: PreviewRequest }
  | { readonly ok: false; readonly problem: PreviewProblem };

/** Reads a request; the first thing wrong with it otherwise. Never throws. */
export function parsePreviewRequest(input: unknown): ParsedPreviewRequest {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return refuse(problem("notAnObject", ""));
  // To the schema a list is an object without fields.
  for (const field of ["strength", "volume"])
    if (Array.isArray((input as Readonly<Record<string, unknown>>)[field]))
      return refuse(problem("wrongType", field, { expected: "object" }));
  const parsed = v.safeParse(PreviewRequestSchema, input, { abortEarly: true });
  if (!parsed.success) return refuse(problemOfIssue(parsed.issues[0]));
  const contradiction = findContradiction(parsed.output);
  return contradiction ? refuse(contradiction) : { ok: true, request: checkedRequest(parsed.output) };
}

function refuse(found: PreviewProblem): ParsedPreviewRequest {
  return { ok: false, problem: found };
}

// Dates and clock times were checked by the schema and by findContradiction.
function checkedRequest(body: PreviewRequestBody): PreviewRequest {
  const { races = [], timeOff = [], volume = {} } = body;
  return {
    startDate: body.startDate as LocalDate,
    weeks: body.weeks ?? PROGRAMME_WEEKS,
    kit: body.kit,
    runs: body.runs.map(checkedRun).sort((one, other) => compare(orderOf(one), orderOf(other))),
    strength: checkedSettings(body.strength ?? {}),
    races: races.map(checkedRace).sort((one, other) => compare(one.date, other.date)),
    timeOff: timeOff
      .map(({ from, to, reason, sessions = "none" }) => ({
        from: from as LocalDate,
        to: to as LocalDate,
        reason,
        sessions,
      }))
      .sort((one, other) => compare(JSON.stringify(one), JSON.stringify(other))),
    lastWeeks: volume.lastWeeks ?? [],
    peaks: (volume.peaks ?? []).map(({ from, to }) => ({ from: from as LocalDate, to: to as LocalDate })),
  };
}

function checkedSettings({
  startTime,
  otherTime,
  lockedDays,
  minutesOn,
  ...rest
}: NonNullable<PreviewRequestBody["strength"]>): PlacementSettings {
  return {
    strengthTime: (startTime as ClockTime | undefined) ?? DEFAULT_SETTINGS.strengthTime,
    otherTime: (otherTime as ClockTime | undefined) ?? DEFAULT_SETTINGS.otherTime,
    lockedDays: WEEKDAYS.filter((weekday) => lockedDays?.includes(weekday)),
    restDay: rest.restDay ?? DEFAULT_SETTINGS.restDay,
    twoADay: rest.twoADay ?? DEFAULT_SETTINGS.twoADay,
    maxMinutes: rest.maxMinutes ?? DEFAULT_SETTINGS.maxMinutes,
    minutesOn: Object.fromEntries(
      WEEKDAYS.flatMap((weekday) => {
        const minutes = minutesOn?.[weekday];
        return minutes === undefined ? [] : [[weekday, minutes]];
      }),
    ),
    keyRunHours: rest.keyRunHours ?? DEFAULT_SETTINGS.keyRunHours,
    longRunIsKey: rest.longRunIsKey ?? DEFAULT_SETTINGS.longRunIsKey,
    restDayPenalty: rest.restDayPenalty ?? DEFAULT_SETTINGS.restDayPenalty,
  };
}

/** Minutes of a race that come without them. Our own choice: a runner in the middle of the field. */
const RACE_MINUTES: Readonly<Record<RaceDistance, number>> = { short: 60, half: 120, marathon: 240, ultra: 480 };

function checkedRace({
  date,
  distance,
  startTime,
  minutes,
}: NonNullable<PreviewRequestBody["races"]>[number]): PlannedRun {
  return {
    id: `race@${date}`,
    date: date as LocalDate,
    startTime: (startTime as ClockTime | undefined) ?? null,
    kind: "race",
    minutes: minutes ?? RACE_MINUTES[distance],
    km: null,
    goal: distance,
  };
}

function checkedRun({ day, date, startTime, kind, minutes, km }: PreviewRequestBody["runs"][number]): PreviewRun {
  return {
    on: day === undefined ? { date: date as LocalDate } : { day },
    startTime: (startTime as ClockTime | undefined) ?? null,
    kind,
    minutes,
    km: km ?? null,
  };
}

function orderOf(run: PreviewRun): string {
  const when = "day" in run.on ? String(WEEKDAYS.indexOf(run.on.day)) : run.on.date;
  return JSON.stringify([when, run.startTime ?? "", run.kind, run.minutes, run.km]);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
