import * as v from "valibot";
import { ProblemError } from "../problem";
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from "./accounts";

const Refusal = v.object({ code: v.optional(v.string(), ""), message: v.optional(v.string(), "") });

/** What better-auth refused with `status` and `body`, in our own words. */
export function authProblem(status: number, body: unknown): ProblemError {
  const parsed = v.safeParse(Refusal, body);
  const { code, message } = parsed.success ? parsed.output : { code: "", message: "" };
  switch (code) {
    case "INVALID_EMAIL_OR_PASSWORD":
    case "INVALID_PASSWORD":
    case "CREDENTIAL_ACCOUNT_NOT_FOUND":
      return new ProblemError("wrongPassword");
    // One answer, or the codes of an account could be told from those of none.
    case "INVALID_OTP":
    case "OTP_EXPIRED":
    case "TOO_MANY_ATTEMPTS":
    case "USER_NOT_FOUND":
      return new ProblemError("wrongCode");
    case "USER_ALREADY_EXISTS":
    case "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL":
      return new ProblemError("emailTaken", { at: "email" });
    case "INVALID_EMAIL":
      return new ProblemError("invalidRequest", { at: "email", detail: "This is no e-mail address." });
    case "PASSWORD_TOO_SHORT":
      return new ProblemError("invalidRequest", {
        at: "password",
        detail: `A password has at least ${PASSWORD_LENGTH_MIN} characters.`,
      });
    case "PASSWORD_TOO_LONG":
      return new ProblemError("invalidRequest", {
        at: "password",
        detail: `A password has at most ${PASSWORD_LENGTH_MAX} characters.`,
      });
    // Its e-mail was taken in this very moment, or the database was away: the next try tells.
    case "FAILED_TO_CREATE_USER":
    case "FAILED_TO_CREATE_SESSION":
      return new ProblemError("unavailable");
    case "INVALID_ORIGIN":
    case "MISSING_OR_NULL_ORIGIN":
    case "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED":
      return new ProblemError("wrongOrigin");
    default:
      if (status === 401) return new ProblemError("signInNeeded");
      if (status === 404) return new ProblemError("notFound");
      return new ProblemError("invalidRequest", message === "" ? {} : { detail: message });
  }
}
