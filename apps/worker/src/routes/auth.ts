import { SignInWays } from "@legwork/core/wire";
import { Hono, type Context } from "hono";
import * as v from "valibot";
import type { Accounts } from "../auth/accounts";
import type { Attempts } from "../auth/attempts";
import { answerOfAccounts, whenDeletedMeanwhile } from "../auth/pass-on";
import { refuseWeakPassword } from "../auth/password-strength";
import type { AppEnv } from "../env";
import { readBody } from "../middleware/read-json";
import { describe } from "../openapi";
import { email, newPassword, password } from "./auth-fields";

const name = v.pipe(v.string(), v.trim(), v.excludes("\u0000", "No text may hold U+0000."), v.maxLength(80));
const SignUp = v.object({ email, password: newPassword, name });
const SignIn = v.object({ email, password });
export const SignedIn = v.object({ user: v.object({ id: v.string(), email: v.string(), name: v.string() }) });
const SignedOut = v.object({ success: v.boolean() });

export const sessionSet = "Signed in; the session is in the cookie.";

export interface AuthParts {
  readonly accounts: Accounts;
  readonly attempts: Attempts;
  /** Whether there is a mail server. */
  readonly canMail: boolean;
}

/** Sign-up, sign-in and sign-out are better-auth's; bodies are checked and refusals told in our words. */
export function authRoutes({ accounts, attempts, canMail }: AuthParts) {
  // The handler throws what it did not expect, and answers what it refused.
  const passOn = ({ req }: Context, body: unknown) =>
    accounts.handler(new Request(req.url, { method: "POST", headers: req.raw.headers, body: JSON.stringify(body) }));

  return new Hono<AppEnv>()
    .get(
      "/ways",
      describe({
        id: "getSignInWays",
        summary: "Which ways of signing in this server offers",
        tag: "accounts",
        answer: { status: 200, description: "The same for everybody.", schema: SignInWays },
        problems: ["tooManyRequests"],
      }),
      (context) => context.json({ password: true, emailCode: canMail, passkey: false } satisfies SignInWays),
    )
    .post(
      "/sign-up/email",
      describe({
        id: "signUp",
        summary: "Make an account",
        tag: "accounts",
        body: { schema: SignUp, example: () => ({ email: "mo@example.org", password: "eight or more", name: "Mo" }) },
        answer: { status: 200, description: sessionSet, schema: SignedIn },
        problems: [
          "invalidRequest",
          "weakPassword",
          "emailTaken",
          "wrongOrigin",
          "wrongMediaType",
          "tooLarge",
          "tooManyRequests",
        ],
      }),
      async (context) => {
        const body = await readBody(context.req.raw, SignUp);
        await refuseWeakPassword(body.password, body);
        // No try at anything: it only makes this device one that is known.
        const made = await answerOfAccounts(await passOn(context, body), SignedIn);
        made.headers.append("Set-Cookie", await attempts.remember(context, body.email));
        return made;
      },
    )
    .post(
      "/sign-in/email",
      describe({
        id: "signIn",
        summary: "Sign in",
        description:
          "Wrong tries count for this device or address on this account, and strangers' together slow strangers down; whoever has signed in before is not slowed down by them.",
        tag: "accounts",
        body: { schema: SignIn, example: () => ({ email: "mo@example.org", password: "eight or more" }) },
        answer: { status: 200, description: sessionSet, schema: SignedIn },
        problems: ["invalidRequest", "wrongPassword", "wrongOrigin", "wrongMediaType", "tooLarge", "tooManyRequests"],
      }),
      async (context) => {
        const body = await readBody(context.req.raw, SignIn);
        const attempt = await attempts.begin(context, "password", body.email);
        const answer = await passOn(context, body).catch(whenDeletedMeanwhile("wrongPassword"));
        const signedIn = await answerOfAccounts(answer, SignedIn);
        signedIn.headers.append("Set-Cookie", await attempt.succeeded());
        return signedIn;
      },
    )
    .post(
      "/sign-out",
      describe({
        id: "signOut",
        summary: "End the session",
        tag: "accounts",
        answer: { status: 200, description: "The session and its cookie are gone.", schema: SignedOut },
        problems: ["wrongOrigin", "wrongMediaType"],
      }),
      async (context) => answerOfAccounts(await passOn(context, {}), SignedOut),
    );
}
