import type { Adaptation } from "../adaptation";
import { addDays, daysBetween, mondayOf, type LocalDate } from "../calendar";
import { springGate, SPRING_NUMBERS, type SpringGate } from "../exercise";
import type { SpringLevel } from "../programme";
import { hardestSpringDrill, openBoneWarning, painSite, SPRING_SITES } from "../safety";
import { limitsOf } from "./adapt-runner";
import type { RunnerFacts } from "./runner-facts";

/** How far spring drills are open now, and why no further. */
export interface SpringNow {
  readonly level: SpringLevel;
  readonly gate: SpringGate;
}

/** The gate of the spring drills on `today`; weeks far ahead show them as the programme has them. */
export function springNow(
  facts: RunnerFacts,
  { adaptation, today }: { readonly adaptation: Adaptation; readonly today: LocalDate },
): SpringNow {
  const limits = limitsOf(facts, today);
  const isBone = openBoneWarning(facts.healthRecords, facts.screening?.clearedOn ?? null) !== null;
  const gate = springGate({
    week: adaptation.weeks.at(-1)?.pointer.week ?? 1,
    sessionsDone: adaptation.sessionsDone,
    runsByWeek: runsByFullWeek(facts, today),
    regularRunner: facts.programme.regularRunner === true,
    tests: facts.tests.at(-1) ?? null,
    painMax: springPain(facts, today),
    allowedBySafety: limits.springDrills && !isBone,
  });
  return {
    gate,
    level: levelOf(gate, {
      hardest: hardestSpringDrill(limits),
      isBone,
      calmUntil: adaptation.state.springCalmUntil,
      today,
    }),
  };
}

interface Level {
  readonly hardest: ReturnType<typeof hardestSpringDrill>;
  readonly isBone: boolean;
  readonly calmUntil: LocalDate | null;
  readonly today: LocalDate;
}

function levelOf({ open }: SpringGate, { hardest, isBone, calmUntil, today }: Level): SpringLevel {
  if (hardest === null || isBone) return "none";
  if (open === "none" || (calmUntil !== null && today < calmUntil)) return "toesDown";
  if (hardest === "Y0" || hardest === "Y1") return "pogo";
  return open === "oneLeg" ? "all" : "twoLegs";
}

// Full weeks from the first run on, the last ones only.
function runsByFullWeek({ runLogs }: RunnerFacts, today: LocalDate): readonly number[] {
  const thisMonday = mondayOf(today);
  const counts = Array.from({ length: SPRING_NUMBERS.runWeeks }, () => 0);
  const from = addDays(thisMonday, -7 * counts.length);
  let oldest = 0;
  for (const { date } of runLogs.values()) {
    // Runs of years ago only tell that there were some.
    if (date < from) oldest = counts.length;
    if (date < from || date >= thisMonday) continue;
    const weeksAgo = Math.floor((daysBetween(date, thisMonday) + 6) / 7);
    oldest = Math.max(oldest, weeksAgo);
    counts[counts.length - weeksAgo] = (counts[counts.length - weeksAgo] ?? 0) + 1;
  }
  return counts.slice(Math.max(0, counts.length - oldest));
}

function springPain({ healthRecords }: RunnerFacts, today: LocalDate): number | null {
  const since = addDays(today, -SPRING_NUMBERS.painDays);
  const levels = healthRecords
    .filter(({ date }) => date > since && date <= today)
    .flatMap(({ pain, painSite: site, pains = {} }) => [
      ...(pain !== undefined && isSpringSite(site) ? [pain] : []),
      ...Object.entries(pains).flatMap(([pattern, entry]) =>
        pattern === "P5" || pattern === "PLYO" || isSpringSite(entry.site) ? [entry.level] : [],
      ),
    ]);
  return levels.length === 0 ? null : Math.max(...levels);
}

function isSpringSite(text: string | undefined): boolean {
  const site = painSite(text);
  return site !== null && SPRING_SITES.includes(site);
}
