import { useTranslations } from "use-intl";
import type { Translate } from "@legwork/core/placement";
import { libraryDescription, libraryName, type LibrarySession } from "@legwork/core/session-library";

/** Name and sentence of a session, in the reader's language. */
export function useLibraryWords() {
  const t = useTranslations();
  // Core makes its keys as plain strings; its tests format every one of them.
  const translate: Translate = (key, values) => t(key as Parameters<typeof t>[0], values);
  return {
    // The kit stays on one line with what stands before it.
    name: (session: LibrarySession) => libraryName(session, translate).replace(" · ", "\u00a0·\u00a0"),
    description: (session: LibrarySession) => libraryDescription(session, translate),
  };
}
