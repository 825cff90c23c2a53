import type { LoadClass } from "../programme/prescription";
import { judgeBeside } from "./apart";
import { DAYS_PER_WEEK, MINUTES_PER_DAY, type DayFacts, type Facts, type RaceFact, type RunFact } from "./facts";
import { hard, legsOf, runOf, soft, type Finding } from "./finding";
import { overlaps, type Place } from "./place";
import { loadsFrom, RULES, type RunGuard } from "./rules";

/** Everything the rules find at one place, without the other sessions that are placed with it. */
export function judgePlace(place: Place, facts: Facts): readonly Finding[] {
  const day = facts.days[place.day];
  if (day === undefined) return [];
  const found: Finding[] = [];
  judgeDay(place, day, facts, found);
  judgeRoom(place, day, facts, found);
  for (const run of day.runs) judgeSameDay(place, run, found);
  for (const run of day.runsOfDayBefore) if (run.end > place.day * MINUTES_PER_DAY) judgeSameDay(place, run, found);
  judgeBeforeRuns(place, day, facts, found);
  judgeWorth(place, day, facts, found);
  for (const race of facts.races) judgeRace(place, race, found);
  for (const session of day.sessions) {
    const finding = judgeBeside(place, session);
    if (finding) found.push(finding);
  }
  return found;
}

function judgeDay(place: Place, day: DayFacts, facts: Facts, found: Finding[]): void {
  const { date } = place;
  if (day.isBeforeStart) found.push(hard({ rule: "start", code: "beforeStart", date }));
  if (place.start < facts.now) found.push(hard({ rule: "past", code: "alreadyPast", date }));
  if (day.timeOff?.sessions === "none")
    found.push(hard({ rule: "away", code: "away", date, away: day.timeOff.reason }));
  if (day.isLocked) found.push(hard({ rule: "locked", code: "locked", date }));
  if (!facts.settings.twoADay && loadsFrom(legsOf(place), "light") && day.runs.length > 0)
    found.push(hard({ rule: "twoADay", code: "runThatDay", date }));
}

function judgeRoom(place: Place, day: DayFacts, facts: Facts, found: Finding[]): void {
  const minutes = place.dose.minutes.superset;
  const { maxMinutes } = facts.settings;
  if (day.minutes !== null && minutes > day.minutes)
    found.push(hard({ rule: "room", code: "tooLongForDay", found: minutes, needed: day.minutes, date: place.date }));
  // Core may be longer than the runner's limit: below it there is nothing left to make shorter.
  else if (maxMinutes !== null && minutes > maxMinutes && place.kind !== "C")
    found.push(hard({ rule: "room", code: "tooLong", found: minutes, needed: maxMinutes }));
  if (place.start >= (place.day + 1) * MINUTES_PER_DAY)
    found.push(hard({ rule: "room", code: "dayOver", date: place.date }));
  const inTheWay = runInTheWay(place, day, facts);
  if (inTheWay) found.push(hard({ rule: "room", code: "runInTheWay", run: runOf(inTheWay) }));
}

function runInTheWay(place: Place, day: DayFacts, { runs }: Facts): RunFact | null {
  for (const run of day.runsOfDayBefore) if (overlaps(run, place.start, place.end)) return run;
  for (let index = day.firstRun; index < runs.length; index += 1) {
    const run = runs[index];
    if (run === undefined || run.start >= place.end) return null;
    if (overlaps(run, place.start, place.end)) return run;
  }
  return null;
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
  const run = runOf(fact);
  if (fact.isKey || fact.isLong) {
    if (loadsFrom(legLoad, RULES.C7.legsFrom)) found.push(hard({ rule: "C7", code: "legsBeforeRun", run, legLoad }));
    return;
  }
  const { legsFrom, runMinutes, hardHours, softHours, penalty } = RULES.C9;
  if (!loadsFrom(legLoad, legsFrom)) return;
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
function judgeBeforeRuns(place: Place, day: DayFacts, facts: Facts, found: Finding[]): void {
  const legLoad = legsOf(place);
  for (const rule of facts.rules.beforeRun) {
    if (rule.legs !== legLoad) continue;
    const next = nextRun(place, rule.run, facts);
    if (next === null) continue;
    const hours = hoursTo(next, place);
    if (hours >= rule.softHours && hours >= rule.hardHours) continue;
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
        legLoad,
      },
    });
  }
  if (place.isFirst && loadsFrom(legLoad, RULES.C19.legsFrom)) judgeFirst(place, facts, found);
  if (place.step !== "none") judgeStep(place, facts, found);
}

const TOO_CLOSE = { key: "tooCloseToKey", long: "tooCloseToLong", medium: "beforeMedium" } as const;
const CLOSE = { key: "closeToKey", long: "closeToLong", medium: "beforeMedium" } as const;

