"use client";

import { use, useEffect, useSyncExternalStore, type ReactNode } from "react";
import { IntlProvider } from "use-intl";
import { loadCatalogue } from "./catalogue";
import { currentLocale, subscribeToLocale, type Locale } from "./locale";

/** The region whose way of writing dates and numbers goes with a language: Monday 30 November. */
const REGIONS: Record<Locale, string> = { en: "en-GB" };

/** Gives every screen its words. The pages are prerendered in English; another language replaces it after hydration. */
export function Intl({ children }: { children: ReactNode }) {
  const locale = useSyncExternalStore(subscribeToLocale, currentLocale, (): Locale => "en");
  const messages = use(loadCatalogue(locale));

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  return (
    // Civil days have no zone and are shown as they stand; an instant is formatted with its zone named.
    <IntlProvider locale={REGIONS[locale]} messages={messages} timeZone="UTC" onError={reportIntlError}>
      {children}
    </IntlProvider>
  );
}

function reportIntlError(error: Error) {
  queueMicrotask(() => {
    throw error;
  });
}
