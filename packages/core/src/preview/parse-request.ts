import * as v from "valibot";
import { type ClockTime, type LocalDate, type Weekday, WEEKDAYS } from "../calendar";
import type { Kit } from "../exercise";
import { DEFAULT_SETTINGS, type PlacementSettings } from "../placement";
import { PROGRAMME_WEEKS } from "../programme";
import type { RunKind } from "../run";
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
}

export type ParsedPreviewRequest =
  | { readonly ok: true; readonly request: PreviewRequest }
  | { readonly ok: false; readonly problem: PreviewProblem };

/** Reads a request; the first thing wrong with it otherwise. Never throws. */
export function parsePreviewRequest(input: unknown): ParsedPreviewRequest {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return refuse(problem("notAnObject", ""));
  // Named, because a race that is silently passed over would put heavy legs before it.
  if ("race" in input) return refuse(problem("notBuiltYet", "race", { what: "race" }));
  // To the schema a list is an object without fields.
  if ("strength" in input && Array.isArray(input.strength))
    return refuse(problem("wrongType", "strength", { expected: "object" }));
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
  const { startTime, maxMinutes, lockedDays, restDay, twoADay } = body.strength ?? {};
  return {
    startDate: body.startDate as LocalDate,
    weeks: body.weeks ?? PROGRAMME_WEEKS,
    kit: body.kit,
    runs: body.runs.map(checkedRun).sort((one, other) => compare(orderOf(one), orderOf(other))),
    strength: {
      strengthTime: (startTime as ClockTime | undefined) ?? DEFAULT_SETTINGS.strengthTime,
      lockedDays: WEEKDAYS.filter((weekday) => lockedDays?.includes(weekday)),
      restDay: restDay ?? DEFAULT_SETTINGS.restDay,
      twoADay: twoADay ?? DEFAULT_SETTINGS.twoADay,
      maxMinutes: maxMinutes ?? DEFAULT_SETTINGS.maxMinutes,
    },
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
