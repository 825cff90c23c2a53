import { WEEKDAYS } from "../calendar";
import { nextRun, runOf, type Finding } from "./findings";
import { loadsFrom, RULES, type BeforeRunRule } from "./rules";
import type { Candidate } from "./solve";
import type { FixedSession, Habit, Reason, RejectedDay } from "./types";
import type { WeekFacts } from "./week-facts";

/** A run further away than this is no reason for a day. Our own choice, it only shortens the text. */
const MENTION_HOURS = 72;

/** What beside the place itself gives reasons. `pair` = what C11 says to the two sessions, with the other one in it. */
export interface ChosenContext {
  readonly pair: Finding | null;
  readonly fixed: readonly FixedSession[];
  readonly habit: Habit;
  readonly facts: WeekFacts;
}

/** Why the session stands where it stands: what it breaks (only a given place does), what speaks for it, what it costs. */
export function explainChosen(
  candidate: Candidate,
  rejected: readonly RejectedDay[],
  { pair, fixed, habit, facts }: ChosenContext,
): readonly Reason[] {
  const { place, findings } = candidate;
  const isByHand = fixed.some((session) => session.slot === place.slot && session.movedByHand);
  const byHand: readonly Reason[] = isByHand ? [{ rule: "fixed", code: "byHand" }] : [];
  const broken = findings.filter((finding) => finding.hard).map((finding) => finding.reason);
  const favours = findings.filter((finding) => finding.penalty < 0).map((finding) => finding.reason);
  const prices = findings.filter((finding) => !finding.hard && finding.penalty > 0).map((finding) => finding.reason);
  return [
    ...byHand,
    ...broken,
    ...favours,
    ...characterOf(candidate, facts, favours.length > 0),
    ...clearances(candidate, facts),
    ...prices,
    ...(pair ? [pair.reason] : []),
    ...habitOf(candidate, rejected, habit),
  ];
}

function characterOf({ place }: Candidate, facts: WeekFacts, hasFavour: boolean): readonly Reason[] {
  if (!loadsFrom(place.dose.legLoad.class, "light")) return [{ rule: "C4", code: "coreAnyDay" }];
  const before = (facts.runsByDay[place.day] ?? []).filter((fact) => fact.end <= place.start);
  const last = before.at(-1);
  if (last && !last.isKey && !last.isLong) {
    const isEasy = last.run.kind === "easy" || last.run.kind === "recovery";
    return [{ rule: "C9", code: isEasy ? "afterEasyRun" : "afterRun", run: runOf(last) }];
  }
  const isFree = (facts.runsByDay[place.day] ?? []).length === 0;
  return isFree && !hasFavour && !facts.isRestDay[place.day]
    ? [{ rule: "C13", code: "freeDay", date: place.date }]
    : [];
}

// Hours that suffice, for the next key and the next long run; hours that do not are findings.
function clearances({ place, findings }: Candidate, facts: WeekFacts): readonly Reason[] {
  const legLoad = place.dose.legLoad.class;
  return RULES.beforeRun.flatMap((rule: BeforeRunRule) => {
    if (rule.legs !== legLoad || rule.run === "medium" || rule.hardHours === 0) return [];
    if (findings.some((finding) => finding.reason.rule === rule.id)) return [];
    const next = nextRun(place, rule, facts);
    const hours = next ? (next.start - place.end) / 60 : MENTION_HOURS;
    if (next === null || hours >= MENTION_HOURS) return [];
    const code = rule.run === "key" ? "clearOfKey" : "clearOfLong";
    return [{ rule: rule.id, code, run: runOf(next), found: hours, needed: rule.hardHours, legLoad }] as const;
  });
}

function habitOf({ place }: Candidate, rejected: readonly RejectedDay[], habit: Habit): readonly Reason[] {
  const isKept = habit[place.slot] === WEEKDAYS[place.day];
  return isKept && rejected.some(({ reason }) => reason.rule === "habit")
    ? [{ rule: "habit", code: "sameAsLastWeek" }]
    : [];
}
