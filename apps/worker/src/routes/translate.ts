import exercise from "@legwork/core/messages/en/exercise";
import placement from "@legwork/core/messages/en/placement";
import programme from "@legwork/core/messages/en/programme";
import run from "@legwork/core/messages/en/run";
import placementInSpanish from "@legwork/core/messages/es/placement";
import placementInDutch from "@legwork/core/messages/nl/placement";
import type { Translate } from "@legwork/core/placement";
import { createTranslator } from "use-intl/core";

const english = { exercise, placement, programme, run };

/** The domain's sentences in English. A key without a message is a bug and throws. */
export const translateEnglish = translatorOf("en", english);

// What has no catalogue of its own yet, the names of the exercises, stays English.
const TRANSLATORS: ReadonlyMap<string, Translate> = new Map([
  ["en", translateEnglish],
  ["nl", translatorOf("nl", { ...english, placement: placementInDutch })],
  ["es", translatorOf("es", { ...english, placement: placementInSpanish })],
]);

/** The languages in which the placement can speak. */
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
