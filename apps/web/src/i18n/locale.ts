/** The languages whose catalogue is complete. */
export const LOCALES = ["en"] as const;
export type Locale = (typeof LOCALES)[number];

const STORAGE_KEY = "legwork.language";
const listeners = new Set<() => void>();

/** The chosen language, else the phone's own when we speak it, else English. */
export function currentLocale(): Locale {
  const wished = [readChoice(), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return LOCALES.find((locale) => wished.includes(locale)) ?? "en";
}

/** Remembered on this phone, so that the first paint of the next start already speaks it. */
export function chooseLocale(locale: Locale) {
  localStorage.setItem(STORAGE_KEY, locale);
  for (const listener of listeners) listener();
}

export function subscribeToLocale(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    // Storage can be forbidden; the phone's language serves then.
    return null;
  }
}
