import { weekdayOf, type LocalDate, type Weekday } from "../calendar";
import type { Freeing, Reason, Shortfall } from "./types";

/** Formats the message `key` (`placement.reason.tooCloseToKey`, `exercise.P1.0.name`) in the reader's language. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The sentence of a reason. What a reason does not have reads as an empty word. */
export function reasonText(reason: Reason, translate: Translate): string {
  const { run, session, legLoad, needed = 0, worseBy = 0, away } = reason;
  return translate(`placement.reason.${reason.code}`, {
    day: dayWord(run?.date ?? reason.date, translate),
    run: run?.kind ?? "other",
    found: shownFound(reason),
    needed,
    legs: legLoad === undefined ? "" : translate(`placement.legs.${legLoad}`),
    session: session?.kind ?? "",
    sessionDay: dayWord(session?.date, translate),
    away: away ?? "other",
    points: worseBy,
  });
}

/** What was given up, the rule that stands in the way, and the change that would make room. */
export function shortfallText({ asked, instead, reason, freeing }: Shortfall, translate: Translate): string {
  const givenUp = translate("placement.shortfall.givenUp", { session: asked, instead: instead ?? "none" });
  const because = translate("placement.shortfall.because", { reason: reasonText(reason, translate) });
  const sentences = freeing === null ? [givenUp, because] : [givenUp, because, freeingText(freeing, translate)];
  return sentences.join(" ");
}

/** The change that would make room, as a sentence. */
export function freeingText(freeing: Freeing, translate: Translate): string {
  if (freeing.change === "minutes" && freeing.day === null)
    return translate("placement.freeing.minutesEveryDay", { minutes: freeing.minutes });
  return translate(`placement.freeing.${freeing.change}`, {
    day: "run" in freeing ? dayWord(freeing.run.date, translate) : dayOf(freeing, translate),
    minutes: "minutes" in freeing ? freeing.minutes : 0,
    time: "time" in freeing ? freeing.time : "",
    to: "to" in freeing ? dayWord(freeing.to, translate) : "",
  });
}

function dayOf(freeing: Freeing, translate: Translate): string {
  return "day" in freeing && freeing.day !== null ? translate(`placement.day.${freeing.day}`) : "";
}

function dayWord(date: LocalDate | null | undefined, translate: Translate): string {
  if (!date) return "";
  const weekday: Weekday = weekdayOf(date);
  return translate(`placement.day.${weekday}`);
}

// Hours that suffice are rounded down, hours that do not to the nearest, and never to where they would seem to suffice:
// 36.7 of 24 h is 36, 12.7 of 36 h is 13, 35.8 of 36 h stays 35.8.
function shownFound({ code, found = 0, needed = 0 }: Reason): number {
  const shown = Math.max(0, found);
  if (code === "tooLong" || code === "tooLongForDay") return Math.ceil(shown);
  if (!NOT_ENOUGH.has(code)) return Math.floor(shown);
  return Math.round(shown) < needed ? Math.round(shown) : Math.floor(shown * 10) / 10;
}

const NOT_ENOUGH: ReadonlySet<Reason["code"]> = new Set([
  "tooCloseToKey",
  "tooCloseToLong",
  "tooSoonAfterKey",
  "tooSoonAfterLong",
  "strengthFirstTooClose",
  "sessionsTooClose",
  "firstTooCloseToKey",
  "firstTooCloseToLong",
  "stepTooClose",
  "nothingBeforeRace",
]);
