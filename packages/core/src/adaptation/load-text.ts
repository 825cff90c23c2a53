import type { Translate } from "../placement";
import type { PrescribedExercise } from "../programme";

/** Why this weight is offered, in the reader's language; null when it is the one lifted last, or none is offered. */
export function loadText(
  { loadWhy, rir }: Pick<PrescribedExercise, "loadWhy" | "rir">,
  translate: Translate,
): string | null {
  if (loadWhy === undefined) return null;
  return loadWhy.reason === "lightest"
    ? translate("adaptation.load.lightest", { rir })
    : translate("adaptation.load.nearest", { wanted: loadWhy.wantedGrams / 1000 });
}
