import { reasonMessage, type Reason } from "@legwork/core/placement";
import { useTranslations } from "use-intl";

/** The sentence of a reason, in the reader's language. */
export function useReasonWords(): (reason: Reason) => string {
  const t = useTranslations();
  return (reason) => {
    const { key, values } = reasonMessage(reason);
    return t(key, values);
  };
}
