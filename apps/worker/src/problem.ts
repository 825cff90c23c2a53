import type { Problem, ProblemCode } from "@legwork/core/wire";

/** Status and title of each code. The title says what happened; `detail` says what to do or what was wrong here. */
export const PROBLEMS: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> = {
  invalidRequest: { status: 400, title: "The request is not as documented." },
  weakPassword: { status: 400, title: "This password is too easy to guess: take another." },
  signInNeeded: { status: 401, title: "Sign in first." },
  wrongPassword: { status: 401, title: "E-mail or password is wrong." },
  wrongCode: { status: 401, title: "This code is wrong, used or too old: ask for a new one." },
  wrongOrigin: { status: 403, title: "This request must come from the app's own pages." },
  notFound: { status: 404, title: "There is nothing here." },
  methodNotAllowed: { status: 405, title: "This address does not answer that method." },
  emailTaken: { status: 409, title: "An account with this e-mail exists: sign in instead." },
  noMailServer: { status: 409, title: "This server sends no e-mail: use your password." },
  runnerTaken: { status: 409, title: "This runner belongs to another account." },
  epochChanged: { status: 409, title: "The server's history has changed: read everything anew." },
  invitationUsed: { status: 409, title: "This invitation has been used: ask the coach for a new one." },
  invitationExpired: { status: 410, title: "This invitation has expired: ask the coach for a new one." },
  accountDeleted: { status: 410, title: "This account was deleted." },
  tooLarge: { status: 413, title: "The request is too large." },
  wrongMediaType: { status: 415, title: "Send the body as application/json." },
  updateNeeded: { status: 426, title: "This version of the app is too old: update it." },
  tooManyRequests: { status: 429, title: "Too many attempts: wait a little." },
  serverFault: { status: 500, title: "Something went wrong on our side." },
  unavailable: { status: 503, title: "The server cannot do this at the moment: try again soon." },
};

export interface ProblemDetails {
  readonly detail?: string;
  /** Path in the request: `runs[3].minutes`. */
  readonly at?: string;
  readonly id?: string;
}

/** A refusal on its way to the edge, where it becomes the answer. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, details: ProblemDetails = {}, headers: Readonly<Record<string, string>> = {}) {
    super(details.detail ?? PROBLEMS[code].title);
    this.problem = makeProblem(code, details);
    this.headers = headers;
  }
}

export function makeProblem(code: ProblemCode, details: ProblemDetails = {}): Problem {
  return { type: `urn:legwork:problem:${code}`, ...PROBLEMS[code], code, ...details };
}

export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers },
  });
}
