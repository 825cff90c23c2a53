import type { Db } from "@legwork/db";
import { Hono } from "hono";
import * as v from "valibot";
import { runnerOf } from "../auth/runner-of";
import type { SignedInEnv } from "../auth/session";
import { EXPORT_FORMAT, EXPORT_VERSION, exportChunks } from "../export/export-chunks";
import { loggableError } from "../middleware/loggable-error";
import { describe } from "../openapi";

const rows = v.array(v.looseObject({}));
const Export = v.object({
  format: v.literal(EXPORT_FORMAT),
  version: v.literal(EXPORT_VERSION),
  exportedAt: v.string(),
  account: v.object({ id: v.string(), email: v.string(), name: v.string() }),
  runner: v.object({ id: v.string(), epoch: v.nullable(v.string()), head: v.number() }),
  grants: rows,
  squads: rows,
  records: rows,
  past: rows,
  refused: rows,
  devices: rows,
});

/** Everything the server holds about whoever asks. */
export function exportRoutes(db: Db, now: () => Date) {
  return new Hono<SignedInEnv>().get(
    "/export",
    describe({
      id: "exportMe",
      summary: "Everything the server holds about you, as one JSON document",
      description:
        "Account, records with the rev and author of each field, every value that was replaced or deleted, refused changes, grants, devices and the squads you coach. A document that does not end in `}` was cut off: ask again.",
      tag: "accounts",
      signedIn: true,
      answer: { status: 200, description: "The document, streamed.", schema: Export },
      problems: [],
    }),
    async (context) => {
      const { account, logger } = context.var;
      const { id, email, name } = account;
      const runner = await runnerOf(db, id);
      const chunks = exportChunks(db, { account: { id, email, name }, runner, now: now() });
      const day = now().toISOString().slice(0, 10);
      return new Response(
        byteStream(chunks, (error) => logger.error({ err: loggableError(error) }, "export cut off")),
        {
          headers: {
            "Content-Type": "application/json",
            "Content-Disposition": `attachment; filename="legwork-${day}.json"`,
            "Cache-Control": "no-store",
          },
        },
      );
    },
  );
}

/** Asks for the next chunk when the one before was taken; an error cuts the answer off, so that it is no whole JSON. */
function byteStream(chunks: AsyncGenerator<string>, onError: (error: unknown) => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next();
          if (done === true) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          onError(error);
          controller.error(error);
        }
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}
