import type { ExtraCheck } from "../placement";
import type { LibrarySession } from "./library";

/** A session with what the placement rules say to it today. */
export interface SessionToday {
  readonly session: LibrarySession;
  readonly check: ExtraCheck;
}

const ORDER: readonly ExtraCheck["status"][] = ["fits", "costs", "blocked"];

/**
 * What may be done today first, then what costs something, then what a rule forbids; within each the sessions whose minutes come
 * closest to the `minutes` that there are, and where none are said, in the order given.
 */
export function sortForToday(
  sessions: readonly LibrarySession[],
  { check, minutes }: { readonly check: (session: LibrarySession) => ExtraCheck; readonly minutes?: number },
): readonly SessionToday[] {
  const away = ({ session }: SessionToday) =>
    minutes === undefined ? 0 : Math.abs(minutes - session.minutes.superset);
  const rank = ({ check: { status } }: SessionToday) => ORDER.indexOf(status);
  return sessions
    .map((session) => ({ session, check: check(session) }))
    .toSorted((one, other) => rank(one) - rank(other) || away(one) - away(other));
}
