import { mistakeText, type Mistake, type MistakeText } from "@legwork/core/attention";
import { useTranslate } from "./use-reason-words";

/** The words of a mistake, in the reader's language. */
export function useMistakeWords(): (mistake: Mistake) => MistakeText {
  const translate = useTranslate();
  return (mistake) => mistakeText(mistake, translate);
}
