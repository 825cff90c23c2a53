import { claimRunner, type Db, grantsOfRunner, inTransaction, squadsOfCoach } from "@legwork/db";
import { parseRunnerId } from "@legwork/core/record";
import { Grant, Me, RunnerClaim } from "@legwork/core/wire";
import { Hono } from "hono";
import * as v from "valibot";
import { runnerOf } from "../auth/runner-of";
import type { SignedInEnv } from "../auth/session";
import { notFoundResponse } from "../middleware/missing";
import { readBody } from "../middleware/read-json";
import { describe } from "../openapi";
import type { Pokes } from "../pokes/pokes";
import { ProblemError } from "../problem";
import { endGrant } from "../squads/end-grant";
import { grantOf, squadOf } from "../squads/shapes";

const Grants = v.object({ grants: v.array(Grant) });

/** The signed-in person: account, runner, squads they coach, coaches they let in. */
export function meRoutes(db: Db, now: () => Date, pokes: Pokes) {
  return new Hono<SignedInEnv>()
    .get(
      "/",
      describe({
        id: "getMe",
        summary: "Who is signed in",
        tag: "accounts",
        signedIn: true,
        answer: { status: 200, description: "Account, runner, squads and grants.", schema: Me },
        problems: [],
      }),
      async (context) => {
        const { account } = context.var;
        const runner = await runnerOf(db, account.id);
        const [squads, grants] = await Promise.all([squadsOfCoach(db, account.id), grantsOfRunner(db, runner)]);
        return context.json({ account, runner, squads: squads.map(squadOf), grants: grants.map(grantOf) } satisfies Me);
      },
    )
    .post(
      "/runner",
      describe({
        id: "claimRunner",
        summary: "Take the runner id that the phone made before there was an account",
        description:
          "The id is taken when the server does not know it and the account has no records yet. Otherwise the account keeps its runner, which the answer names.",
        tag: "accounts",
        signedIn: true,
        body: { schema: RunnerClaim },
        answer: { status: 200, description: "The runner that the account now is.", schema: RunnerClaim },
        problems: ["invalidRequest", "runnerTaken", "wrongOrigin", "wrongMediaType", "tooLarge"],
      }),
      async (context) => {
        const claimed = await readBody(context.req.raw, RunnerClaim);
        const runner = parseRunnerId(claimed.runner) ?? claimed.runner;
        const account = context.var.account.id;
        await runnerOf(db, account);
        const claim = await inTransaction(db, (tx) => claimRunner(tx, { account, runner }));
        if (!claim.ok && claim.error === "runnerTaken") throw new ProblemError("runnerTaken");
        return context.json({ runner: claim.runner } satisfies RunnerClaim);
      },
    )
    .get(
      "/grants",
      describe({
        id: "listGrants",
        summary: "Coaches who may read this runner",
        tag: "squads",
        signedIn: true,
        answer: { status: 200, description: "Oldest first.", schema: Grants },
        problems: [],
      }),
      async (context) => {
        const grants = await grantsOfRunner(db, await runnerOf(db, context.var.account.id));
        return context.json({ grants: grants.map(grantOf) });
      },
    )
    .delete(
      "/grants/:grantee",
      describe({
        id: "endGrant",
        summary: "End a coach's access to this runner",
        tag: "squads",
        signedIn: true,
        answer: { status: 204, description: "The coach reads nothing from now on." },
        problems: ["notFound", "wrongOrigin"],
      }),
      async (context) => {
        const by = context.var.account.id;
        const runner = await runnerOf(db, by);
        const ended = await endGrant(db, { runner, grantee: context.req.param("grantee"), by, now: now() });
        if (ended) pokes.changed({ runner, by, device: null });
        return ended ? context.body(null, 204) : notFoundResponse();
      },
    );
}
