import { type Db, forgetRefusal, readHead, refusalsAfter } from "@legwork/db";
import { parseRecordId, parseRunnerId, type RunnerId } from "@legwork/core/record";
import { HISTORY_DAYS, PAGE_BYTES_MAX, RecordHistory, RefusalPage } from "@legwork/core/wire";
import { Hono } from "hono";
import * as v from "valibot";
import type { SignedInEnv } from "../auth/session";
import { notFoundResponse } from "../middleware/missing";
import { parseOr400 } from "../middleware/read-json";
import { describe } from "../openapi";
import { historyOf, VERSIONS_MAX } from "../sync/history";
import type { StreamStore } from "../sync/stream-store";

/** Refused ops of one page; each is at most as long as a request. Our own choice. */
const REFUSALS_PAGE_MAX = 20;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "This is no SHA-256 in hex."));
const RefusalQuery = v.object({ after: v.optional(hash) });

export interface RunnerStreamOptions {
  readonly db: Db;
  readonly store: StreamStore;
  readonly now: () => Date;
}

/** What the runner's own account sees of the stream beside the records themselves. To everybody else there is nothing here. */
export function runnerStreamRoutes({ db, store, now }: RunnerStreamOptions) {
  return new Hono<SignedInEnv>()
    .get(
      "/:runner/records/:record/history",
      describe({
        id: "getRecordHistory",
        summary: `Versions of one record within the last ${HISTORY_DAYS} days`,
        description: `At most the newest ${VERSIONS_MAX}; the export has all. To take a version back, send its values as a change.`,
        tag: "sync",
        signedIn: true,
        answer: { status: 200, description: "Newest first, the standing one included.", schema: RecordHistory },
        problems: ["notFound"],
      }),
      async (context) => {
        const runner = parseRunnerId(context.req.param("runner"));
        const record = parseRecordId(context.req.param("record"));
        if (runner === null || record === null) return notFoundResponse();
        const history = await historyOf(store, { runner, account: context.var.account.id, record, now: now() });
        return history === null ? notFoundResponse() : context.json(history);
      },
    )
    .get(
      "/:runner/refusals",
      describe({
        id: "listRefusals",
        summary: "Changes that the server refused and keeps aside",
        tag: "sync",
        signedIn: true,
        query: [{ name: "after", description: "`next` of the page before.", schema: { type: "string" } }],
        answer: { status: 200, description: "One page.", schema: RefusalPage },
        problems: ["invalidRequest", "notFound"],
      }),
      async (context) => {
        const runner = await ownRunner(db, context.req.param("runner"), context.var.account.id);
        if (runner === null) return notFoundResponse();
        const { after = null } = parseOr400(RefusalQuery, context.req.query());
        return context.json(await refusalPage(db, runner, after));
      },
    )
    .delete(
      "/:runner/refusals/:hash",
      describe({
        id: "forgetRefusal",
        summary: "Let a refused change go",
        tag: "sync",
        signedIn: true,
        answer: { status: 204, description: "The server keeps it no longer." },
        problems: ["notFound", "wrongOrigin"],
      }),
      async (context) => {
        const runner = await ownRunner(db, context.req.param("runner"), context.var.account.id);
        const name = context.req.param("hash");
        if (runner === null || !v.is(hash, name)) return notFoundResponse();
        return (await forgetRefusal(db, runner, name)) ? context.body(null, 204) : notFoundResponse();
      },
    );
}

async function ownRunner(db: Db, text: string, account: string): Promise<RunnerId | null> {
  const runner = parseRunnerId(text);
  const head = runner === null ? null : await readHead(db, runner);
  return head?.account === account ? head.runner : null;
}

async function refusalPage(db: Db, runner: RunnerId, after: string | null): Promise<RefusalPage> {
  const kept = await refusalsAfter(db, runner, { after, limit: REFUSALS_PAGE_MAX + 1 });
  let bytes = 0;
  const fitting = kept.slice(0, REFUSALS_PAGE_MAX).filter(({ op }, index) => {
    bytes += Buffer.byteLength(op);
    return index === 0 || bytes <= PAGE_BYTES_MAX;
  });
  const refusals = fitting.map((one) => ({ ...one, at: one.at.toISOString() }));
  return { refusals, next: kept.length > fitting.length ? (refusals.at(-1)?.hash ?? null) : null };
}
