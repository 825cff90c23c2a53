import { type Db, readInvitation } from "@legwork/db";
import { Grant, InvitationOffer } from "@legwork/core/wire";
import { Hono } from "hono";
import { runnerOf } from "../auth/runner-of";
import type { SignedInEnv } from "../auth/session";
import { describe } from "../openapi";
import type { Pokes } from "../pokes/pokes";
import { acceptInvitation, openOrProblem } from "../squads/accept-invitation";
import { grantOf } from "../squads/shapes";

/** A runner's side of an invitation: see what it opens, then accept it. */
export function invitationRoutes(db: Db, now: () => Date, pokes: Pokes) {
  return new Hono<SignedInEnv>()
    .get(
      "/:code",
      describe({
        id: "getInvitation",
        summary: "What accepting a code would open, and to whom",
        description: "Capitals, spaces and dashes of the code do not matter.",
        tag: "squads",
        signedIn: true,
        answer: { status: 200, description: "The offer.", schema: InvitationOffer },
        problems: ["notFound", "invitationUsed", "invitationExpired"],
      }),
      async (context) => {
        const invitation = await readInvitation(db, context.req.param("code"), now());
        const { squadName, coachName, read, write } = openOrProblem(invitation);
        return context.json({ squadName, coachName, read, write } satisfies InvitationOffer);
      },
    )
    .post(
      "/:code/accept",
      describe({
        id: "acceptInvitation",
        summary: "Let the coach in",
        tag: "squads",
        signedIn: true,
        answer: { status: 200, description: "What the coach may now do.", schema: Grant },
        problems: [
          "invalidRequest",
          "notFound",
          "invitationUsed",
          "invitationExpired",
          "wrongOrigin",
          "wrongMediaType",
        ],
      }),
      async (context) => {
        const account = context.var.account.id;
        const runner = await runnerOf(db, account);
        const code = context.req.param("code");
        const grant = await acceptInvitation(db, { code, account, runner, now: now() });
        pokes.changed({ runner, by: account, device: null });
        return context.json(grantOf(grant));
      },
    );
}
