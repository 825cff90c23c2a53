import { SLOTS, type Slot } from "../programme/prescription";
import { judgePair, type Finding } from "./findings";
import {
  quietDays,
  takesLastQuietDay,
  type Ask,
  type Candidate,
  type Judged,
  type QuietDays,
  type Solution,
} from "./solve";
import type { Reason } from "./types";
import type { WeekFacts } from "./week-facts";

/** What the week gave up, and the rule that forced it: that of the full week that comes nearest to being allowed. */
export function explainShortfall(best: Solution, ask: Ask, facts: WeekFacts, judged: Judged): readonly Reason[] {
  const givenUp = SLOTS.filter((slot) => !ask.given[slot] && !ask.skipped.includes(slot) && best.way[slot] !== slot);
  if (givenUp.length === 0) return [];
  const full = nearestFullWeek(ask, facts, judged);
  return givenUp.map((slot) => {
    const forced = forcingReason(slot, full, facts);
    const instead = best.way[slot];
    return {
      ...forced,
      because: forced.code,
      code: instead === null ? "leftOut" : "madeSmaller",
      session: { kind: slot, date: null },
      instead,
    };
  });
}

interface FullWeek {
  readonly A: Candidate | null;
  readonly B: Candidate | null;
  readonly findings: readonly Finding[];
  readonly broken: number;
  readonly points: number;
}

function nearestFullWeek(ask: Ask, facts: WeekFacts, judged: Judged): FullWeek {
  const quiet = quietDays(ask, facts);
  let nearest: FullWeek = { A: null, B: null, findings: [], broken: Infinity, points: Infinity };
  for (const A of candidatesOf("A", ask, judged))
    for (const B of candidatesOf("B", ask, judged)) {
      const week = fullWeek(A, B, quiet, facts);
      if (week.broken < nearest.broken || (week.broken === nearest.broken && week.points < nearest.points))
        nearest = week;
    }
  return nearest;
}

function candidatesOf(slot: Slot, ask: Ask, judged: Judged): readonly (Candidate | null)[] {
  if (ask.given[slot]) return [ask.given[slot]];
  return ask.skipped.includes(slot) ? [null] : judged(slot, slot);
}

function fullWeek(A: Candidate | null, B: Candidate | null, quiet: QuietDays | null, facts: WeekFacts): FullWeek {
  const pair = A && B && judgePair(A.place, B.place);
  const week = takesLastQuietDay(quiet, A, B) ? [noQuietDay(facts)] : [];
  const own = [A, B].flatMap((candidate) => (candidate && !candidate.given ? candidate.findings : []));
  const findings = [...own, ...(pair ? [pair] : []), ...week];
  return {
    A,
    B,
    findings: [...(pair ? [pair] : []), ...week],
    broken: findings.filter((finding) => finding.hard).length,
    points: findings.reduce((sum, finding) => sum + finding.penalty, 0),
  };
}

// A broken rule of the session itself, then one between the two, then one of the other session, then the dearest soft rule.
function forcingReason(slot: Slot, full: FullWeek, facts: WeekFacts): Reason {
  const own = full[slot]?.findings ?? [];
  const others = full[slot === "A" ? "B" : "A"]?.findings ?? [];
  const inOrder = [...own, ...full.findings, ...others];
  const broken = inOrder.find((finding) => finding.hard);
  const dearest = inOrder.reduce<Finding | null>(
    (top, each) => (each.penalty > (top?.penalty ?? 0) ? each : top),
    null,
  );
  return (broken ?? dearest ?? noQuietDay(facts)).reason;
}

function noQuietDay(facts: WeekFacts): Finding {
  return { hard: true, penalty: 0, reason: { rule: "C15", code: "noQuietDay", date: facts.monday } };
}
