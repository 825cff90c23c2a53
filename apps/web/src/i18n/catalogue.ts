import type { base, parts } from "./en";
import type { Locale } from "./locale";

export type BaseMessages = typeof base;
/** A part of the catalogue that only some screens need. */
export type PartName = keyof typeof parts;
export type PartMessages = Readonly<Partial<Record<PartName, object>>>;

interface Language {
  readonly base: BaseMessages;
  readonly parts: Readonly<Record<PartName, () => Promise<{ readonly default: object }>>>;
}

const languages: Record<Locale, () => Promise<Language>> = { en: () => import("./en") };
const loading = new Map<string, Promise<unknown>>();

/** The words that every screen needs. */
export function loadBase(locale: Locale): Promise<BaseMessages> {
  return once(locale, async () => (await languages[locale]()).base);
}

/** The words of one screen. */
export function loadParts(locale: Locale, names: readonly PartName[]): Promise<PartMessages> {
  return once(`${locale} ${names.join(" ")}`, async () => {
    const { parts } = await languages[locale]();
    const loaded = await Promise.all(names.map(async (name) => [name, (await parts[name]()).default] as const));
    return Object.fromEntries(loaded);
  });
}

// `use` must find the same promise in every render.
function once<Value>(key: string, load: () => Promise<Value>): Promise<Value> {
  const known = loading.get(key) as Promise<Value> | undefined;
  const promise = known ?? load();
  loading.set(key, promise);
  return promise;
}
