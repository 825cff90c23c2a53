import { KITS, MUSCLES, PRIME_MOVERS, type Kit, type Muscle } from "../exercise";
import { sessionMinutes, type LegLoad, type Prescription, type SessionMinutes } from "../programme";
import { composeSession } from "./compose";
import type { Focus, Level } from "./focus";
import type { Outline, Series, SeriesId } from "./outline";
import { SERIES } from "./series";

/** A strength session that stands alone: ready to be started beside the plan or in place of a planned one. */
export interface LibrarySession {
  /** `<series>-<level>-<part>-<kit>`; it never changes its meaning. */
  readonly id: string;
  /** The same for all kits. */
  readonly name: { readonly series: SeriesId; readonly level: Level; readonly part: number };
  readonly focus: Focus;
  readonly level: Level;
  /** The smallest kit that holds this version of it. */
  readonly kit: Kit;
  readonly prescription: Prescription;
  readonly minutes: SessionMinutes;
  /** By its content, as of one who knows the exercises. */
  readonly legLoad: LegLoad;
  /** Prime movers. Empty for mobility. */
  readonly muscles: readonly Muscle[];
  /** True when it hops or jumps: only with the gate of the spring drills open. Heel bounces need none. */
  readonly needsSpringGate: boolean;
}

let built: Library | null = null;

interface Library {
  readonly sessions: readonly LibrarySession[];
  readonly byId: ReadonlyMap<string, LibrarySession>;
}

/** All sessions, by focus, series, level, part and kit. Put together when first asked for, then kept. */
export function sessionLibrary(): readonly LibrarySession[] {
  return library().sessions;
}

/** The session of an id; null when there is none, as for one of a newer library. */
export function librarySession(id: string): LibrarySession | null {
  return library().byId.get(id) ?? null;
}

function library(): Library {
  built ??= buildLibrary();
  return built;
}

function buildLibrary(): Library {
  const sessions = SERIES.flatMap((series) =>
    series.levels.flatMap((level) =>
      series.outlines.flatMap((outline, index) => versionsOf(series, level, { outline, part: index + 1 })),
    ),
  );
  return { sessions, byId: new Map(sessions.map((session) => [session.id, session])) };
}

interface Part {
  readonly outline: Outline;
  /** From 1. */
  readonly part: number;
}

// A bigger kit has a version of its own only where it changes what is done.
function versionsOf({ id: series, focus }: Series, level: Level, { outline, part }: Part): readonly LibrarySession[] {
  const contents = new Set<string>();
  return KITS.flatMap((kit) => {
    const id = `${series}-${level}-${part}-${kit}`;
    const composed = composeSession(outline, { id, focus, level, kit });
    const content = contentOf(composed.prescription);
    if (contents.has(content)) return [];
    contents.add(content);
    return [{ ...composed, id, name: { series, level, part }, focus, level, kit, ...factsOf(composed.prescription) }];
  });
}

/** What is done in a session, as one text: two sessions of the same content are the same session. */
export function contentOf({ phase, plyo, pairs }: Prescription): string {
  return JSON.stringify([
    phase,
    [plyo, ...pairs].map((exercises) =>
      exercises.map(({ exercise, sets, amount, unit, perSide, tempo, rir }) => [
        exercise,
        sets,
        amount,
        unit,
        perSide,
        tempo,
        rir,
      ]),
    ),
  ]);
}

function factsOf(prescription: Prescription): Pick<LibrarySession, "minutes" | "muscles" | "needsSpringGate"> {
  const trained = new Set(
    [...prescription.plyo, ...prescription.pairs.flat()].flatMap(({ pattern }) => PRIME_MOVERS[pattern]),
  );
  return {
    minutes: sessionMinutes(prescription),
    muscles: MUSCLES.filter((muscle) => trained.has(muscle)),
    needsSpringGate: prescription.plyo.some(({ exercise }) => exercise !== "PLYO.Y0"),
  };
}
