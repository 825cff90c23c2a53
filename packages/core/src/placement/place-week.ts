import { weekDates } from "../calendar";
import { SLOTS, type SessionKind, type Slot } from "../programme/prescription";
import { explainChosen } from "./explain-chosen";
import { explainRejected, type Explained } from "./explain-rejected";
import { explainShortfall } from "./explain-shortfall";
import { judgePair, type Finding } from "./findings";
import { minutesFrom, weekFacts, type WeekFacts } from "./week-facts";
import { placeAt, startTimeOf } from "./place";
import { candidateAt, judgeOnce, solveWeek, type Ask, type Candidate, type Solution } from "./solve";
import type { FixedSession, PlacedSession, SessionDose, WeekInput, WeekPlacement } from "./types";

/**
 * Places the strength sessions of one week: no hard rule broken, then the smallest sum of penalties and of what was given up,
 * then habit, the larger gap between the two, the earlier A, the earlier B. Exact over all ways to place the week.
 * A fixed session keeps its place even where it breaks a rule; its reasons say so.
 */
export function placeWeek(input: WeekInput): WeekPlacement {
  const facts = weekFacts(input, weekDates(input.monday));
  const doseOf = (slot: Slot, kind: SessionKind): SessionDose => fixedDose(input, slot, kind) ?? input.doseOf(kind);
  const judged = judgeOnce(doseOf, facts);
  const given = Object.fromEntries(
    input.fixed.map((session) => [session.slot, givenCandidate(session, doseOf, facts)]),
  ) as Ask["given"];
  const ask: Ask = { given, kinds: {}, skipped: input.skipped, habit: input.habit };
  const { best, bestOn } = solveWeek(ask, facts, judged);
  const sessions = SLOTS.flatMap((slot) => {
    const candidate = best[slot];
    if (!candidate) return [];
    const openOn = input.fixed.length === 0 ? bestOn : solveWeek(openAsk(slot, best, input, ask), facts, judged).bestOn;
    return [describe(candidate, { best, bestOn: openOn, input, facts, judged })];
  });
  return {
    week: input.week,
    monday: input.monday,
    sessions: sessions.sort(byStart),
    sum: best.sum,
    shortfall: explainShortfall(best, ask, facts, judged),
  };
}

function describe(candidate: Candidate, explained: Explained): PlacedSession {
  const { place } = candidate;
  const { best, facts } = explained;
  const rejected = explainRejected(candidate, explained);
  const pair = pairSeenFrom(candidate, best);
  return {
    slot: place.slot,
    kind: place.kind,
    date: place.date,
    startTime: startTimeOf(place),
    minutes: place.dose.minutes,
    legLoad: place.dose.legLoad,
    why: explainChosen(candidate, rejected, { ...explained.input, pair, facts }),
    breaks: [...candidate.findings, ...(pair ? [pair] : [])].find(breaksTrainingRule)?.reason ?? null,
    rejected,
  };
}

// A full or locked day is the runner's own affair; the mark is for what the C rules protect.
function breaksTrainingRule({ hard, reason }: Finding): boolean {
  return hard && reason.rule.startsWith("C");
}

function pairSeenFrom({ place }: Candidate, best: Solution): Finding | null {
  const other = best[place.slot === "A" ? "B" : "A"];
  return other && judgePair(place, other.place);
}

// To judge the other days of a session, its own place is opened; the other session stays only where a person put it.
function openAsk(slot: Slot, best: Solution, input: WeekInput, ask: Ask): Ask {
  const other: Slot = slot === "A" ? "B" : "A";
  const otherFixed = input.fixed.find((session) => session.slot === other);
  const otherGiven = otherFixed?.movedByHand ? ask.given[other] : undefined;
  const isFixed = (each: Slot) => input.fixed.some((session) => session.slot === each);
  return {
    ...ask,
    given: otherGiven ? { [other]: otherGiven } : {},
    kinds: Object.fromEntries(
      [slot, other].flatMap((each) => {
        const kind = best[each]?.place.kind;
        return kind && isFixed(each) ? [[each, kind] as const] : [];
      }),
    ),
  };
}

function givenCandidate(
  session: FixedSession,
  doseOf: (slot: Slot, kind: SessionKind) => SessionDose,
  facts: WeekFacts,
): Candidate {
  const { slot, kind, date, startTime } = session;
  const start = minutesFrom(facts.monday, { date, time: startTime });
  const day = facts.dates.indexOf(date);
  return candidateAt(placeAt(start, day, { slot, kind, dose: doseOf(slot, kind) }, facts), facts, "given");
}

function fixedDose(input: WeekInput, slot: Slot, kind: SessionKind): SessionDose | undefined {
  return input.fixed.find((session) => session.slot === slot && session.kind === kind)?.dose;
}

function byStart(one: PlacedSession, other: PlacedSession): number {
  return `${one.date}${one.startTime}`.localeCompare(`${other.date}${other.startTime}`);
}
