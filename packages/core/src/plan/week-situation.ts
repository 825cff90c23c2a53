import { daysBetween, type LocalDate } from "../calendar";
import { isNothingNewDay, type AskedWeek, type EarlierSession, type PlacedSession } from "../placement";
import type { SessionKind } from "../programme";
import { askedSession, type AskedSession } from "./asked-session";
import type { Carried } from "./carried";
import type { RunnerFacts } from "./runner-facts";
import type { SlotFacts } from "./slot-facts";
import type { PlanRun } from "./types";

/** Everything that one week of the plan is made from. */
export interface WeekSituation {
  readonly facts: RunnerFacts;
  readonly today: LocalDate;
  /** Calendar week since the start, 1–12. */
  readonly week: number;
  readonly monday: LocalDate;
  /** What the week asks for; its programme week may lie behind the calendar week. */
  readonly asked: AskedWeek;
  /** By Monday, from the week before to the week after. */
  readonly runs: ReadonlyMap<LocalDate, readonly PlanRun[]>;
  readonly slots: ReadonlyMap<LocalDate, readonly SlotFacts[]>;
  /** Sessions done beside the plan, all weeks. */
  readonly extras: readonly EarlierSession[];
  readonly carried: Carried;
}

/** What decides the content of a session beside its kind. */
export type PlaceOfSession = Pick<PlacedSession, "date" | "turn" | "kit">;

/** What the programme asks of `kind` in this week, at its place. */
export function askedThisWeek(
  { facts, asked }: Pick<WeekSituation, "facts" | "asked">,
  kind: SessionKind,
  place: PlaceOfSession,
): AskedSession {
  const { kit, maxMinutes = null } = facts.programme;
  return askedSession({
    kind,
    week: asked.week,
    kit: place.kit ?? kit,
    maxMinutes,
    turn: place.turn ?? 1,
    noNordics: isBeforeRace(place.date, facts.races),
  });
}

function isBeforeRace(date: LocalDate, races: RunnerFacts["races"]): boolean {
  return races.some((race) => race.goal !== undefined && isNothingNewDay(daysBetween(date, race.date), race.goal));
}
