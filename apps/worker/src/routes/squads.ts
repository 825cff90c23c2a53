import {
  createInvitation,
  createSquad,
  type Db,
  readSquad,
  runnersOfSquad,
  squadsOfCoach,
  type StoredSquad,
} from "@legwork/db";
import { parseRunnerId } from "@legwork/core/record";
import { Invitation, NewSquad, RunnerIdSchema, Squad, SQUAD_PAGE_MAX, SquadPage } from "@legwork/core/wire";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import type { SignedInEnv } from "../auth/session";
import { parseOr400, readBody } from "../middleware/read-json";
import { notFoundResponse } from "../middleware/missing";
import { describe } from "../openapi";
import type { Pokes } from "../pokes/pokes";
import { ProblemError } from "../problem";
import { endGrant } from "../squads/end-grant";
import { COACH_READS, COACH_WRITES } from "../squads/scope";
import { squadOf } from "../squads/shapes";
import { squadRows } from "../squads/summaries";

/** Long enough for a letter to a club, short enough that a forgotten code is dead. Our own choice. */
const INVITATION_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

const Squads = v.object({ squads: v.array(Squad) });
const PageQuery = v.object({
  after: v.optional(RunnerIdSchema),
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(SQUAD_PAGE_MAX)),
  ),
});

/** A coach's side: squads, invitations, the list. A squad of somebody else does not exist. */
export function squadRoutes(db: Db, now: () => Date, pokes: Pokes) {
  return new Hono<SignedInEnv>()
    .get(
      "/",
      describe({
        id: "listSquads",
        summary: "Squads that this account coaches",
        tag: "squads",
        signedIn: true,
        answer: { status: 200, description: "Oldest first.", schema: Squads },
        problems: [],
      }),
      async (context) => {
        const squads = await squadsOfCoach(db, context.var.account.id);
        return context.json({ squads: squads.map(squadOf) });
      },
    )
    .post(
      "/",
      describe({
        id: "createSquad",
        summary: "Make a squad and become its coach",
        tag: "squads",
        signedIn: true,
        body: { schema: NewSquad, example: () => ({ name: "Tuesday track" }) },
        answer: { status: 201, description: "The squad, still without runners.", schema: Squad },
        problems: ["invalidRequest", "wrongOrigin", "wrongMediaType", "tooLarge"],
      }),
      async (context) => {
        const { name } = await readBody(context.req.raw, NewSquad);
        return context.json(squadOf(await createSquad(db, { name, coach: context.var.account.id })), 201);
      },
    )
    .post(
      "/:squad/invitations",
      describe({
        id: "createInvitation",
        summary: "Make a code with which one runner joins",
        description: `A code works once and for ${INVITATION_DAYS} days. It is shown now and never again: the server keeps its hash.`,
        tag: "squads",
        signedIn: true,
        answer: { status: 201, description: "The code.", schema: Invitation },
        problems: ["notFound", "wrongOrigin", "wrongMediaType"],
      }),
      async (context) => {
        const squad = await ownSquad(db, context);
        const expiresAt = new Date(now().getTime() + INVITATION_DAYS * DAY_MS);
        const code = await createInvitation(db, { squad: squad.id, read: COACH_READS, write: COACH_WRITES, expiresAt });
        return context.json({ code, expiresAt: expiresAt.toISOString() } satisfies Invitation, 201);
      },
    )
    .get(
      "/:squad/runners",
      describe({
        id: "listSquadRunners",
        summary: "The coach's list: one page of runners, each with a summary",
        tag: "squads",
        signedIn: true,
        query: [
          { name: "after", description: "`next` of the page before.", schema: { type: "string", format: "uuid" } },
          {
            name: "limit",
            description: "Runners of one page.",
            schema: { type: "integer", minimum: 1, maximum: SQUAD_PAGE_MAX, default: SQUAD_PAGE_MAX },
          },
        ],
        answer: { status: 200, description: "In the order of runner ids.", schema: SquadPage },
        problems: ["invalidRequest", "notFound"],
      }),
      async (context) => {
        const squad = await ownSquad(db, context);
        const { after = null, limit = SQUAD_PAGE_MAX } = parseOr400(PageQuery, context.req.query());
        const page = await runnersOfSquad(db, squad.id, { grantee: squad.coach, after, limit });
        const rows = await squadRows(db, page.runners, now());
        return context.json({ squad: squadOf(squad), rows, next: page.next } satisfies SquadPage);
      },
    )
    .delete(
      "/:squad/runners/:runner",
      describe({
        id: "removeRunner",
        summary: "Let a runner go",
        tag: "squads",
        signedIn: true,
        answer: { status: 204, description: "The coach reads nothing of this runner from now on." },
        problems: ["notFound", "wrongOrigin"],
      }),
      async (context) => {
        const squad = await ownSquad(db, context);
        const runner = parseRunnerId(context.req.param("runner"));
        if (runner === null) return notFoundResponse();
        const by = squad.coach;
        const ended = await endGrant(db, { runner, grantee: by, by, squad: squad.id, now: now() });
        if (ended) pokes.changed({ runner, by, device: null });
        return ended ? context.body(null, 204) : notFoundResponse();
      },
    );
}

async function ownSquad(db: Db, context: Context<SignedInEnv>): Promise<StoredSquad> {
  const id = parseRunnerId(context.req.param("squad") ?? "");
  const squad = id === null ? null : await readSquad(db, id);
  if (squad === null || squad.coach !== context.var.account.id) throw new ProblemError("notFound");
  return squad;
}
