import type { Problem } from "@legwork/core/wire";

/** One person's browser: it keeps the session's cookie. */
export interface DemoClient {
  /** Throws `ProblemAnswer` when the server refuses. */
  readonly get: <Answer>(path: string) => Promise<Answer>;
  readonly post: <Answer>(path: string, body: unknown) => Promise<Answer>;
}

/** A refusal of the server. */
class ProblemAnswer extends Error {
  constructor(
    readonly path: string,
    readonly problem: Problem,
  ) {
    super(`${path}: ${problem.title} ${problem.detail ?? ""}`);
  }
}

export interface ServerAddress {
  /** Where it answers, and the origin that its pages have. */
  readonly url: string;
  readonly origin: string;
  /** How a request gets there; the network when absent. */
  readonly send?: (request: Request) => Response | Promise<Response>;
}

/** A client of the server, as a page of its own would be. */
export function demoClient({ url, origin, send = fetch }: ServerAddress): DemoClient {
  let cookie = "";
  const call = async <Answer>(path: string, init: RequestInit): Promise<Answer> => {
    const headers = { Origin: origin, "Content-Type": "application/json", Cookie: cookie };
    const response = await send(new Request(new URL(path, url), { ...init, headers }));
    const set = response.headers.getSetCookie().map((each) => each.split(";", 1)[0] ?? "");
    if (set.length > 0) cookie = set.join("; ");
    const answer: unknown = await response.json();
    // The server is of this very build: its answers have the shapes of the wire.
    if (!response.ok) throw new ProblemAnswer(path, answer as Problem);
    return answer as Answer;
  };
  return {
    get: (path) => call(path, {}),
    post: (path, body) => call(path, { method: "POST", body: JSON.stringify(body) }),
  };
}

/** Signs in, or makes the account when there is none yet. */
export async function enter(
  client: DemoClient,
  { name, email, password }: { readonly name: string; readonly email: string; readonly password: string },
): Promise<void> {
  try {
    await client.post("/api/auth/sign-up/email", { name, email, password });
  } catch (error) {
    if (!(error instanceof ProblemAnswer) || error.problem.code !== "emailTaken") throw error;
    await client.post("/api/auth/sign-in/email", { email, password });
  }
}
