/** Stable codes of problem+json answers. A text for people stands in `title` and `detail`. */
export const PROBLEM_CODES = [
  "invalidRequest",
  "notBuiltYet",
  "tooLarge",
  "wrongMediaType",
  "wrongOrigin",
  "signInNeeded",
  "wrongPassword",
  "emailTaken",
  "notFound",
  "invitationUsed",
  "invitationExpired",
  "tooManyRequests",
  "updateNeeded",
  "epochChanged",
  "accountDeleted",
  "runnerTaken",
  "serverFault",
  "unavailable",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** `application/problem+json` (RFC 9457). A `serverFault` carries nothing but `id`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail?: string;
  /** Where in the request, as a path: `runs[3].minutes`. */
  readonly at?: string;
  readonly id?: string;
}
