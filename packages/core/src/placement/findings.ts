import type { LoadClass } from "../programme/prescription";
import { overlaps, type Place } from "./place";
import { loadsFrom, RULES, type BeforeRunRule } from "./rules";
import type { Reason } from "./types";
import { MINUTES_PER_DAY, type RunFact, type SessionFact, type WeekFacts } from "./week-facts";

/** What one rule says against (or, with a negative penalty, for) a place. */
export interface Finding {
  /** True when the rule forbids the place. */
  readonly hard: boolean;
  readonly penalty: number;
  readonly reason: Reason;
}

/** Everything the rules find at one place, the weightiest first; without the other session of the week. */
export function judgePlace(place: Place, facts: WeekFacts): readonly Finding[] {
  const found: Finding[] = [];
  judgeDay(place, facts, found);
  judgeRoom(place, facts, found);
  const sameDay = facts.runsByDay[place.day] ?? [];
  for (const run of sameDay) judgeSameDay(place, run, found);
  for (const rule of RULES.beforeRun) judgeBeforeRun(place, rule, facts, found);
  judgeWorth(place, facts, found);
  for (const session of facts.sessions) judgeApart(place, session, found);
  return found;
}

/** What the rules find between two sessions of the week: one a day, C11. */
export function judgePair(place: Place, other: Place): Finding | null {
  const session = { kind: other.kind, date: other.date };
  if (place.day === other.day)
    return { hard: true, penalty: 0, reason: { rule: "oneADay", code: "dayTaken", session } };
  return apart(place, {
    kind: other.kind,
    date: other.date,
    start: other.start,
    legLoad: other.dose.legLoad,
  });
}

function judgeDay(place: Place, facts: WeekFacts, found: Finding[]): void {
  const { date, day } = place;
  if (facts.isBeforeStart[day]) found.push(hard({ rule: "start", code: "beforeStart", date }));
  if (facts.isLocked[day]) found.push(hard({ rule: "locked", code: "locked", date }));
  if (!facts.settings.twoADay && loadsFrom(legsOf(place), "light") && (facts.runsByDay[day] ?? []).length > 0)
    found.push(hard({ rule: "twoADay", code: "runThatDay", date }));
}

function judgeRoom(place: Place, facts: WeekFacts, found: Finding[]): void {
  const { maxMinutes } = facts.settings;
  const minutes = place.dose.minutes.superset;
  // Core may be longer than the runner's limit: below it there is nothing left to make shorter.
  if (maxMinutes !== null && minutes > maxMinutes && place.kind !== "C")
    found.push(hard({ rule: "room", code: "tooLong", found: minutes, needed: maxMinutes }));
  const dayEnd = (place.day + 1) * MINUTES_PER_DAY;
  if (place.start >= dayEnd) found.push(hard({ rule: "room", code: "dayOver", date: place.date }));
  const inTheWay = facts.runs.find((run) => overlaps(run, place.start, place.end));
  if (inTheWay) found.push(hard({ rule: "room", code: "runInTheWay", run: runOf(inTheWay) }));
}

function judgeSameDay(place: Place, fact: RunFact, found: Finding[]): void {
  if (fact.start > place.start) judgeStrengthFirst(place, fact, found);
  else {
    const hours = (place.start - fact.end) / 60;
    if (fact.isKey) judgeAfterKey(place, fact, hours, found);
    if (fact.isLong) judgeAfterLong(place, fact, hours, found);
    if (!fact.isKey && !fact.isLong) judgeStraightAfter(place, fact, hours, found);
  }
}

function judgeStrengthFirst(place: Place, fact: RunFact, found: Finding[]): void {
  const legLoad = legsOf(place);
  if (!loadsFrom(legLoad, RULES.C9.legsFrom)) return;
  const run = runOf(fact);
  if (fact.isKey || fact.isLong) {
    found.push(hard({ rule: "C7", code: "legsBeforeRun", run, legLoad }));
    return;
  }
  const { runMinutes, hardHours, softHours, penalty } = RULES.C9;
  const hours = (fact.start - place.end) / 60;
  if (!isEasy(fact) || fact.run.minutes > runMinutes)
    found.push(hard({ rule: "C9", code: "strengthFirstNotEasy", run, needed: runMinutes }));
  else if (hours < hardHours)
    found.push(hard({ rule: "C9", code: "strengthFirstTooClose", run, found: hours, needed: hardHours }, penalty));
  else if (hours < softHours)
    found.push(soft({ rule: "C9", code: "strengthFirst", run, found: hours, needed: softHours }, penalty));
}

function judgeAfterKey(place: Place, fact: RunFact, hours: number, found: Finding[]): void {
  if (!loadsFrom(legsOf(place), RULES.C8.legsFrom)) return;
  const { hardHours, softHours, penalty } = RULES.C8;
  const reason = { rule: "C8", run: runOf(fact), found: hours, legLoad: legsOf(place) } as const;
  if (hours < hardHours) found.push(hard({ ...reason, code: "tooSoonAfterKey", needed: hardHours }, penalty));
  else if (hours < softHours) found.push(soft({ ...reason, code: "soonAfterKey", needed: softHours }, penalty));
}

function judgeAfterLong(place: Place, fact: RunFact, hours: number, found: Finding[]): void {
  if (!loadsFrom(legsOf(place), RULES.C12.legsFrom)) return;
  const { hardHours, legsTo, penalty } = RULES.C12;
  const reason = { rule: "C12", run: runOf(fact), found: hours, needed: hardHours, legLoad: legsOf(place) } as const;
  if (!loadsFrom(legsTo, legsOf(place))) found.push(hard({ ...reason, code: "tooHeavyAfterLong" }, penalty));
  else if (hours < hardHours) found.push(hard({ ...reason, code: "tooSoonAfterLong" }, penalty));
  else found.push(soft({ ...reason, code: "afterLong" }, penalty));
}

