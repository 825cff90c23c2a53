import type { LocalDate, Moment } from "../calendar";
import { replan, type PlanChange, type PlannedSession, type Reason } from "../placement";
import { exposureFamily, type Slot } from "../programme";
import { pastAndAheadOf, planFrom, type PlanInput } from "./derive-plan";
import { dosesAsked, weeksInput } from "./place-slots";
import { readRunner } from "./runner-facts";
import type { PlanSession, PlanWeek } from "./types";

export interface ProposeInput extends Omit<PlanInput, "weeks" | "today"> {
  /** The runner's own day and clock. */
  readonly now: Moment;
}

/** A session of the running week that had better stand elsewhere. */
export interface ProposedMove extends PlanChange {
  readonly from: NonNullable<PlanChange["from"]>;
  readonly to: NonNullable<PlanChange["to"]>;
  /** Why the new place fits, and what it costs. */
  readonly why: readonly Reason[];
}

/**
 * What to move in the running week when runs, time off or a missed session have changed the ground under what was agreed: the fewest
 * sessions, each with its reason. Weeks ahead need no proposal, they are worked out anew. Empty when all can stay, before the week is
 * agreed, or when moving alone does not help.
 */
export function proposeMoves({ runner, records, now }: ProposeInput): readonly ProposedMove[] {
  const facts = readRunner(runner, records);
  if (facts === null) return [];
  const { past, ahead } = pastAndAheadOf(facts, now.date);
  const [situation] = ahead;
  const week = planFrom(facts, { today: now.date, weeks: past.length + 1 }).weeks[past.length];
  if (!situation || !week || situation.monday > now.date || week.toAgree.length > 0) return [];
  const { changes, weeks } = replan({
    weeks: { ...weeksInput([situation], [[]], situation), doseOf: dosesAsked([situation]).doseOf },
    standing: week.sessions.map((session) => asPlanned(session, week.monday, now.date)),
    now,
    lastDone: { A: lastDone(past, "A"), B: lastDone(past, "B") },
  });
  const whyOf = (slot: Slot) => weeks[0]?.sessions.find((session) => session.slot === slot)?.why ?? [];
  const moves = changes.flatMap((change) => asMove(change, whyOf(change.slot)));
  return moves.length === changes.length ? moves : [];
}

// What a session was agreed as is not rewritten: one that would have to change its kind is no move.
function asMove({ from, to, ...change }: PlanChange, why: readonly Reason[]): readonly ProposedMove[] {
  return from && to && from.kind === to.kind ? [{ ...change, from, to, why }] : [];
}

function asPlanned(session: PlanSession, monday: LocalDate, today: LocalDate): PlannedSession {
  const { slot, kind, date, startTime, minutes, legLoad, movedByHand } = session;
  const state = stateOf(session, today);
  return {
    monday,
    slot,
    kind,
    date,
    startTime,
    state,
    byHand: movedByHand && state === "planned",
    dose: { minutes, legLoad },
  };
}

function stateOf({ state, date }: PlanSession, today: LocalDate): PlannedSession["state"] {
  if (state.status === "started") return "started";
  if (state.status === "skipped" || state.status === "excused") return "leftOut";
  if (state.status === "due" || state.status === "ahead") return date < today ? "missed" : "planned";
  return "done";
}

function lastDone(weeks: readonly PlanWeek[], slot: Slot): LocalDate | null {
  const dates = weeks.flatMap(({ sessions }) =>
    sessions.flatMap(({ kind, state }) => ("date" in state && exposureFamily(kind) === slot ? [state.date] : [])),
  );
  return dates.toSorted().at(-1) ?? null;
}
