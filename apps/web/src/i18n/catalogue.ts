import type { en } from "./en";
import type { Locale } from "./locale";

export type Catalogue = typeof en;

const loaders: Record<Locale, () => Promise<Catalogue>> = {
  en: () => import("./en").then((module) => module.en),
};
const loaded = new Map<Locale, Promise<Catalogue>>();

/** One promise per language, so that `use` finds the same one in every render. */
export function loadCatalogue(locale: Locale): Promise<Catalogue> {
  const known = loaded.get(locale);
  if (known) return known;
  const loading = loaders[locale]();
  loaded.set(locale, loading);
  return loading;
}
