import * as v from "valibot";

/** Stable codes of problem+json answers. A text for people stands in `title` and `detail`. */
export const PROBLEM_CODES = [
  "invalidRequest",
  "tooLarge",
  "wrongMediaType",
  "methodNotAllowed",
  "wrongOrigin",
  "signInNeeded",
  "wrongPassword",
  "wrongCode",
  "weakPassword",
  "noMailServer",
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
export const Problem = v.pipe(
  v.object({
    type: v.string(),
    title: v.string(),
    status: v.number(),
    code: v.picklist(PROBLEM_CODES),
    detail: v.exactOptional(v.string()),
    /** Where in the request, as a path: `runs[3].minutes`. */
    at: v.exactOptional(v.string()),
    id: v.exactOptional(v.string()),
  }),
  v.readonly(),
);
export type Problem = v.InferOutput<typeof Problem>;
