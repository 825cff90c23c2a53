import { acknowledgedIsDurable } from "./acknowledged-is-durable";
import { cursorsAreHonest } from "./cursors-are-honest";
import { devicesAgree } from "./devices-agree";
import { devicesGoForward } from "./devices-go-forward";
import { everythingComesToRest } from "./everything-comes-to-rest";
import { readHistory } from "./read-history";
import { repeatsAreHarmless } from "./repeats-are-harmless";
import { rightsHold } from "./rights-hold";
import { savedIsKept } from "./saved-is-kept";
import type { FinalState, History, Violation } from "./types";

/** Everything that a history and its end say against the promises of sync; empty when they were kept. */
export function checkHistory(history: History, final: FinalState): readonly Violation[] {
  const reading = readHistory(history);
  return [
    ...savedIsKept(reading, final),
    ...acknowledgedIsDurable(reading, final),
    ...devicesAgree(final),
    ...repeatsAreHarmless(reading),
    ...cursorsAreHonest(reading, final),
    ...devicesGoForward(reading, final.owner),
    ...rightsHold(reading, final),
    ...everythingComesToRest(final),
  ];
}
