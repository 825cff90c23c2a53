import { settingOf, NO_WEIGHTS, ownedWeights, type SessionSetting, type TrainingState } from "../adaptation";
import { addDays, type LocalDate } from "../calendar";
import type { Pattern } from "../exercise";
import type { AskedWeek, EarlierSession, PlacedSession } from "../placement";
import type { SessionKind, SpringLevel } from "../programme";
import { injuredPatterns, isBeforeRace, limitsOf } from "./adapt-runner";
import { askedSession, type AskedSession } from "./asked-session";
import type { Carried } from "./carried";
import type { RunnerFacts } from "./runner-facts";
import type { SlotFacts } from "./slot-facts";
import type { PlanRun } from "./types";

/** How adaptation sees a week. */
export interface WeekAdapted {
  readonly state: TrainingState;
  /** The week whose sets, reps and reps in reserve are asked. */
  readonly doseWeek: number;
  /** Sessions that come before the week's first open one, from now: returns and ramps reach the next ones only. */
  readonly ordinal: number;
  readonly spring: SpringLevel;
  /** As the running week began; null for others. */
  readonly begun: Pick<WeekAdapted, "state" | "spring"> | null;
}

/** Everything that one week of the plan is made from. */
export interface WeekSituation {
  readonly facts: RunnerFacts;
  readonly today: LocalDate;
  /** Calendar week of the block, from 1. */
  readonly week: number;
  readonly monday: LocalDate;
  /** What the week asks for; its programme week may lie behind the calendar week. */
  readonly asked: AskedWeek;
  readonly adapted: WeekAdapted;
  /** By Monday, from the week before to the week after. */
  readonly runs: ReadonlyMap<LocalDate, readonly PlanRun[]>;
  readonly slots: ReadonlyMap<LocalDate, readonly SlotFacts[]>;
  /** Sessions done beside the plan, all weeks. */
  readonly extras: readonly EarlierSession[];
  readonly carried: Carried;
}

/** What decides the content of a session beside its kind. */
export interface PlaceOfSession extends Pick<PlacedSession, "date" | "turn" | "kit" | "step"> {
  /** Open sessions of the week before it. */
  readonly after?: number;
}

/** What the programme asks of `kind` in this week, at its place, as the runner's records have it. */
export function askedThisWeek(
  situation: Pick<WeekSituation, "facts" | "asked" | "adapted" | "today">,
  kind: SessionKind,
  place: PlaceOfSession,
): AskedSession {
  const { facts, asked } = situation;
  const setting = settingAt(situation, place, injuredPatterns(facts, place.date));
  return askedSession({
    kind,
    week: asked.week,
    kit: place.kit ?? facts.programme.kit,
    maxMinutes: facts.programme.maxMinutes ?? null,
    turn: place.turn ?? 1,
    noNordics: isBeforeRace(place.date, facts.races),
    setting,
  });
}

/** Patterns that an injury pauses on any day of the week. */
export function injuredInWeek({ facts, asked }: Pick<WeekSituation, "facts" | "asked">): ReadonlySet<Pattern> {
  const days = Array.from({ length: 7 }, (_, day) => addDays(asked.monday, day));
  return new Set(days.flatMap((date) => [...injuredPatterns(facts, date)]));
}

/** What adaptation makes of a session of the week. */
export function settingAt(
  { facts, adapted, asked, today }: Pick<WeekSituation, "facts" | "asked" | "adapted" | "today">,
  { kit, step, after = 0 }: Pick<PlaceOfSession, "kit" | "step" | "after">,
  injured: ReadonlySet<Pattern>,
): SessionSetting {
  const { programme } = facts;
  const own = { kit: programme.kit, owned: ownedWeights(programme.kit, programme.weights ?? {}) };
  return settingOf(
    adapted.state,
    { ...(kit === "none" ? { kit, owned: NO_WEIGHTS } : own), limits: limitsOf(facts, today) },
    {
      pointer: { week: asked.week, doseWeek: adapted.doseWeek },
      ordinal: adapted.ordinal + after,
      spring: adapted.spring,
      injured,
      stepWaits: step === "waits",
    },
  );
}
