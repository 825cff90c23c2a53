import { SLOTS, type SessionKind, type Slot } from "../programme/prescription";
import type { Candidate, Variant } from "./candidates";
import { pairPenalty } from "./configurations";
import type { Finding } from "./finding";
import { findFreeing } from "./find-freeing";
import type { Board, FilledWeek } from "./search";
import { judgeStanding, type Judgement } from "./standing";
import type { Reason, Shortfall } from "./types";
import { askedKind } from "./ways";

/** What the shortfall of a week is explained from. */
export interface ShortfallContext {
  readonly board: Board;
  /** The sessions of the week before and of the week after. */
  readonly neighbours: readonly Candidate[];
}

/**
 * What the week gave up; the rule that forced it: that of the full week that comes nearest to being allowed; and the one change that
 * would free a place.
 */
export function explainShortfall(week: FilledWeek, context: ShortfallContext): readonly Shortfall[] {
  const { board, filled } = week;
  const open = SLOTS.filter((slot) => !board.fixed[slot] && !board.toPlace.skipped.includes(slot));
  const givenUp = open.flatMap((slot) => {
    const asked = askedKind(board.ask, slot);
    return asked === null || filled.way[slot] === asked ? [] : [{ slot, asked }];
  });
  if (givenUp.length === 0) return [];
  const full = nearestFullWeek(week, context);
  const freeing = findFreeing(week, { ...context, reasons: givenUp.map(({ slot }) => forcingReason(slot, full)) });
  return givenUp.map(({ slot, asked }) => ({
    slot,
    asked,
    instead: filled.way[slot],
    reason: forcingReason(slot, full),
    freeing,
  }));
}

interface FullWeek {
  readonly A: Judgement | null;
  readonly B: Judgement | null;
  readonly broken: number;
  readonly points: number;
}

// Every pair of places for the sessions as asked: the fewest broken rules, then the fewest points.
function nearestFullWeek(week: FilledWeek, context: ShortfallContext): FullWeek {
  let nearest: FullWeek = { A: null, B: null, broken: Infinity, points: Infinity };
  for (const A of placesAsked("A", week, context))
    for (const B of placesAsked("B", week, context)) {
      const full = fullWeek(A, B, week, context);
      if (full.broken < nearest.broken || (full.broken === nearest.broken && full.points < nearest.points))
        nearest = full;
    }
  return nearest;
}

function placesAsked(slot: Slot, week: FilledWeek, { board }: ShortfallContext): readonly (Candidate | null)[] {
  const { toPlace, ask, fixed, index } = week.board;
  if (fixed[slot]) return [week.filled[slot]];
  const kind: SessionKind | null = toPlace.skipped.includes(slot) ? null : askedKind(ask, slot);
  return kind === null ? [null] : board.candidates.free(index, slot, kind, plainVariant(slot, week));
}

function plainVariant(slot: Slot, { border, filled }: FilledWeek): Variant {
  const exposures = slot === "A" ? border.exposuresA : border.exposuresB;
  const returning = (slot === "A" ? filled.variantA : filled.variantB)?.returning ?? 1;
  return { exposures, returning, step: "none", newRung: false, turn: border.turn };
}

function fullWeek(
  A: Candidate | null,
  B: Candidate | null,
  { board }: FilledWeek,
  context: ShortfallContext,
): FullWeek {
  const standing = { board, facts: context.board.facts, neighbours: context.neighbours };
  const judgedA = A && judgeStanding(A, { ...standing, other: B });
  const judgedB = B && judgeStanding(B, { ...standing, other: A });
  const own = [judgedA, judgedB].flatMap((each) => (each && !each.candidate.given ? [each] : []));
  const broken = own.reduce((sum, { findings }) => sum + findings.filter(({ hard }) => hard).length, 0);
  // What the two say of each other is in both.
  const points = own.reduce((sum, each) => sum + each.points, 0) - (own.length === 2 ? pairPenalty(A, B) : 0);
  return { A: judgedA, B: judgedB, broken, points };
}

// A broken rule of the session itself, then one of the other session, then the dearest soft rule.
function forcingReason(slot: Slot, full: FullWeek): Reason {
  const own = full[slot]?.findings ?? [];
  const others = full[slot === "A" ? "B" : "A"]?.findings ?? [];
  const inOrder: readonly Finding[] = [...own, ...others];
  const broken = inOrder.find(({ hard }) => hard);
  const dearest = inOrder.reduce<Finding | null>(
    (top, each) => (each.penalty > (top?.penalty ?? 0) ? each : top),
    null,
  );
  return (broken ?? dearest)?.reason ?? { rule: "givenUp", code: "noPlace" };
}
