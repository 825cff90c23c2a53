import { useTranslations } from "use-intl";
import type { Translate } from "@legwork/core/placement";
import { libraryDescription, libraryName, type LibrarySession } from "@legwork/core/session-library";

/** Name and sentence of a session, in the reader's language. */
export function useLibraryWords() {
  const t = useTranslations();
  // Core makes its keys as plain strings; its tests format every one of them.
  const translate: Translate = (key, values) => t(key as Parameters<typeof t>[0], values);
  return {
    /** Without the kit, which stands beside the minutes. */
    name: ({ name }: LibrarySession) => keepNumberClose(libraryName({ name, kit: "none" }, translate)),
    /** Null for a session that needs none. */
    kit: ({ kit }: LibrarySession) => (kit === "none" ? null : t(`library.kit.${kit}`)),
    description: (session: LibrarySession) => libraryDescription(session, translate),
  };
}

// A number stays on one line with the word before it.
function keepNumberClose(name: string): string {
  return name.replace(/ (?=[IVX]+$)/, "\u00a0");
}
