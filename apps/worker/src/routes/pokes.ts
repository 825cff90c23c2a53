import { SyncEnvelope } from "@legwork/core/wire";
import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { streamSSE } from "hono/streaming";
import * as v from "valibot";
import type { SignedInEnv } from "../auth/session";
import { markEndless, outgoingOf } from "../middleware/outgoing";
import { retryAfter } from "../middleware/retry-after";
import { parseOr400 } from "../middleware/read-json";
import { describe } from "../openapi";
import type { Pokes } from "../pokes/pokes";
import { ProblemError } from "../problem";

const Query = v.object({ device: SyncEnvelope.entries.device });
const HEADERS = {
  "Content-Type": "text/event-stream",
  "Cache-Control": "no-store, no-transform",
  // nginx would keep events until a buffer is full.
  "X-Accel-Buffering": "no",
};
/** Seconds, when this process has no room for another stream. Our own choice. */
const RETRY_AFTER_S = 10;

export interface PokeRouteOptions {
  readonly pokes: Pokes;
  readonly cookieName: string;
}

/** The stream of news that holds no news: only which runner to ask about. */
export function pokeRoutes({ pokes, cookieName }: PokeRouteOptions) {
  return new Hono<SignedInEnv>().get(
    "/",
    describe({
      id: "listenToPokes",
      summary: "Hear at once that a runner's records have changed",
      description:
        'Server-sent events, with nothing of the change itself. `hello`: everything may be new, sync once; it comes on connecting and whenever the server may have missed something. `poke` with `{"runner":"<id>"}`: that stream has changed, by another device. Comments are heartbeats. An account\'s oldest stream ends when it opens too many.',
      tag: "sync",
      signedIn: true,
      query: [
        {
          name: "device",
          description: "As in syncs: a device does not hear of its own changes.",
          schema: { type: "string", minLength: 1, maxLength: 64 },
          required: true,
        },
      ],
      answer: { status: 200, description: "Stays open.", contentType: "text/event-stream", schema: v.string() },
      problems: ["invalidRequest"],
    }),
    (context) => {
      const { device } = parseOr400(Query, context.req.query());
      if (context.req.method === "HEAD") return context.body(null, 200, HEADERS);
      const account = context.var.account.id;
      if (!pokes.hasRoomFor(account)) throw new ProblemError("unavailable", {}, retryAfter(RETRY_AFTER_S));
      markEndless(outgoingOf(context));
      const session = tokenOf(getCookie(context, cookieName) ?? "");
      const response = streamSSE(context, async (sse) => {
        const stream = pokes.open({ account, device, session, write: (text) => sse.write(text) });
        sse.onAbort(stream.end);
        await stream.run();
        // Whatever the reader did not take is given up.
        sse.abort();
      });
      for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
      return response;
    },
  );
}

/** Of a cookie `<token>.<signature>` that was checked already. */
function tokenOf(cookie: string): string {
  return cookie.slice(0, Math.max(0, cookie.lastIndexOf(".")));
}
