import { type Db, endOtherSessions, endSession, sessionsOfAccount } from "@legwork/db";
import { AccountSessions, EmailChange } from "@legwork/core/wire";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import type { Accounts } from "../auth/accounts";
import type { Attempts } from "../auth/attempts";
import { browserWords } from "../auth/browser-words";
import { movedMail } from "../auth/code-mail";
import { deleteAccount, noteDeletions, type NoteDeletion } from "../auth/delete-account";
import { sessionToken } from "../auth/fresh-session";
import type { SendMail } from "../auth/mail";
import { proveOwnPassword } from "../auth/own-password";
import { answerOfAccounts } from "../auth/pass-on";
import { refuseWeakPassword } from "../auth/password-strength";
import type { SignedInEnv } from "../auth/session";
import { loggableError } from "../middleware/loggable-error";
import { notFoundResponse } from "../middleware/missing";
import { readBody } from "../middleware/read-json";
import { describe } from "../openapi";
import { ProblemError } from "../problem";
import { code, email, newPassword, password } from "./auth-fields";

const PasswordChange = v.object({ current: password, password: newPassword });
const NewEmail = v.object({ email, password });
const ConfirmEmail = v.object({ email, code });
const Proof = v.union(
  [v.object({ password }), v.object({ code })],
  "Send the password, or a code for signing in, as a proof.",
);
const WRITES = ["invalidRequest", "wrongOrigin", "wrongMediaType", "tooLarge", "tooManyRequests"] as const;

export interface AccountParts {
  readonly db: Db;
  readonly accounts: Accounts;
  readonly attempts: Attempts;
  readonly sendMail: SendMail | null;
  readonly noteDeletion: NoteDeletion;
  readonly secret: string;
  readonly cookieName: string;
  readonly now: () => Date;
}

