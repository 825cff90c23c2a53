import type { Problem, ProblemCode } from "@legwork/core/wire";

/** The server said no, in its own words. */
class ProblemError extends Error {
  override readonly name = "ProblemError";
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

/** No answer came: no signal, or no server. */
export class OfflineError extends Error {
  override readonly name = "OfflineError";
}

/** What went wrong, as one word to choose a sentence by. */
export function problemCode(error: unknown): ProblemCode | "offline" | "unknown" {
  if (error instanceof ProblemError) return error.problem.code;
  return error instanceof OfflineError ? "offline" : "unknown";
}

/** No answer came, rather than a refusal. */
export function isOffline(error: unknown): boolean {
  return problemCode(error) === "offline";
}

/** The server knows nothing of what was asked for. */
export function isNotFound(error: unknown): boolean {
  return problemCode(error) === "notFound";
}

interface Asking {
  readonly method?: "GET" | "POST" | "DELETE";
  readonly body?: unknown;
}

/** Asks the server. Throws a `ProblemError` for a refusal and an `OfflineError` when nothing answered. */
export async function askServer<Answer>(path: string, { method = "GET", body }: Asking = {}): Promise<Answer> {
  const answer = await reach(path, { method, body });
  const json: unknown = await answer.json().catch(() => null);
  if (answer.ok) return json as Answer;
  throw new ProblemError(asProblem(json, answer.status));
}

async function reach(path: string, { method, body }: Asking): Promise<Response> {
  try {
    return await fetch(path, {
      method: method ?? "GET",
      credentials: "same-origin",
      ...(method === "GET"
        ? {}
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(body ?? {}) }),
    });
  } catch (error) {
    throw new OfflineError("The server does not answer", { cause: error });
  }
}

function asProblem(json: unknown, status: number): Problem {
  if (typeof json === "object" && json !== null && "title" in json && "code" in json) return json as Problem;
  const code = CODE_BY_STATUS[status] ?? "serverFault";
  return { type: "about:blank", title: `The server answered ${status}`, status, code };
}

const CODE_BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: "invalidRequest",
  401: "signInNeeded",
  404: "notFound",
  413: "tooLarge",
  422: "invalidRequest",
  429: "tooManyRequests",
  503: "unavailable",
};
