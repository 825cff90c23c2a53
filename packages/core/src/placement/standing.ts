import type { Candidate } from "./candidates";
import { isTooMuchForWeek, type WeekBoard } from "./configurations";
import type { Facts } from "./facts";
import { judgePair } from "./apart";
import { takesLastQuietDay } from "./quiet-days";
import type { Finding } from "./finding";

/** A session where it stands, and the others that stay where they are. */
export interface Standing {
  readonly board: WeekBoard;
  readonly facts: Facts;
  /** The other session of its week. */
  readonly other: Candidate | null;
  /** Those of the week before and of the week after. */
  readonly neighbours: readonly Candidate[];
}

/** A place with all that the rules say to it, the other sessions staying where they stand. */
export interface Judgement {
  readonly candidate: Candidate;
  /** What the place itself and the other sessions give, in order of the rules within each. */
  readonly findings: readonly Finding[];
  readonly blocked: boolean;
  readonly points: number;
}

/** What the rules say to a session at a place while the others stay: the one judge of moves and of every other day. */
export function judgeStanding(candidate: Candidate, standing: Standing): Judgement {
  const between = findingsBetween(candidate, standing);
  const findings = between.length === 0 ? candidate.findings : [...candidate.findings, ...between];
  return {
    candidate,
    findings,
    blocked: candidate.blocked || between.some(({ hard }) => hard),
    points: candidate.penalty + between.reduce((sum, { penalty }) => sum + penalty, 0),
  };
}

/** The best of several times of day on the same day. */
export function bestOf(judgements: readonly Judgement[]): Judgement | null {
  let best: Judgement | null = null;
  for (const each of judgements)
    if (
      best === null ||
      (best.blocked && !each.blocked) ||
      (best.blocked === each.blocked && each.points < best.points)
    )
      best = each;
  return best;
}

function findingsBetween(candidate: Candidate, { board, other, neighbours }: Standing): readonly Finding[] {
  const found: Finding[] = [];
  for (const each of other === null ? neighbours : [other, ...neighbours]) {
    if (each.given?.leftOut && each.place.day !== candidate.place.day) continue;
    const pair = judgePair(candidate.place, each.place);
    if (pair) found.push(pair);
  }
  if (other !== null && isTooMuchForWeek(candidate, other, board)) found.push(tooMuch(other));
  if (takesLastQuietDay(board.quiet, [candidate, other], [other])) found.push(noQuietDay(candidate));
  return found;
}

function tooMuch({ place }: Candidate): Finding {
  const session = { kind: place.kind, date: place.date };
  return { hard: true, penalty: 0, reason: { rule: "C18", code: "oneLoadedSession", session } };
}

function noQuietDay({ place }: Candidate): Finding {
  return { hard: true, penalty: 0, reason: { rule: "C15", code: "noQuietDay", date: place.date } };
}
