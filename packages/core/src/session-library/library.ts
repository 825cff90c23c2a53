import { KITS, MUSCLES, PRIME_MOVERS, type Kit, type Muscle } from "../exercise";
import { sessionMinutes, type LegLoad, type Prescription, type SessionMinutes } from "../programme";
import { composerFor, prescriptionOf, type Content } from "./compose";
import type { Focus, Level } from "./focus";
import type { Series, SeriesId } from "./outline";
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
  const sessions = SERIES.flatMap((series) => series.levels.flatMap((level) => sessionsOf(series, level)));
  return { sessions, byId: new Map(sessions.map((session) => [session.id, session])) };
}

function sessionsOf({ id, focus, outlines }: Series, level: Level): readonly LibrarySession[] {
  const compose = composerFor(focus, level);
  return outlines.flatMap((outline, index) => {
    const name = { series: id, level, part: index + 1 };
    const versions = versionsOf((kit) => compose(outline, kit));
    return versions.map(({ kit, content }) => sessionOf({ name, focus, kit }, content));
  });
}

// A bigger kit has a version of its own only where it changes what is done.
function versionsOf(contentWith: (kit: Kit) => Content): readonly { readonly kit: Kit; readonly content: Content }[] {
  const versions: { readonly kit: Kit; readonly content: Content }[] = [];
  for (const kit of KITS) {
    const content = contentWith(kit);
    if (!versions.some((each) => isSame(each.content, content))) versions.push({ kit, content });
  }
  return versions;
}

function sessionOf(
  { name, focus, kit }: Pick<LibrarySession, "name" | "focus" | "kit">,
  content: Content,
): LibrarySession {
  const { series, level, part } = name;
  const id = `${series}-${level}-${part}-${kit}`;
  const { prescription, legLoad } = prescriptionOf(content, { id, level });
  return {
    id,
    name,
    focus,
    level,
    kit,
    prescription,
    legLoad,
    minutes: sessionMinutes(prescription),
    muscles: musclesTrained(prescription),
    needsSpringGate: prescription.plyo.some(({ exercise }) => exercise !== "PLYO.Y0"),
  };
}

// Of one outline: the drills are the same, and the same exercise is the same object.
function isSame({ pairs }: Content, other: Content): boolean {
  return pairs.every((pair, index) => pair.every((exercise, place) => exercise === other.pairs[index]?.[place]));
}

function musclesTrained({ plyo, pairs }: Prescription): readonly Muscle[] {
  const trained = new Set<Muscle>();
  for (const exercises of [plyo, ...pairs])
    for (const { pattern } of exercises) for (const muscle of PRIME_MOVERS[pattern]) trained.add(muscle);
  return MUSCLES.filter((muscle) => trained.has(muscle));
}
