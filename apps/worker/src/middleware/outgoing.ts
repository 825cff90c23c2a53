import type { ServerResponse } from "node:http";
import type { Context } from "hono";

/** What carries the answer to the client; null in tests that call the app without a socket. */
export function outgoingOf(context: Context): ServerResponse | null {
  const env = context.env as { readonly outgoing?: ServerResponse } | null | undefined;
  return env?.outgoing ?? null;
}

const endless = new WeakSet<ServerResponse>();

/** Says that an answer does not end by itself. Its headers cannot be asked: Node forgets them once they are sent. */
export function markEndless(outgoing: ServerResponse | null): void {
  if (outgoing !== null) endless.add(outgoing);
}

export function isEndless(outgoing: ServerResponse): boolean {
  return endless.has(outgoing);
}
