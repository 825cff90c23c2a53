import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import { answerOfAccounts, whenDeletedMeanwhile } from "../auth/pass-on";
import { refuseWeakPassword } from "../auth/password-strength";
import type { AppEnv } from "../env";
import { readBody } from "../middleware/read-json";
import { describe } from "../openapi";
import { ProblemError } from "../problem";
import { type AuthParts, sessionSet, SignedIn } from "./auth";
import { code, email, newPassword } from "./auth-fields";

const CodePurpose = v.picklist(["signIn", "newPassword", "confirmEmail"]);
const TYPE_OF = { signIn: "sign-in", newPassword: "forget-password", confirmEmail: "email-verification" } as const;
const AskCode = v.object({ email, purpose: CodePurpose });
const WithCode = v.object({ email, code });
const NewPassword = v.object({ email, code, password: newPassword });
const TRIED = ["invalidRequest", "wrongCode", "noMailServer", "wrongOrigin", "wrongMediaType", "tooLarge"] as const;

/** Codes by e-mail. Whether an e-mail has an account is told by no answer and by no time. */
export function codeRoutes({ accounts, attempts, canMail }: AuthParts) {
  const needsMail = createMiddleware<AppEnv>(async function needsMail(_, next) {
    if (!canMail) throw new ProblemError("noMailServer");
    await next();
  });
  const example = () => ({ email: "mo@example.org", code: "12345678" });

  return new Hono<AppEnv>()
    .post(
      "/codes",
      describe({
        id: "sendCode",
        summary: "Have a code sent by e-mail",
        description: "The answer is the same whether the e-mail has an account or not.",
        tag: "accounts",
        body: { schema: AskCode, example: () => ({ email: "mo@example.org", purpose: "signIn" }) },
        answer: { status: 204, description: "If the e-mail has an account, a code is on its way to it." },
        problems: ["invalidRequest", "noMailServer", "wrongOrigin", "wrongMediaType", "tooLarge", "tooManyRequests"],
      }),
      needsMail,
      async (context) => {
        const asked = await readBody(context.req.raw, AskCode);
        await attempts.begin(context, "mail", asked.email);
        const body = { email: asked.email, type: TYPE_OF[asked.purpose] };
        const { headers } = context.req.raw;
        return answerOfAccounts(await accounts.api.sendVerificationOTP({ body, headers, asResponse: true }), null);
      },
    )
    .post(
      "/sign-in/code",
      describe({
        id: "signInWithCode",
        summary: "Sign in with a code from an e-mail",
        description:
          "The first code ever typed for an account proves whose e-mail it is: other sessions end then and the password is removed, because somebody else may have made the account.",
        tag: "accounts",
        body: { schema: WithCode, example },
        answer: { status: 200, description: sessionSet, schema: SignedIn },
        problems: [...TRIED, "tooManyRequests"],
      }),
      needsMail,
      async (context) => {
        const { email, code } = await readBody(context.req.raw, WithCode);
        const attempt = await attempts.begin(context, "code", email);
        const { headers } = context.req.raw;
        const body = { email, otp: code };
        const answer = await accounts.api
          .signInEmailOTP({ body, headers, asResponse: true })
          .catch(whenDeletedMeanwhile("wrongCode"));
        const signedIn = await answerOfAccounts(answer, SignedIn);
        signedIn.headers.append("Set-Cookie", await attempt.succeeded());
        return signedIn;
      },
    )
    .post(
      "/new-password",
      describe({
        id: "setNewPassword",
        summary: "Set a new password with a code from an e-mail",
        tag: "accounts",
        body: { schema: NewPassword, example: () => ({ ...example(), password: "eight or more" }) },
        answer: { status: 204, description: "The password is set and every session of the account has ended." },
        problems: [...TRIED, "weakPassword", "tooManyRequests"],
      }),
      needsMail,
      async (context) => {
        const { email, code, password } = await readBody(context.req.raw, NewPassword);
        await refuseWeakPassword(password, { email, name: "" });
        const attempt = await attempts.begin(context, "code", email);
        const { headers } = context.req.raw;
        const body = { email, otp: code, password };
        const done = await answerOfAccounts(
          await accounts.api.resetPasswordEmailOTP({ body, headers, asResponse: true }),
          null,
        );
        done.headers.append("Set-Cookie", await attempt.succeeded());
        return done;
      },
    )
    .post(
      "/confirm-email",
      describe({
        id: "confirmEmail",
        summary: "Confirm an e-mail with a code",
        tag: "accounts",
        body: { schema: WithCode, example },
        answer: { status: 204, description: "The e-mail is confirmed." },
        problems: [...TRIED, "tooManyRequests"],
      }),
      needsMail,
      async (context) => {
        const { email, code } = await readBody(context.req.raw, WithCode);
        const attempt = await attempts.begin(context, "code", email);
        const { headers } = context.req.raw;
        const body = { email, otp: code };
        const done = await answerOfAccounts(
          await accounts.api.verifyEmailOTP({ body, headers, asResponse: true }),
          null,
        );
        done.headers.append("Set-Cookie", await attempt.succeeded());
        return done;
      },
    );
}
