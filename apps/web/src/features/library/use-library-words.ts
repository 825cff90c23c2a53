import { useTranslations } from "use-intl";
import type { Translate } from "@legwork/core/placement";
import { libraryDescription, libraryName, type LibrarySession } from "@legwork/core/session-library";

/** Name and sentence of a session, in the reader's language. */
export function useLibraryWords() {
  const t = useTranslations();
  // Core makes its keys as plain strings; its tests format every one of them.
  const translate: Translate = (key, values) => t(key as Parameters<typeof t>[0], values);
  return {
    name: (session: LibrarySession) => keepEndClose(libraryName(session, translate)),
    description: (session: LibrarySession) => libraryDescription(session, translate),
  };
}

// Number and kit stay on one line with the word before them.
function keepEndClose(name: string): string {
  return name.replace(" · ", "\u00a0·\u00a0").replace(/ (?=[IVX]+(?:\u00a0|$))/, "\u00a0");
}
