import { weekdayOf, type LocalDate, type Weekday } from "../calendar";
import type { Reason } from "./types";

/** A message's key under the catalogue's root, and its values: words of a closed list and numbers, formatted by the message. */
export interface ReasonMessage {
  readonly key: `placement.reason.${Reason["code"]}`;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The sentence of a reason, as message and values. What a reason does not have reads `none`. */
export function reasonMessage(reason: Reason): ReasonMessage {
  const { run, session, moved, instead, because, legLoad, needed = 0, worseBy = 0 } = reason;
  return {
    key: `placement.reason.${reason.code}`,
    values: {
      day: weekdayWord(run?.date ?? reason.date),
      found: shownFound(reason),
      needed,
      legs: legLoad ?? "none",
      session: session?.kind ?? "none",
      sessionDay: weekdayWord(session?.date),
      moved: moved?.kind ?? "none",
      movedDay: weekdayWord(moved?.date),
      instead: instead ?? "none",
      because: because ?? "none",
      points: worseBy,
    },
  };
}

function weekdayWord(date: LocalDate | null | undefined): Weekday | "none" {
  return date ? weekdayOf(date) : "none";
}

// Hours that suffice are rounded down, hours that do not to the nearest, and never to where they would seem to suffice:
// 36.7 of 24 h is 36, 12.7 of 36 h is 13, 35.8 of 36 h stays 35.8.
function shownFound({ code, because, found = 0, needed = 0 }: Reason): number {
  const hours = Math.max(0, found);
  const shown = because ?? code;
  if (shown === "tooLong") return Math.ceil(hours);
  if (!shown.startsWith("too") && shown !== "sessionsTooClose" && shown !== "strengthFirstTooClose")
    return Math.floor(hours);
  return Math.round(hours) < needed ? Math.round(hours) : Math.floor(hours * 10) / 10;
}
