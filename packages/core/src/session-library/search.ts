import { KITS, type Kit } from "../exercise";
import { LOAD_CLASSES, type LoadClass } from "../programme";
import type { Focus, Level } from "./focus";
import { sessionLibrary, type LibrarySession } from "./library";

/** What to look for; what is left out is not asked about. */
export interface LibraryQuery {
  readonly focus?: Focus;
  /** What the runner has: of the versions of one session the one that makes most of it. */
  readonly kit?: Kit;
  /** Minutes that there are, for the session as supersets. */
  readonly minutesMax?: number;
  readonly level?: Level;
  /** Heaviest class of leg load. */
  readonly legLoadMax?: LoadClass;
  /** Whether the gate of the spring drills is open; false leaves out what hops or jumps. */
  readonly springGateOpen?: boolean;
}

/** The sessions that answer the query, in the library's order: by focus, series, level and part. */
export function searchLibrary(query: LibraryQuery = {}): readonly LibrarySession[] {
  const fitting = sessionLibrary().filter((session) => answers(session, query));
  return query.kit === undefined ? fitting : fitting.filter(isLastOfItsName);
}

function answers(session: LibrarySession, query: LibraryQuery): boolean {
  const { focus, kit, minutesMax, level, legLoadMax, springGateOpen } = query;
  return (
    (focus === undefined || session.focus === focus) &&
    (level === undefined || session.level === level) &&
    (kit === undefined || KITS.indexOf(session.kit) <= KITS.indexOf(kit)) &&
    (minutesMax === undefined || session.minutes.superset <= minutesMax) &&
    (legLoadMax === undefined || LOAD_CLASSES.indexOf(session.legLoad.class) <= LOAD_CLASSES.indexOf(legLoadMax)) &&
    (springGateOpen !== false || !session.needsSpringGate)
  );
}

// Versions of one session stand together, the smaller kit first.
function isLastOfItsName({ name }: LibrarySession, index: number, sessions: readonly LibrarySession[]): boolean {
  const next = sessions[index + 1]?.name;
  return next?.series !== name.series || next.level !== name.level || next.part !== name.part;
}
