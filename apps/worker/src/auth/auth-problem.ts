import { isAPIError } from "better-auth/api";
import { ProblemError } from "../problem";
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from "./accounts";

/** What better-auth refused, in our own words; null for a fault that is not a refusal. */
export function authProblem(error: unknown): ProblemError | null {
  if (!isAPIError(error) || error.statusCode >= 500) return null;
  const code = error.body?.code ?? "";
  switch (code) {
    case "INVALID_EMAIL_OR_PASSWORD":
    case "INVALID_PASSWORD":
    case "CREDENTIAL_ACCOUNT_NOT_FOUND":
      return new ProblemError("wrongPassword");
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
    case "INVALID_ORIGIN":
    case "MISSING_OR_NULL_ORIGIN":
    case "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED":
      return new ProblemError("wrongOrigin");
    default:
      if (error.statusCode === 401) return new ProblemError("signInNeeded");
      if (error.statusCode === 404) return new ProblemError("notFound");
      return new ProblemError("invalidRequest", { detail: error.message });
  }
}
