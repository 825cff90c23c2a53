import { daysBetween, type LocalDate } from "@legwork/core/calendar";
import type { RunnerSummary } from "@legwork/core/plan";
import type { RunnerId } from "@legwork/core/record";
import { TREND_RUNS_MIN, trendWord, type TrendWord } from "@legwork/core/run-feel";
import type { SquadRow } from "@legwork/core/wire";

/** One of the twelve bars. `filled` 0–1 of what the week asked. */
export type WeekBar =
  | { readonly look: "ahead" }
  | { readonly look: "excused" }
  | { readonly look: "missed" }
  | { readonly look: "bar"; readonly filled: number };

export type FeelSpark =
  | { readonly look: "none" }
  /** Too few runs for a line. */
  | { readonly look: "dots"; readonly values: readonly number[]; readonly runs: number; readonly needed: number }
  | { readonly look: "line"; readonly values: readonly number[]; readonly word: TrendWord };

/** A runner who has a programme. */
export interface CoachRow {
  readonly runner: RunnerId;
  readonly name: string;
  readonly today: LocalDate;
  readonly summary: RunnerSummary | null;
  readonly bars: readonly WeekBar[];
  readonly feel: FeelSpark;
  /** Days since anything was logged; null when nothing was. */
  readonly daysSinceLog: number | null;
}

export const SORTS = ["quiet", "adherence", "feel", "name"] as const;
export type Sort = (typeof SORTS)[number];

export function coachRow({ runner, name, today, summary }: SquadRow): CoachRow {
  return {
    runner,
    name,
    today,
    summary,
    bars: summary === null ? [] : summary.weeks.map(barOf),
    feel: summary === null ? { look: "none" } : feelSpark(summary),
    daysSinceLog: summary?.lastLog ? Math.max(0, daysBetween(summary.lastLog, today)) : null,
  };
}

/** The rows whose name holds the text, in the order asked; runners without a programme stand last. */
export function arrangeRows(
  rows: readonly CoachRow[],
  { find, sort }: { readonly find: string; readonly sort: Sort },
): readonly CoachRow[] {
  const wanted = plain(find);
  const keyed = rows
    .filter((row) => plain(row.name).includes(wanted))
    .map((row) => ({ row, key: sortKey(row, sort), name: plain(row.name) }));
  return keyed
    .toSorted((one, other) => one.key - other.key || (one.name < other.name ? -1 : Number(one.name > other.name)))
    .map(({ row }) => row);
}

export function parseSort(text: string | null): Sort {
  return SORTS.find((sort) => sort === text) ?? "quiet";
}

/** Lower stands higher. */
function sortKey(row: CoachRow, sort: Sort): number {
  if (sort === "name") return 0;
  if (row.summary === null) return Number.POSITIVE_INFINITY;
  switch (sort) {
    case "quiet":
      return -(row.daysSinceLog ?? daysInProgramme(row));
    case "adherence":
      return row.summary.adherence ?? 1.01;
    default:
      return row.feel.look === "line" ? (row.feel.values.at(-1) ?? 5) : 6;
  }
}

function daysInProgramme({ summary, today }: CoachRow): number {
  return summary === null ? 0 : Math.max(0, daysBetween(summary.startDate, today));
}

function barOf({ marks, credit }: RunnerSummary["weeks"][number]): WeekBar {
  const asked = marks.filter(({ status }) => status !== "excused");
  if (marks.length > 0 && asked.length === 0) return { look: "excused" };
  if (credit > 0) return { look: "bar", filled: Math.min(1, credit / asked.length) };
  const isOpen = asked.some(({ status }) => status === "ahead" || status === "due" || status === "started");
  return asked.length === 0 || isOpen ? { look: "ahead" } : { look: "missed" };
}

function feelSpark({ feel, week }: RunnerSummary): FeelSpark {
  const trend = feel.flatMap((dot) => (dot.trend === null ? [] : [dot.trend]));
  const last = trend.at(-1);
  if (last !== undefined) return { look: "line", values: trend, word: trendWord(last, week) };
  if (feel.length === 0) return { look: "none" };
  return { look: "dots", values: feel.map(({ value }) => value), runs: feel.length, needed: TREND_RUNS_MIN };
}

/** Without accents and capitals, so that "lucia" finds Lucía. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .trim();
}