// The first A is further away from the runs than C1 and C5 ask.
function judgeFirst(place: Place, facts: Facts, found: Finding[]): void {
  const { keyHours, longHours } = RULES.C19;
  for (const [guard, needed] of [["key", keyHours] as const, ["long", longHours] as const]) {
    const next = nextRun(place, guard, facts);
    if (next === null || hoursTo(next, place) >= needed) continue;
    const code = guard === "key" ? "firstTooCloseToKey" : "firstTooCloseToLong";
    found.push(hard({ rule: "C19", code, run: runOf(next), found: hoursTo(next, place), needed }));
  }
}

// A place near a key run is forbidden for the new rung itself, not for the session: it then goes without.
function judgeStep(place: Place, facts: Facts, found: Finding[]): void {
  const { softHours, penalty } = RULES.C16;
  const next = nextRun(place, "key", facts);
  const hours = next ? hoursTo(next, place) : Infinity;
  const isTooClose = next !== null && hours < softHours;
  const reason = next && { run: runOf(next), found: hours, needed: softHours };
  if (place.step === "waits") found.push(soft({ rule: "C16", code: "stepWaits", ...(isTooClose && reason) }, penalty));
  else if (isTooClose) found.push(hard({ rule: "C16", code: "stepTooClose", ...reason }));
}

/** The first run after the session that rules of `guard` protect; a medium run on the next day only. */
export function nextRun(place: Place, guard: RunGuard, { days, runs, nextKey, nextLong }: Facts): RunFact | null {
  const day = days[place.day];
  if (day === undefined) return null;
  let index = day.firstRun;
  while ((runs[index]?.start ?? Infinity) <= place.start) index += 1;
  if (guard === "key") return runs[nextKey[index] ?? runs.length] ?? null;
  if (guard === "long") return runs[nextLong[index] ?? runs.length] ?? null;
  for (; index < runs.length; index += 1) {
    const run = runs[index];
    if (run === undefined || run.day > place.day + 1) return null;
    if (run.run.kind === "medium" && run.day === place.day + 1) return run;
  }
  return null;
}

function hoursTo(run: RunFact, place: Place): number {
  return (run.start - place.end) / 60;
}

function judgeWorth(place: Place, day: DayFacts, { rules }: Facts, found: Finding[]): void {
  const legs = legsOf(place);
  if (day.isRestDay && loadsFrom(legs, RULES.C14.legsFrom))
    found.push(soft({ rule: "C14", code: "restDay", date: place.date }, rules.restDayPenalty));
  if (!loadsFrom(legs, RULES.C13.legsFrom)) return;
  const { sameDayAsKey, dayAfterLong, dayAfterKey } = RULES.C13;
  const keyToday = day.runs.find((fact) => fact.isKey);
  if (keyToday) {
    const hours = Math.max(0, place.start - keyToday.end) / 60;
    found.push(soft({ rule: "C13", code: "sameDayAsKey", run: runOf(keyToday), found: hours }, sameDayAsKey));
    return;
  }
  if (day.runs.some((fact) => fact.isLong)) return;
  const longBefore = day.runsOfDayBefore.find((fact) => fact.isLong);
  // The day after a goal race is for recovery, not for legs.
  const keyBefore = day.runsOfDayBefore.find((fact) => fact.isKey && fact.run.goal === undefined);
  if (longBefore) found.push(soft({ rule: "C13", code: "dayAfterLong", run: runOf(longBefore) }, dayAfterLong));
  else if (keyBefore) found.push(soft({ rule: "C13", code: "dayAfterKey", run: runOf(keyBefore) }, dayAfterKey));
}

function judgeRace(place: Place, race: RaceFact, found: Finding[]): void {
  const { window, day: raceDay } = race;
  const legLoad = legsOf(place);
  const run = runOf(race);
  if (place.start >= race.start) {
    const days = place.day - raceDay;
    const isTaper = place.kind === "T1" || place.kind === "T2";
    if (isTaper && days < DAYS_PER_WEEK) found.push(hard({ rule: "C17", code: "taperAfterRace", run }));
    else if (days <= window.afterDays && loadsFrom(legLoad, days === 0 ? "light" : "moderate"))
      found.push(hard({ rule: "C17", code: "afterRace", run, found: days, needed: window.afterDays, legLoad }));
    return;
  }
  const hours = hoursTo(race, place);
  if (hours < window.nothingHours) {
    found.push(hard({ rule: "C17", code: "nothingBeforeRace", run, found: hours, needed: window.nothingHours }));
    return;
  }
  const days = raceDay - place.day;
  const needed = neededDays(race, legLoad);
  if (days < needed) found.push(hard({ rule: "C17", code: "beforeRace", run, found: days, needed, legLoad }));
  if (place.step === "taken" && days <= window.nothingNewDays)
    found.push(hard({ rule: "C17", code: "nothingNewBeforeRace", run, found: days, needed: window.nothingNewDays }));
}

function neededDays({ window }: RaceFact, legs: LoadClass): number {
  const days = { none: 0, light: window.lightDays, moderate: window.moderateDays, heavy: window.heavyDays };
  return days[legs];
}

function isEasy({ run }: RunFact): boolean {
  return run.kind === "easy" || run.kind === "recovery";
}
