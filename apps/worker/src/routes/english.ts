import exercise from "@legwork/core/messages/en/exercise";
import placement from "@legwork/core/messages/en/placement";
import programme from "@legwork/core/messages/en/programme";
import run from "@legwork/core/messages/en/run";
import type { Translate } from "@legwork/core/preview";
import { createTranslator } from "use-intl/core";

const translator = createTranslator({
  locale: "en",
  messages: { exercise, placement, programme, run },
  onError(error) {
    throw error;
  },
});

/** The domain's sentences in English. A key without a message is a bug and throws. */
export const translateEnglish: Translate = (key, values) => translator(key as Parameters<typeof translator>[0], values);
