/** Why a session that was asked does not count. `rest` = the app itself asked for nothing. */
export type ExcuseReason = "illness" | "injury" | "travel" | "rest";

/** What one session means for adherence. */
export type SessionFacts =
  /** Not over yet: ahead, due or begun. */
  | { readonly status: "open" }
  /** Missed, or left out for a reason that is no excuse. */
  | { readonly status: "missed" }
  | { readonly status: "excused"; readonly reason: ExcuseReason }
  /** A session of the plan, or (`extra`) one beside it. */
  | {
      readonly status: "done" | "extra";
      /** 0–1. */
      readonly dose: number;
      readonly credit: number;
      /** Weighted sets asked, see `plannedWeight`. */
      readonly weight: number;
    };

/** One calendar week of a block. */
export interface WeekFacts {
  /** Sessions asked after any reduction, before excuses: 2, 1 or 0. */
  readonly asked: number;
  readonly sessions: readonly SessionFacts[];
  /** 1–12. */
  readonly programmeWeek: number;
  /** Weighted sets of this programme week's A and B as first written. */
  readonly originalWeight: number;
}

export interface WeekAdherence {
  /** Sessions asked, less the excused and those not over yet. */
  readonly required: number;
  /** Σ credit, extra sessions included, at most `required`. */
  readonly credit: number;
  /** A of the week, 0–1; null when nothing was required. */
  readonly adherence: number | null;
  /** True when none of its sessions is open any more. */
  readonly over: boolean;
  /** Dose of the week, 0–1: mean over the sessions of the plan; null when none is left. */
  readonly dose: number | null;
}

/** Adherence of one calendar week. */
export function weekAdherence({ asked, sessions }: Pick<WeekFacts, "asked" | "sessions">): WeekAdherence {
  const count = (status: SessionFacts["status"]) => sessions.filter((session) => session.status === status).length;
  const required = Math.max(0, asked - count("excused") - count("open"));
  const credit = sum(sessions.map((session) => ("credit" in session ? session.credit : 0)));
  const judged = count("done") + count("missed");
  const dose = sum(sessions.map((session) => (session.status === "done" ? session.dose : 0)));
  return {
    required,
    credit: Math.min(required, credit),
    adherence: required === 0 ? null : Math.min(1, credit / required),
    over: count("open") === 0,
    dose: judged === 0 ? null : dose / judged,
  };
}

/** Sum of numbers. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
