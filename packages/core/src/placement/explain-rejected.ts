import type { Slot } from "../programme";
import { judgePair, type Finding } from "./findings";
import type { Candidate, Judged, Solution, Solved } from "./solve";
import type { Reason, RejectedDay, WeekInput } from "./types";
import type { WeekFacts } from "./week-facts";

/** What the explanation of a session's days is made from: the chosen week, and the best week for each other day. */
export interface Explained {
  readonly best: Solution;
  readonly bestOn: Solved["bestOn"];
  readonly input: WeekInput;
  readonly facts: WeekFacts;
  readonly judged: Judged;
}

/** The verdict on every other day of the week: the best week with the session there, against the chosen week. */
export function explainRejected(chosen: Candidate, explained: Explained): readonly RejectedDay[] {
  const { slot, kind, day: chosenDay } = chosen.place;
  const otherDays = explained.facts.dates.map((date, day) => ({ date, day })).filter(({ day }) => day !== chosenDay);
  return otherDays.map(({ date, day }): RejectedDay => {
    const there = explained.bestOn(slot, kind, day);
    if (there === null) return { date, status: "blocked", reason: blockedReason(chosen, day, explained) };
    if (there.sum > explained.best.sum) return { date, status: "worse", reason: worseReason(chosen, there, explained) };
    return { date, status: "equal", reason: equalReason(chosen, there, explained) };
  });
}

// What no rule forbids on the day itself is forbidden by the other session where it stands, or by the last quiet day.
function blockedReason({ place }: Candidate, day: number, { best, judged, facts }: Explained): Reason {
  const there = judged(place.slot, place.kind)[day];
  const own = there?.findings.find((finding) => finding.hard);
  if (own) return own.reason;
  const other = best[place.slot === "A" ? "B" : "A"];
  const pair = there && other && judgePair(there.place, other.place);
  return pair?.hard ? pair.reason : { rule: "C15", code: "noQuietDay", date: facts.dates[day] ?? place.date };
}

interface Difference {
  readonly points: number;
  readonly reason: Reason;
}

// The rule whose points rise most between the two weeks speaks for the whole difference.
function worseReason({ place }: Candidate, there: Solution, { best }: Explained): Reason {
  const other = place.slot === "A" ? "B" : "A";
  const differences = [
    ...differencesAt(best[place.slot], there[place.slot], null),
    ...pairDifference(place.slot, best, there),
    ...differencesAt(best[other], there[other], there[other]),
    ...costDifference(place.slot, best, there),
  ];
  const most = differences.reduce((top, each) => (each.points > top.points ? each : top), NO_DIFFERENCE);
  return { ...most.reason, worseBy: there.sum - best.sum };
}

const NO_DIFFERENCE: Difference = { points: 0, reason: { rule: "tie", code: "earlierDay" } };

function differencesAt(
  here: Candidate | null,
  there: Candidate | null,
  moved: Candidate | null,
): readonly Difference[] {
  const about = moved && { moved: { kind: moved.place.kind, date: moved.place.date } };
  const risen = (there?.findings ?? []).map(({ penalty, reason }) => ({
    points: penalty - pointsOf(here?.findings, reason.rule),
    reason: { ...reason, ...about },
  }));
  const lost = (here?.findings ?? [])
    .filter((finding) => finding.penalty < 0 && pointsOf(there?.findings, finding.reason.rule) === 0)
    .map(({ penalty, reason }) => ({
      points: -penalty,
      reason: { ...reason, ...about, code: "notDayAfterKey" } as const,
    }));
  return [...risen, ...lost];
}

function pairDifference(slot: Slot, best: Solution, there: Solution): readonly Difference[] {
  const own = there[slot];
  const other = there[slot === "A" ? "B" : "A"];
  const pair = own && other && judgePair(own.place, other.place);
  return pair ? [{ points: pair.penalty - (best.pair?.penalty ?? 0), reason: pair.reason }] : [];
}

function costDifference(slot: Slot, best: Solution, there: Solution): readonly Difference[] {
  const other = best[slot === "A" ? "B" : "A"];
  if (!other) return [];
  const session = { kind: other.place.kind, date: null };
  const instead = there.way[other.place.slot];
  return [{ points: there.way.cost - best.way.cost, reason: { rule: "givenUp", code: "givesUp", session, instead } }];
}

function pointsOf(findings: readonly Finding[] | undefined, rule: Reason["rule"]): number {
  return (findings ?? []).reduce((sum, each) => (each.reason.rule === rule ? sum + each.penalty : sum), 0);
}

function equalReason(chosen: Candidate, there: Solution, { best, input }: Explained): Reason {
  const worseBy = there.sum - best.sum;
  if (input.fixed.some((session) => session.slot === chosen.place.slot))
    return { rule: "fixed", code: worseBy < 0 ? "fitsBetter" : "asGood", worseBy };
  if (there.habitKept !== best.habitKept) return { rule: "habit", code: "daysKept", worseBy };
  return { rule: "tie", code: there.gap === best.gap ? "earlierDay" : "largerGap", worseBy };
}
