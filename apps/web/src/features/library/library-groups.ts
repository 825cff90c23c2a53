import { SPRING_DRILLS, SPRING_STEPS, type Kit, type Pattern } from "@legwork/core/exercise";
import type { ExtraCheck } from "@legwork/core/placement";
import { isMobility } from "@legwork/core/programme";
import type { SafetyLimits } from "@legwork/core/safety";
import {
  LEVELS,
  searchLibrary,
  sessionWithin,
  sortForToday,
  type Focus,
  type Level,
  type LibrarySession,
  type SessionToday,
} from "@legwork/core/session-library";
import type { LibraryChecks } from "@/data";

/** What the runner looks for. */
export interface LibraryFilter {
  readonly focus: Focus | null;
  readonly level: Level | null;
  readonly kit: Kit;
  readonly minutes: number | null;
  /** `today` leaves out what may not be done today. */
  readonly show: "all" | "today";
}

export type GroupId = "fits" | "costs" | "blocked" | "notYet" | "unknown";

export interface LibraryGroup {
  readonly id: GroupId;
  readonly rows: readonly SessionToday[];
}

/** Whether hops and jumps may be done: yes, on two legs only, once the gate opens, or not at all for an answer about health. */
export type Springs = "open" | "twoLegs" | "gateClosed" | "off";

export interface Asked {
  readonly filter: LibraryFilter;
  /** Null when the rules could not be asked. */
  readonly checks: LibraryChecks["checks"] | null;
  /** `inPlace` when a planned session stands on today. */
  readonly as: "beside" | "inPlace";
  readonly springs: Springs;
  /** Patterns that pain or an injury keeps out today. */
  readonly paused: readonly Pattern[];
  /** What safety allows: sessions are shown as they stand within it. */
  readonly limits: SafetyLimits;
  /** The level of the runner's phase: sessions of it come first. */
  readonly ownLevel: Level;
}

const NOTHING_SAID: ExtraCheck = { status: "fits", reasons: [] };
const GROUPS: readonly GroupId[] = ["fits", "costs", "blocked", "notYet"];

/** The sessions that answer the filter, by what the rules say to them today. Groups without a session are left out. */
export function libraryGroups({
  filter,
  checks,
  as,
  springs,
  paused,
  limits,
  ownLevel,
}: Asked): readonly LibraryGroup[] {
  const { focus, level, kit, minutes, show } = filter;
  const found = searchLibrary({
    kit,
    ...(focus === null ? {} : { focus }),
    ...(level === null ? {} : { level }),
    ...(minutes === null ? {} : { minutesMax: minutes }),
  });
  const away = (session: LibrarySession) => Math.abs(LEVELS.indexOf(session.level) - LEVELS.indexOf(ownLevel));
  const nearest = found.toSorted((one, other) => away(one) - away(other));
  const check = (session: LibrarySession) => checkOf(session, { checks, as }) ?? NOTHING_SAID;
  const rows = sortForToday(nearest, { check, ...(minutes === null ? {} : { minutes }) });
  const withinLimits = (all: readonly SessionToday[]) =>
    all.flatMap((row) => {
      const session = sessionWithin(row.session, limits, kit);
      return session === null ? [] : [{ ...row, session }];
    });
  if (checks === null) return rows.length === 0 ? [] : [{ id: "unknown", rows: withinLimits(rows) }];
  const groupOf = ({ session, check: { status } }: SessionToday): GroupId =>
    waitsForSprings(session, springs) || isPaused(session, paused) ? "notYet" : status;
  const shown = show === "today" ? GROUPS.slice(0, 2) : GROUPS;
  return shown
    .map((id) => ({ id, rows: withinLimits(rows.filter((row) => groupOf(row) === id)) }))
    .filter((group) => group.rows.length > 0);
}

/** What the rules say to a session; null when they could not be asked. Mobility replaces nothing: it comes beside the plan. */
export function checkOf(session: LibrarySession, { checks, as }: Pick<Asked, "checks" | "as">): ExtraCheck | null {
  const check = checks?.get(session.id);
  if (check === undefined) return null;
  return as === "inPlace" && canReplace(session) ? (check.inPlace ?? check.beside) : check.beside;
}

/** True of a session with a pattern that pain or an injury keeps out. */
export function isPaused({ prescription: { plyo, pairs } }: LibrarySession, paused: readonly Pattern[]): boolean {
  return [...plyo, ...pairs.flat()].some(({ pattern }) => paused.includes(pattern));
}

/** True of a session that the runner may not do yet. Heel bounces wait for no gate, and stay out with all others for health. */
export function waitsForSprings({ needsSpringGate, prescription }: LibrarySession, springs: Springs): boolean {
  if (springs === "off") return prescription.plyo.length > 0;
  if (springs === "twoLegs") return prescription.plyo.some(({ exercise }) => ON_ONE_LEG.has(exercise));
  return needsSpringGate && springs === "gateClosed";
}

const ON_ONE_LEG: ReadonlySet<string> = new Set(
  SPRING_DRILLS.filter((drill) => SPRING_STEPS[drill].needs === "oneLeg").map((drill) => `PLYO.${drill}`),
);

/** Mobility is no strength: it never takes the place of a planned session. Our own choice. */
export function canReplace({ prescription }: LibrarySession): boolean {
  return !isMobility(prescription);
}
