import type { Candidate } from "./candidates";
import type { Finding } from "./finding";
import { bestOf, judgeStanding, type Judgement, type Standing } from "./standing";
import type { Reason, RejectedDay } from "./types";

/** What the other days are judged against. */
export interface Explained extends Standing {
  /** The session where it stands. */
  readonly chosen: Judgement;
  /** Where it could stand: every day of the week. */
  readonly places: readonly Candidate[];
  /** Days that keep a habit, 0 = Monday: of the week before, and of the week after. */
  readonly habits: readonly (number | null)[];
}

/** The verdict on every other day of the week, the other sessions staying where they stand. */
export function explainRejected(explained: Explained): readonly RejectedDay[] {
  const { chosen, places } = explained;
  const { weekday } = chosen.candidate;
  const byDay: Judgement[][] = [[], [], [], [], [], [], []];
  for (const place of places)
    if (place.weekday !== weekday) byDay[place.weekday]?.push(judgeStanding(place, explained));
  return byDay.flatMap((judgements) => {
    const there = bestOf(judgements);
    return there === null ? [] : [verdict(there, explained)];
  });
}

function verdict(there: Judgement, explained: Explained): RejectedDay {
  const { date } = there.candidate.place;
  const { chosen } = explained;
  if (there.blocked) return { date, status: "blocked", reason: blockedReason(there) };
  if (there.points > chosen.points && !chosen.blocked)
    return { date, status: "worse", reason: worseReason(there, chosen) };
  return { date, status: "equal", reason: equalReason(there, explained) };
}

/** The first broken rule: of the place itself, else of the place beside the others. */
export function blockedReason({ findings, candidate }: Judgement): Reason {
  const broken = findings.find(({ hard }) => hard)?.reason;
  return broken ?? { rule: "tie", code: "earlierDay", date: candidate.place.date };
}

// The rule whose points rise most speaks for the whole difference.
function worseReason(there: Judgement, chosen: Judgement): Reason {
  let most: { readonly points: number; readonly reason: Reason } = NO_DIFFERENCE;
  for (const difference of differences(there, chosen)) if (difference.points > most.points) most = difference;
  return { ...most.reason, worseBy: there.points - chosen.points };
}

const NO_DIFFERENCE = { points: 0, reason: { rule: "tie", code: "earlierDay" } } as const;

function differences(there: Judgement, chosen: Judgement) {
  const risen = there.findings.map(({ penalty, reason }) => ({
    points: penalty - pointsOf(chosen.findings, reason.rule),
    reason,
  }));
  const lost = chosen.findings
    .filter(({ penalty, reason }) => penalty < 0 && pointsOf(there.findings, reason.rule) === 0)
    .map(({ penalty, reason }) => ({ points: -penalty, reason: { ...reason, code: "notDayAfterKey" } as const }));
  return [...risen, ...lost];
}

function pointsOf(findings: readonly Finding[], rule: Reason["rule"]): number {
  return findings.reduce((sum, each) => (each.reason.rule === rule ? sum + each.penalty : sum), 0);
}

function equalReason(there: Judgement, { chosen, other, habits }: Explained): Reason {
  const worseBy = there.points - chosen.points;
  const isBetter = chosen.blocked || worseBy < 0;
  if (chosen.candidate.given) return { rule: "fixed", code: isBetter ? "fitsBetter" : "asGood", worseBy };
  const kept = ({ weekday }: Candidate) => habits.filter((habit) => habit === weekday).length;
  if (kept(chosen.candidate) > kept(there.candidate)) return { rule: "habit", code: "daysKept", worseBy: 0 };
  return { rule: "tie", code: gapTo(chosen, other) > gapTo(there, other) ? "largerGap" : "earlierDay", worseBy: 0 };
}

function gapTo({ candidate }: Judgement, other: Candidate | null): number {
  return other === null ? 0 : Math.abs(candidate.place.start - other.place.start);
}