/** What the signed-in person does with the account itself. */
export function accountRoutes(parts: AccountParts) {
  const { db, accounts, attempts, sendMail, noteDeletion, now } = parts;
  const tokenOf = (context: Context) => sessionToken(context, parts) ?? "";

  return new Hono<SignedInEnv>()
    .delete(
      "/",
      describe({
        id: "deleteAccount",
        summary: "Delete the account and everything of it",
        description:
          "Records, history, squads, grants and sessions go at once and for ever; what was written into other runners' records stays theirs. Each device is told 410 `accountDeleted` at its next request.",
        tag: "accounts",
        signedIn: true,
        body: { schema: Proof, example: () => ({ password: "eight or more" }) },
        answer: { status: 204, description: "Nothing of it is left." },
        problems: [...WRITES, "wrongPassword", "wrongCode", "noMailServer", "accountDeleted"],
      }),
      async (context) => {
        const proof = await readBody(context.req.raw, Proof);
        if ("password" in proof) await proveOwnPassword(context, { accounts, attempts, password: proof.password });
        else await proveByCode(context, proof.code);
        const { id } = context.var.account;
        if (!(await deleteAccount(db, id, now()))) throw new ProblemError("accountDeleted");
        // Deleted is deleted: what could not be noted now is noted at the next deletion or start.
        await noteDeletions(db, noteDeletion, now()).catch((error: unknown) => {
          context.var.logger.error({ err: loggableError(error) }, "a deletion is not noted outside the database yet");
        });
        return new Response(null, { status: 204 });
      },
    )
    .post(
      "/password",
      describe({
        id: "changePassword",
        summary: "Change the password",
        tag: "accounts",
        signedIn: true,
        body: { schema: PasswordChange },
        answer: { status: 204, description: "Changed; all other sessions have ended, this one has a new cookie." },
        problems: [...WRITES, "wrongPassword", "weakPassword"],
      }),
      async (context) => {
        const body = await readBody(context.req.raw, PasswordChange);
        await refuseWeakPassword(body.password, context.var.account);
        await proveOwnPassword(context, { accounts, attempts, password: body.current });
        const { headers } = context.req.raw;
        const change = { currentPassword: body.current, newPassword: body.password, revokeOtherSessions: true };
        return answerOfAccounts(await accounts.api.changePassword({ body: change, headers, asResponse: true }), null);
      },
    )
    .post(
      "/email",
      describe({
        id: "changeEmail",
        summary: "Change the e-mail",
        description:
          "With a mail server the new address gets a code, and the e-mail changes when that is sent to `/api/me/email/confirm`. Without one the password is the proof.",
        tag: "accounts",
        signedIn: true,
        body: { schema: NewEmail, example: () => ({ email: "mo@example.net", password: "eight or more" }) },
        answer: {
          status: 200,
          description: "Changed, or a code is on its way to the new address.",
          schema: EmailChange,
        },
        problems: [...WRITES, "wrongPassword", "emailTaken"],
      }),
      async (context) => {
        const body = await readBody(context.req.raw, NewEmail);
        const next = body.email.toLowerCase();
        const { account } = context.var;
        if (next === account.email) {
          throw new ProblemError("invalidRequest", { at: "email", detail: "This is the e-mail it has already." });
        }
        await proveOwnPassword(context, { accounts, attempts, password: body.password });
        if (sendMail === null) {
          await moveUnproven(account.id, next);
          return context.json({ status: "changed" } satisfies EmailChange);
        }
        await attempts.begin(context, "mail", next);
        const { headers } = context.req.raw;
        const asked = await accounts.api.requestEmailChangeEmailOTP({
          body: { newEmail: next },
          headers,
          asResponse: true,
        });
        await answerOfAccounts(asked, null);
        return context.json({ status: "codeSent" } satisfies EmailChange);
      },
    )
    .post(
      "/email/confirm",
      describe({
        id: "confirmEmailChange",
        summary: "Confirm the new e-mail with the code that it got",
        tag: "accounts",
        signedIn: true,
        body: { schema: ConfirmEmail, example: () => ({ email: "mo@example.net", code: "12345678" }) },
        answer: { status: 204, description: "The account has the new e-mail; the old one is told." },
        problems: [...WRITES, "wrongCode", "noMailServer"],
      }),
      async (context) => {
        if (sendMail === null) throw new ProblemError("noMailServer");
        const body = await readBody(context.req.raw, ConfirmEmail);
        const before = context.var.account.email;
        const attempt = await attempts.begin(context, "code", before);
        const { headers } = context.req.raw;
        const change = { newEmail: body.email, otp: body.code };
        const changed = await accounts.api.changeEmailEmailOTP({ body: change, headers, asResponse: true });
        const answer = await answerOfAccounts(changed, null);
        await attempt.succeeded();
        sendMail(movedMail(before)).catch((error: unknown) => {
          context.var.logger.error({ err: loggableError(error) }, "the old address could not be told");
        });
        return answer;
      },
    )
    .get(
      "/sessions",
      describe({
        id: "listSessions",
        summary: "Where this account is signed in",
        tag: "accounts",
        signedIn: true,
        answer: { status: 200, description: "The asking one first, then the last used.", schema: AccountSessions },
        problems: [],
      }),
      async (context) => {
        const rows = await sessionsOfAccount(db, context.var.account.id, tokenOf(context));
        const sessions = rows.map(({ id, since, lastUsed, userAgent, isCurrent }) => ({
          id,
          since: since.toISOString(),
          lastUsed: lastUsed.toISOString(),
          ...browserWords(userAgent),
          isCurrent,
        }));
        return context.json({ sessions } satisfies AccountSessions);
      },
    )
    .delete(
      "/sessions",
      describe({
        id: "endOtherSessions",
        summary: "Sign out everywhere else",
        tag: "accounts",
        signedIn: true,
        answer: { status: 204, description: "Only the asking session is left." },
        problems: ["wrongOrigin", "wrongMediaType"],
      }),
      async (context) => {
        await endOtherSessions(db, context.var.account.id, tokenOf(context));
        return context.body(null, 204);
      },
    )
    .delete(
      "/sessions/:session",
      describe({
        id: "endSession",
        summary: "End one session",
        tag: "accounts",
        signedIn: true,
        answer: { status: 204, description: "That browser is signed out; what is on it stays there." },
        problems: ["notFound", "wrongOrigin", "wrongMediaType"],
      }),
      async (context) => {
        const ended = await endSession(db, context.var.account.id, context.req.param("session"));
        return ended ? context.body(null, 204) : notFoundResponse();
      },
    );

  async function proveByCode(context: Context<SignedInEnv>, typed: string) {
    if (sendMail === null) throw new ProblemError("noMailServer");
    const { account } = context.var;
    const attempt = await attempts.begin(context, "code", account.email);
    const body = { email: account.email, type: "sign-in" as const, otp: typed };
    await answerOfAccounts(await accounts.api.checkVerificationOTP({ body, asResponse: true }), null);
    await attempt.succeeded();
  }

  async function moveUnproven(id: string, next: string) {
    const { internalAdapter } = await accounts.$context;
    if ((await internalAdapter.findUserByEmail(next)) !== null) throw new ProblemError("emailTaken", { at: "email" });
    await internalAdapter.updateUser(id, { email: next, emailVerified: false });
  }
}
