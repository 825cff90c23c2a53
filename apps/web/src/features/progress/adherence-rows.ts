import { blockAdherence, GAP_FREE_DAYS, longestGapDays, planFacts, type ExcuseReason } from "@legwork/core/adherence";
import { addDays, daysBetween, weekdayOf, type LocalDate, type Weekday, WEEKDAYS } from "@legwork/core/calendar";
import type { Plan, PlanSession, PlanWeek } from "@legwork/core/plan";
import { type SessionKind, type Slot, SLOTS } from "@legwork/core/programme";
import { plateLetter, plateStateOf, type PlateState } from "@/drawing/plate-state";

/** One session as a mark in the picture. */
export interface SessionCell {
  readonly slot: Slot;
  readonly kind: SessionKind;
  readonly letter: string;
  readonly state: PlateState;
  /** 0–1; how far a part-done plate is filled. */
  readonly dose: number;
  /** When it was done, else where it stands. */
  readonly date: LocalDate;
}

export type CreditBar =
  | { readonly look: "ahead" }
  | { readonly look: "excused" }
  /** `credit` of `sessions`: those asked, less the excused. */
  | { readonly look: "bar"; readonly credit: number; readonly sessions: number };

export interface WeekColumn {
  /** Calendar week of the block, from 1. */
  readonly week: number;
  /** 1–12. */
  readonly programmeWeek: number;
  readonly monday: LocalDate;
  readonly reduced: boolean;
  readonly isNow: boolean;
  /** In the order of `slotRows`; null where the week has no such session. */
  readonly cells: readonly (SessionCell | null)[];
  readonly bar: CreditBar;
}

export interface AdherenceRows {
  readonly sessionsDone: number;
  /** Sessions that are over, excused ones included. */
  readonly sessionsPlanned: number;
  /** Whether the twelve weeks are over. */
  readonly isOver: boolean;
  /** Shares, 0–1; null while nothing was required. */
  readonly adherence: number | null;
  readonly dose: number | null;
  readonly keptWeeks: number;
  readonly requiredWeeks: number;
  readonly excused: readonly { readonly reason: ExcuseReason; readonly count: number }[];
  /** Nothing can be said of gaps in the first two weeks. */
  readonly gap: { readonly status: "tooEarly" | "none" } | { readonly status: "long"; readonly days: number };
  /** Rows of the picture, by the weekday on which the session usually stands. */
  readonly slotRows: readonly { readonly slot: Slot; readonly weekday: Weekday | null }[];
  readonly columns: readonly WeekColumn[];
  /** The next session that is still to do. */
  readonly next: SessionCell | null;
}

interface AdherenceOptions {
  /** Weighted sets of a programme week's A and B as first written. */
  readonly originalWeight: (programmeWeek: number) => number;
}

/** What the adherence picture draws and its sentences say. */
export function adherenceRows(plan: Plan, { originalWeight }: AdherenceOptions): AdherenceRows {
  const facts = planFacts(plan, { originalWeight });
  const block = blockAdherence(facts);
  const sessions = plan.weeks.flatMap((week) => week.sessions);
  const end = addDays(plan.weeks[0]?.monday ?? plan.startDate, plan.weeks.length * 7);
  const until = plan.today < end ? plan.today : end;
  const gap = longestGapDays({
    done: sessions.flatMap(({ state }) => ("credit" in state && state.credit > 0 ? [state.date] : [])),
    from: plan.startDate,
    until,
  });
  const slotRows = slotRowsOf(sessions);
  const open = sessions.filter(({ state }) => isOpen(state.status)).toSorted(byDate);
  return {
    sessionsDone: block.sessionsDone,
    sessionsPlanned: block.sessionsPlanned,
    isOver: plan.today >= end,
    adherence: block.adherence,
    dose: block.dose,
    keptWeeks: block.keptWeeks,
    requiredWeeks: block.requiredWeeks,
    excused: excusesOf(sessions),
    gap: gapOf(gap, daysBetween(plan.startDate, until)),
    slotRows,
    columns: plan.weeks.map((week, index) => {
      const adherence = block.weeks[index];
      return {
        week: week.week,
        programmeWeek: week.programmeWeek,
        monday: week.monday,
        reduced: week.reduced,
        isNow: index === plan.currentWeek,
        cells: slotRows.map(({ slot }) => cellOf(week, slot, plan.today)),
        bar: adherence === undefined ? { look: "ahead" } : barOf(week, adherence),
      };
    }),
    next: open[0] === undefined ? null : sessionCell(open[0], plan.today),
  };
}

function gapOf(longest: number, daysIn: number): AdherenceRows["gap"] {
  if (longest > GAP_FREE_DAYS) return { status: "long", days: longest };
  return { status: daysIn <= GAP_FREE_DAYS ? "tooEarly" : "none" };
}

function barOf({ sessions }: PlanWeek, { credit }: { credit: number }): CreditBar {
  const asked = sessions.filter(({ state }) => state.status !== "excused");
  if (sessions.length > 0 && asked.length === 0) return { look: "excused" };
  if (asked.every(({ state }) => isOpen(state.status))) return { look: "ahead" };
  return { look: "bar", credit, sessions: asked.length };
}

function cellOf(week: PlanWeek, slot: Slot, today: LocalDate): SessionCell | null {
  const session = week.sessions.find((each) => each.slot === slot);
  return session === undefined ? null : sessionCell(session, today, week.monday);
}

function sessionCell(session: PlanSession, today: LocalDate, monday: LocalDate = today): SessionCell {
  const { state } = session;
  const isDone = "dose" in state;
  return {
    slot: session.slot,
    kind: session.kind,
    letter: plateLetter(session.kind),
    // A week that has not begun is a dot: a dozen outlined plates would say nothing.
    state: isOpen(state.status) && monday > today ? "ahead" : plateStateOf(state.status),
    dose: isDone ? state.dose : 0,
    date: isDone ? state.date : session.date,
  };
}

function slotRowsOf(sessions: readonly PlanSession[]): AdherenceRows["slotRows"] {
  return SLOTS.map((slot) => ({ slot, weekday: usualWeekday(sessions.filter((session) => session.slot === slot)) }))
    .filter(({ slot }) => sessions.some((session) => session.slot === slot))
    .toSorted((one, other) => orderOf(one.weekday) - orderOf(other.weekday));
}

/** The day on which more than half of the sessions stand. */
function usualWeekday(sessions: readonly PlanSession[]): Weekday | null {
  const days = sessions.map(({ date }) => weekdayOf(date));
  return WEEKDAYS.find((weekday) => days.filter((day) => day === weekday).length * 2 > days.length) ?? null;
}

function orderOf(weekday: Weekday | null): number {
  return weekday === null ? WEEKDAYS.length : WEEKDAYS.indexOf(weekday);
}

function excusesOf(sessions: readonly PlanSession[]): AdherenceRows["excused"] {
  const reasons = sessions.flatMap(({ state }) => (state.status === "excused" ? [state.reason] : []));
  return [...new Set(reasons)].map((reason) => ({
    reason,
    count: reasons.filter((each) => each === reason).length,
  }));
}

function isOpen(status: PlanSession["state"]["status"]): boolean {
  return status === "ahead" || status === "due" || status === "started";
}

function byDate(one: PlanSession, other: PlanSession): number {
  return one.date < other.date ? -1 : Number(one.date > other.date);
}
