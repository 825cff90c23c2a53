import { reasonText, shortfallText, type Reason, type Shortfall, type Translate } from "@legwork/core/placement";
import { useTranslations } from "use-intl";

/** The sentence of a reason, in the reader's language. */
export function useReasonWords(): (reason: Reason) => string {
  const translate = useTranslate();
  return (reason) => keepUnitsClose(reasonText(reason, translate));
}

/** What was given up, why, and what would make room, in the reader's language. */
export function useShortfallWords(): (shortfall: Shortfall) => string {
  const translate = useTranslate();
  return (shortfall) => keepUnitsClose(shortfallText(shortfall, translate));
}

/** Formats the messages of the domain. Core makes its keys as plain strings; its tests format every one of them. */
export function useTranslate(): Translate {
  const t = useTranslations();
  return (key, values) => t(key as Parameters<typeof t>[0], values);
}

// A number and its unit stay on one line.
const LOOSE_UNIT = /(\d) (h|min)\b/g;

function keepUnitsClose(text: string): string {
  return text.replaceAll(LOOSE_UNIT, "$1\u00a0$2");
}
