import { useTranslations } from "use-intl";
import type { RefusedChange } from "@/data";
import { useRecordWords } from "@/i18n/use-record-words";

/** Why the server refused a change, in one sentence. */
export function useRefusalWords(): (refusal: RefusedChange["refusal"]) => string {
  const t = useTranslations("records.mend.why");
  const words = useRecordWords();
  return ({ code, key, op }) => {
    const field = key === null ? "" : words.field(key);
    switch (code) {
      case "badValue":
        return key === null ? t("malformed") : t("badValue", { field, value: words.value(op.patch[key] ?? null) });
      case "badKey":
        return key === null ? t("malformed") : t("badKey", { key });
      case "missingField":
        return key === null ? t("malformed") : t("missingField", { field });
      case "tooLarge":
      case "kindDiffers":
      case "serverKind":
      case "nothingToDelete":
      case "malformed":
        return t(code);
      default:
        return t("other", { code });
    }
  };
}