function judgeStraightAfter(place: Place, fact: RunFact, hours: number, found: Finding[]): void {
  const { legsFrom, legsTo, runMinutes, pauseHours, penalty } = RULES.C10;
  if (hours >= pauseHours || !loadsFrom(legsOf(place), legsFrom)) return;
  const reason = { rule: "C10", run: runOf(fact), needed: runMinutes, legLoad: legsOf(place) } as const;
  const allowed = isEasy(fact) && fact.run.minutes <= runMinutes && loadsFrom(legsTo, legsOf(place));
  if (allowed) found.push(soft({ ...reason, code: "backToBack" }, penalty));
  else found.push(hard({ ...reason, code: "straightAfterRun" }, penalty));
}

// The nearest protected run after the session speaks for all later ones.
function judgeBeforeRun(place: Place, rule: BeforeRunRule, facts: WeekFacts, found: Finding[]): void {
  if (rule.legs !== legsOf(place)) return;
  const next = nextRun(place, rule, facts);
  if (next === null) return;
  const hours = (next.start - place.end) / 60;
  if (hours >= rule.softHours && hours >= rule.hardHours) return;
  const isHard = hours < rule.hardHours;
  found.push({
    hard: isHard,
    penalty: rule.penalty,
    reason: {
      rule: rule.id,
      code: isHard ? TOO_CLOSE[rule.run] : rule.legs === "none" ? "coreBeforeKey" : CLOSE[rule.run],
      run: runOf(next),
      found: hours,
      needed: isHard ? rule.hardHours : rule.softHours,
      legLoad: legsOf(place),
    },
  });
}

const TOO_CLOSE = { key: "tooCloseToKey", long: "tooCloseToLong", medium: "beforeMedium" } as const;
const CLOSE = { key: "closeToKey", long: "closeToLong", medium: "beforeMedium" } as const;

/** The first run after the session that `rule` protects; C20 looks at the next day only. */
export function nextRun(place: Place, rule: Pick<BeforeRunRule, "run">, facts: WeekFacts): RunFact | null {
  for (const fact of facts.runs) {
    if (fact.start <= place.start) continue;
    if (rule.run === "key" && fact.isKey) return fact;
    if (rule.run === "long" && fact.isLong) return fact;
    if (rule.run === "medium" && fact.run.kind === "medium" && fact.day === place.day + 1) return fact;
  }
  return null;
}

function judgeWorth(place: Place, facts: WeekFacts, found: Finding[]): void {
  const legs = legsOf(place);
  if (facts.isRestDay[place.day] && loadsFrom(legs, RULES.C14.legsFrom))
    found.push(soft({ rule: "C14", code: "restDay", date: place.date }, RULES.C14.penalty));
  if (!loadsFrom(legs, RULES.C13.legsFrom)) return;
  const today = facts.runsByDay[place.day] ?? [];
  const dayBefore = facts.runsByDayBefore[place.day] ?? [];
  const keyToday = today.find((fact) => fact.isKey);
  const longBefore = dayBefore.find((fact) => fact.isLong);
  const keyBefore = dayBefore.find((fact) => fact.isKey);
  if (keyToday) {
    const hours = Math.max(0, place.start - keyToday.end) / 60;
    found.push(soft({ rule: "C13", code: "sameDayAsKey", run: runOf(keyToday), found: hours }, RULES.C13.sameDayAsKey));
  } else if (today.some((fact) => fact.isLong)) return;
  else if (longBefore)
    found.push(soft({ rule: "C13", code: "dayAfterLong", run: runOf(longBefore) }, RULES.C13.dayAfterLong));
  else if (keyBefore)
    found.push(soft({ rule: "C13", code: "dayAfterKey", run: runOf(keyBefore) }, RULES.C13.dayAfterKey));
}

function judgeApart(place: Place, session: SessionFact, found: Finding[]): void {
  const finding = apart(place, session);
  if (finding) found.push(finding);
}

function apart(place: Place, other: SessionFact): Finding | null {
  const { legsFrom, hardHours, softHours, penalty } = RULES.C11;
  if (!loadsFrom(legsOf(place), legsFrom) || !loadsFrom(other.legLoad.class, legsFrom)) return null;
  const hours = Math.abs(place.start - other.start) / 60;
  if (hours >= softHours) return null;
  const session = { kind: other.kind, date: other.date };
  return hours < hardHours
    ? hard({ rule: "C11", code: "sessionsTooClose", session, found: hours, needed: hardHours }, penalty)
    : soft({ rule: "C11", code: "sessionsClose", session, found: hours, needed: softHours }, penalty);
}

/** The protected run as reasons name it. */
export function runOf({ run }: RunFact): NonNullable<Reason["run"]> {
  return { id: run.id, kind: run.kind, date: run.date };
}

function legsOf(place: Place): LoadClass {
  return place.dose.legLoad.class;
}

function isEasy({ run }: RunFact): boolean {
  return run.kind === "easy" || run.kind === "recovery";
}

function hard(reason: Reason, penalty = 0): Finding {
  return { hard: true, penalty, reason };
}

function soft(reason: Reason, penalty: number): Finding {
  return { hard: false, penalty, reason };
}
