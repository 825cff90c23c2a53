import type { LocalDate, Weekday } from "../calendar";
import type { RuleId } from "../placement/types";
import type { SessionKind, Slot } from "../programme/prescription";
import type { RunKind } from "../run";
import type { SessionState } from "./types";

/** One session in a coach's row. */
export interface SessionMark {
  readonly slot: Slot;
  readonly kind: SessionKind;
  readonly date: LocalDate;
  readonly status: SessionState["status"];
  /** 0–1. */
  readonly credit: number;
}

/** What a coach's list shows of one runner. */
export interface RunnerSummary {
  readonly startDate: LocalDate;
  /** Calendar week of the running block, from 1; 0 before the start. */
  readonly week: number;
  /** Where the programme stands, 1–12; 0 before the start. */
  readonly programmeWeek: number;
  /** The how-manieth run through the programme. */
  readonly block: number;
  readonly sessionsDone: number;
  readonly sessionsPlanned: number;
  /** A and C of the adherence rules, 0–1; null when nothing was required yet. */
  readonly adherence: number | null;
  readonly consistency: number | null;
  /** Twelve columns at most: those up to this week and some ahead. */
  readonly weeks: readonly {
    readonly week: number;
    readonly required: number;
    readonly credit: number;
    readonly marks: readonly SessionMark[];
  }[];
  /** This week, for the ribbon; hours are clock hours 0–24. */
  readonly ribbon: {
    readonly runs: readonly {
      readonly day: Weekday;
      readonly hour: number;
      readonly kind: RunKind;
      readonly done: boolean;
    }[];
    readonly sessions: readonly {
      readonly day: Weekday;
      readonly endHour: number;
      readonly kind: SessionKind;
      readonly status: SessionState["status"];
      /** The hard rule that a person's move broke. */
      readonly breaks: RuleId | null;
    }[];
  } | null;
  /** Solid runs against the runner's normal and the line on their days, oldest first; empty without the grant for run feel. */
  readonly feel: readonly { readonly date: LocalDate; readonly value: number; readonly trend: number | null }[];
  readonly lastLog: LocalDate | null;
}
