import { painSite, type Advice } from "@legwork/core/safety";
import { useTranslations } from "use-intl";

/** The sentence of a piece of advice about pain, in the reader's language. The screen brings the words of `safety`. */
export function useAdviceWords(): (advice: Advice) => string {
  const t = useTranslations();
  // Core makes its keys as plain strings; its tests format every one of them.
  return ({ key, values }) => t(key as Parameters<typeof t>[0], values);
}

/** The word of a place that hurts; words of the runner's own stay as they are. */
export function useSiteWords(): (site: string) => string {
  const t = useTranslations();
  return (text) => {
    const site = painSite(text);
    return site === null ? text : t(`safety.pain.site.${site}`);
  };
}
