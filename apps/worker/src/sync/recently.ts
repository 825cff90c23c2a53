/** How long a fact is held to be known. Our own choice. */
const KNOWN_FOR_MS = 60_000;
/** A bound on memory, our own choice; what is forgotten is asked once more. */
const FACTS_MAX = 20_000;

/** What this process learned within the last minute, each fact named by a few words. */
export interface Recently {
  lately(...words: readonly string[]): boolean;
  note(...words: readonly string[]): void;
}

export function recently(now: () => Date): Recently {
  const notedMs = new Map<string, number>();
  return {
    lately: (...words) => now().getTime() - (notedMs.get(words.join(" ")) ?? -Infinity) < KNOWN_FOR_MS,
    note(...words) {
      const fact = words.join(" ");
      notedMs.delete(fact);
      notedMs.set(fact, now().getTime());
      if (notedMs.size > FACTS_MAX) notedMs.delete(notedMs.keys().next().value ?? "");
    },
  };
}
