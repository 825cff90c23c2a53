import { reasonMessage, type Reason } from "@legwork/core/placement";
import { useTranslations } from "use-intl";

// A number and its unit stay on one line.
const LOOSE_UNIT = /(\d) (h|min)\b/g;

/** The sentence of a reason, in the reader's language. */
export function useReasonWords(): (reason: Reason) => string {
  const t = useTranslations();
  return (reason) => {
    const { key, values } = reasonMessage(reason);
    return t(key, values).replaceAll(LOOSE_UNIT, "$1\u00a0$2");
  };
}
