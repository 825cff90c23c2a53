import type { Translate } from "../placement";
import type { PreCheckVerdict } from "./pre-check";

/** What the answers before a session make of it, and because of what: two sentences. */
export interface PreCheckText {
  readonly headline: string;
  readonly why: string;
}

/** A check's verdict in the reader's language. */
export function preCheckText({ action, because, found }: PreCheckVerdict, translate: Translate): PreCheckText {
  return {
    headline: translate(`adaptation.check.${action}`),
    why: translate(`adaptation.because.${because}`, { found: found ?? 0 }),
  };
}
