import exercise from "@legwork/core/messages/en/exercise";
import placement from "@legwork/core/messages/en/placement";
import programme from "@legwork/core/messages/en/programme";
import run from "@legwork/core/messages/en/run";
import exerciseInSpanish from "@legwork/core/messages/es/exercise";
import placementInSpanish from "@legwork/core/messages/es/placement";
import programmeInSpanish from "@legwork/core/messages/es/programme";
import runInSpanish from "@legwork/core/messages/es/run";
import exerciseInDutch from "@legwork/core/messages/nl/exercise";
import placementInDutch from "@legwork/core/messages/nl/placement";
import programmeInDutch from "@legwork/core/messages/nl/programme";
import runInDutch from "@legwork/core/messages/nl/run";
import type { Translate } from "@legwork/core/placement";
import { createTranslator } from "use-intl/core";

const english = { exercise, placement, programme, run };
const dutch = { exercise: exerciseInDutch, placement: placementInDutch, programme: programmeInDutch, run: runInDutch };
const spanish = {
  exercise: exerciseInSpanish,
  placement: placementInSpanish,
  programme: programmeInSpanish,
  run: runInSpanish,
};

/** The domain's sentences in English. A key without a message is a bug and throws. */
export const translateEnglish = translatorOf("en", english);

const TRANSLATORS: ReadonlyMap<string, Translate> = new Map([
  ["en", translateEnglish],
  ["nl", translatorOf("nl", dutch)],
  ["es", translatorOf("es", spanish)],
]);

/** The languages in which the domain can speak. */
export const LANGUAGES: readonly string[] = [...TRANSLATORS.keys()];

/** The domain's sentences in one of `LANGUAGES`, for any other language in English. */
export function translatorFor(language: string): Translate {
  return TRANSLATORS.get(language) ?? translateEnglish;
}

// Core makes its keys as plain strings; its tests format every one of them.
function translatorOf(locale: string, messages: typeof english): Translate {
  const translator = createTranslator({
    locale,
    messages,
    onError(error) {
      throw error;
    },
  });
  return (key, values) => translator(key as Parameters<typeof translator>[0], values);
}
