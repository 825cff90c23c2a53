import type { Reason } from "./types";

/** A message's key under the catalogue's root, and its values: words of a closed list and numbers, formatted by the message. */
export interface ReasonMessage {
  readonly key: `placement.reason.${Reason["code"]}`;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The sentence of a reason, as message and values. */
export function reasonMessage(reason: Reason): ReasonMessage {
  return { key: `placement.reason.${reason.code}`, values: {} };
}
