import * as v from "valibot";
import { ProblemError } from "../problem";
import { authProblem } from "./auth-problem";

/** The answer of better-auth, or its refusal in our words. Only cookies and what `schema` names get out: never a session's token. */
export async function answerOfAccounts(response: Response, schema: v.GenericSchema | null): Promise<Response> {
  if (!response.ok) {
    const refusal: unknown = await response.json().catch(() => null);
    if (response.status >= 500) throw new Error(`better-auth answered ${response.status}`, { cause: refusal });
    throw authProblem(response.status, refusal);
  }
  const headers = new Headers({ "Cache-Control": "no-store" });
  for (const cookie of response.headers.getSetCookie()) headers.append("Set-Cookie", cookie);
  if (schema === null) return new Response(null, { status: 204, headers });
  return Response.json(v.parse(schema, await response.json()), { headers });
}

const FOREIGN_KEY_VIOLATION = "23503";

/** For `catch` of what makes a session: an account that was deleted between check and session is one that does not exist. */
export function whenDeletedMeanwhile(code: "wrongPassword" | "wrongCode"): (error: unknown) => never {
  return (error) => {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
      if ("code" in cause && cause.code === FOREIGN_KEY_VIOLATION) throw new ProblemError(code);
    }
    throw error;
  };
}
