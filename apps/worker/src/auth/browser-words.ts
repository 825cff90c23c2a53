import Bowser from "bowser";

export interface BrowserWords {
  readonly browser: string | null;
  readonly system: string | null;
}

/** Longest text that is looked at. Our own choice. */
const USER_AGENT_MAX = 400;

/** Browser and system by their names, such as Firefox and Android; null what the user agent does not say. */
export function browserWords(userAgent: string): BrowserWords {
  if (userAgent === "") return { browser: null, system: null };
  const { browser, os } = Bowser.parse(userAgent.slice(0, USER_AGENT_MAX));
  return { browser: browser.name ?? null, system: os.name ?? null };
}
