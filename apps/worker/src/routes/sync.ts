import { parseRunnerId } from "@legwork/core/record";
import {
  MANIFEST_OPS_MAX,
  ManifestRequest,
  ManifestResponse,
  OPS_PER_REQUEST_MAX,
  PROTOCOL_VERSION,
  REQUEST_BYTES_MAX,
  SyncEnvelope,
  SyncRequest,
  SyncResponse,
} from "@legwork/core/wire";
import { Hono } from "hono";
import * as v from "valibot";
import type { SignedInEnv } from "../auth/session";
import { notFoundResponse } from "../middleware/missing";
import { parseOr400, readJson } from "../middleware/read-json";
import { describe } from "../openapi";
import type { Pokes } from "../pokes/pokes";
import { ProblemError } from "../problem";
import { manifestOf } from "../sync/manifest";
import { NamedOp, readOp } from "../sync/read-ops";
import type { StreamStore } from "../sync/stream-store";
import { syncStream } from "../sync/sync";

// The database is asked for these, and no text of it may hold U+0000. (Of ops that is found one by one: a bad one delays no other.)
const NO_U0000 = "No text may hold U+0000.";
const { device, settled } = SyncEnvelope.entries;
const Envelope = v.object({
  ...SyncEnvelope.entries,
  device: v.pipe(device, v.excludes("\u0000", NO_U0000)),
  settled: v.exactOptional(
    v.pipe(
      settled.wrapped,
      v.check(({ opId }) => !opId.includes("\u0000"), NO_U0000),
    ),
  ),
  ops: v.array(NamedOp),
});
const Proto = v.object({ proto: v.number() });

export interface SyncRouteOptions extends Pick<Pokes, "changed"> {
  /** Refuses an account that sends more ops than it may. */
  readonly spendOps?: (account: string, ops: number) => void;
}

/** Push and pull of one runner's stream in one request, and what is missing after the server went backwards. */
export function syncRoutes(store: StreamStore, { changed, spendOps }: SyncRouteOptions) {
  return new Hono<SignedInEnv>()
    .post(
      "/:runner/manifest",
      describe({
        id: "compareManifest",
        summary: "Ask which of your own changes the server does not know",
        description: `At most ${MANIFEST_OPS_MAX} opIds. What somebody else wrote counts as missing, like what nobody wrote. Send the missing ops again, unchanged and in order.`,
        tag: "sync",
        signedIn: true,
        body: { schema: ManifestRequest },
        answer: { status: 200, description: "The missing ones, in the order asked.", schema: ManifestResponse },
        problems: [
          "invalidRequest",
          "notFound",
          "epochChanged",
          "tooLarge",
          "updateNeeded",
          "wrongOrigin",
          "wrongMediaType",
        ],
      }),
      async (context) => {
        const request = parseOr400(ManifestRequest, await currentJson(context.req.raw));
        const runner = parseRunnerId(context.req.param("runner"));
        if (runner === null) return notFoundResponse();
        const outcome = await manifestOf(store, { runner, account: context.var.account.id, request });
        return outcome.ok ? jsonWithLength(outcome.response) : gone(outcome.error);
      },
    )
    .post(
      "/:runner/sync",
      describe({
        id: "syncRunner",
        summary: "Send changes to a runner's records and get what is new",
        description: `At most ${OPS_PER_REQUEST_MAX} ops and ${REQUEST_BYTES_MAX} bytes. Each op is judged alone and answered in \`results\`; sending it again is harmless. A runner that does not exist and one that is not yours are the same 404.`,
        tag: "sync",
        signedIn: true,
        body: { schema: SyncRequest },
        answer: {
          status: 200,
          description: "Results, in the order of the ops, and one page of changes.",
          schema: SyncResponse,
        },
        problems: [
          "invalidRequest",
          "notFound",
          "epochChanged",
          "tooLarge",
          "updateNeeded",
          "tooManyRequests",
          "wrongOrigin",
          "wrongMediaType",
        ],
      }),
      async (context) => {
        const { ops, ...request } = parseOr400(Envelope, await currentJson(context.req.raw));
        if (ops.length > OPS_PER_REQUEST_MAX) {
          throw new ProblemError("tooLarge", { detail: `At most ${OPS_PER_REQUEST_MAX} ops in one request.` });
        }
        const runner = parseRunnerId(context.req.param("runner"));
        if (runner === null) return notFoundResponse();
        const {
          account: { id: account },
          ownRunner,
        } = context.var;
        spendOps?.(account, ops.length);
        const outcome = await syncStream(store, { runner, account, ownRunner, request, ops: ops.map(readOp) });
        if (!outcome.ok) return gone(outcome.error);
        if (hasChanged(outcome.response)) changed({ runner, by: account, device: request.device });
        return jsonWithLength(outcome.response);
      },
    );
}

/** The body of a request in today's protocol. Its version is read before anything else: an old phone's may have another shape. */
async function currentJson(request: Request): Promise<unknown> {
  const body = await readJson(request, REQUEST_BYTES_MAX);
  if (parseOr400(Proto, body).proto < PROTOCOL_VERSION) throw new ProblemError("updateNeeded");
  return body;
}

function gone(error: "notFound" | "epochChanged"): Response {
  if (error === "epochChanged") throw new ProblemError("epochChanged");
  return notFoundResponse();
}

function hasChanged({ results }: SyncResponse): boolean {
  return results.some(({ status }) => status === "applied" || status === "merged" || status === "held");
}

/** Says its length, so that a short answer is not compressed. */
function jsonWithLength(response: SyncResponse | ManifestResponse): Response {
  const body = JSON.stringify(response);
  return new Response(body, {
    headers: {
      "Content-Type": "application/json",
      "Content-Length": String(Buffer.byteLength(body)),
      "Cache-Control": "no-store",
    },
  });
}
