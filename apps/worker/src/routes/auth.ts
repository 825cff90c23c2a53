import { Hono } from "hono";
import * as v from "valibot";
import { type Accounts, PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from "../auth/accounts";
import { authProblem } from "../auth/auth-problem";
import type { AppEnv } from "../env";
import { readBody } from "../middleware/read-json";
import { describe } from "../openapi";

const email = v.pipe(v.string(), v.trim(), v.email("This is no e-mail address."), v.maxLength(254));
const newPassword = v.pipe(
  v.string(),
  v.minLength(PASSWORD_LENGTH_MIN, `A password has at least ${PASSWORD_LENGTH_MIN} characters.`),
  v.maxLength(PASSWORD_LENGTH_MAX, `A password has at most ${PASSWORD_LENGTH_MAX} characters.`),
);
const name = v.pipe(v.string(), v.trim(), v.excludes("\u0000", "No text may hold U+0000."), v.maxLength(80));
const SignUp = v.object({ email, password: newPassword, name });
const SignIn = v.object({ email, password: v.pipe(v.string(), v.maxLength(PASSWORD_LENGTH_MAX)) });
const SignedIn = v.object({ user: v.object({ id: v.string(), email: v.string(), name: v.string() }) });
const SignedOut = v.object({ success: v.boolean() });

const sessionSet = "Signed in; the session is in the cookie.";

/** Sign-up, sign-in and sign-out are better-auth's; bodies are checked and refusals told in our words. */
export function authRoutes(accounts: Accounts) {
  // The handler throws what it did not expect, and answers what it refused.
  const passOn = async ({ url, headers }: Request, body: unknown, schema: v.GenericSchema) => {
    const response = await accounts.handler(new Request(url, { method: "POST", headers, body: JSON.stringify(body) }));
    if (response.ok) return answerOnly(schema, response);
    const refusal: unknown = await response.json().catch(() => null);
    if (response.status >= 500) throw new Error(`better-auth answered ${response.status}`, { cause: refusal });
    throw authProblem(response.status, refusal);
  };

  return new Hono<AppEnv>()
    .post(
      "/sign-up/email",
      describe({
        id: "signUp",
        summary: "Make an account",
        tag: "accounts",
        body: { schema: SignUp, example: () => ({ email: "mo@example.org", password: "eight or more", name: "Mo" }) },
        answer: { status: 200, description: sessionSet, schema: SignedIn },
        problems: ["invalidRequest", "emailTaken", "wrongOrigin", "wrongMediaType", "tooLarge", "tooManyRequests"],
      }),
      async (context) => passOn(context.req.raw, await readBody(context.req.raw, SignUp), SignedIn),
    )
    .post(
      "/sign-in/email",
      describe({
        id: "signIn",
        summary: "Sign in",
        tag: "accounts",
        body: { schema: SignIn, example: () => ({ email: "mo@example.org", password: "eight or more" }) },
        answer: { status: 200, description: sessionSet, schema: SignedIn },
        problems: ["invalidRequest", "wrongPassword", "wrongOrigin", "wrongMediaType", "tooLarge", "tooManyRequests"],
      }),
      async (context) => passOn(context.req.raw, await readBody(context.req.raw, SignIn), SignedIn),
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
      (context) => passOn(context.req.raw, {}, SignedOut),
    );
}

/** The cookies, and of the body what is documented: the session's token stays out of reach of scripts. */
async function answerOnly(schema: v.GenericSchema, response: Response): Promise<Response> {
  const headers = new Headers({ "Cache-Control": "no-store" });
  for (const cookie of response.headers.getSetCookie()) headers.append("Set-Cookie", cookie);
  return Response.json(v.parse(schema, await response.json()), { headers });
}
