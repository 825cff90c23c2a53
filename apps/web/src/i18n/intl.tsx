"use client";

import { use, useEffect, useSyncExternalStore, type ReactNode } from "react";
import { IntlProvider, useMessages } from "use-intl";
import { loadBase, loadParts, type PartName } from "./catalogue";
import { currentLocale, subscribeToLocale, type Locale } from "./locale";

/** The region whose way of writing dates and numbers goes with a language: Monday 30 November. */
const REGIONS: Record<Locale, string> = { en: "en-GB" };

/** Gives every screen its words. The pages are prerendered in English; another language replaces it after hydration. */
export function Intl({ children }: { children: ReactNode }) {
  const locale = useChosenLocale();
  const messages = use(loadBase(locale));

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  return <Words messages={messages}>{children}</Words>;
}

interface WithWordsProps {
  /** Beside the words that every screen has. Always the same list for one screen. */
  readonly of: readonly PartName[];
  readonly children: ReactNode;
}

/** Gives a screen the words that only it and few others need. */
export function WithWords({ of, children }: WithWordsProps) {
  const locale = useChosenLocale();
  const common = useMessages();
  const own = use(loadParts(locale, of));
  return <Words messages={{ ...common, ...own }}>{children}</Words>;
}

function Words({ messages, children }: { messages: object; children: ReactNode }) {
  const locale = useChosenLocale();
  return (
    // Civil days have no zone and are shown as they stand; an instant is formatted with its zone named.
    // The types know every part of the catalogue; which of them are here is for the page to say.
    <IntlProvider locale={REGIONS[locale]} messages={messages} timeZone="UTC" onError={reportIntlError}>
      {children}
    </IntlProvider>
  );
}

function useChosenLocale(): Locale {
  return useSyncExternalStore(subscribeToLocale, currentLocale, (): Locale => "en");
}

function reportIntlError(error: Error) {
  queueMicrotask(() => {
    throw error;
  });
}
