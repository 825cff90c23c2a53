import { toJsonSchema } from "@valibot/to-json-schema";
import { Problem, PROBLEM_CODES, type ProblemCode } from "@legwork/core/wire";
import { describeRoute, openAPIRouteHandler } from "hono-openapi";
import type { MiddlewareHandler } from "hono";
import type * as v from "valibot";
import { sessionCookieName } from "./auth/accounts";
import type { App } from "./env";
import { makeProblem, PROBLEMS } from "./problem";

/** A body, and an example of it that is made when somebody reads the document. */
interface Shape {
  readonly schema: v.GenericSchema;
  readonly example?: () => unknown;
}

export interface RouteDescription {
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: "accounts" | "sync" | "squads" | "plan" | "server";
  /** Needs the session cookie. */
  readonly signedIn?: boolean;
  readonly query?: readonly { readonly name: string; readonly description: string; readonly schema: object }[];
  readonly body?: Shape;
  readonly answer:
    | (Shape & { readonly status: 200 | 201; readonly description: string })
    | { readonly status: 204; readonly description: string };
  /** Beside `serverFault` and `unavailable`, which any route may give. */
  readonly problems: readonly ProblemCode[];
}

/** Documents the route it stands before. */
export function describe(route: RouteDescription): MiddlewareHandler {
  const { answer } = route;
  const problems = [
    ...route.problems,
    ...(route.signedIn ? (["signInNeeded", "accountDeleted"] as const) : []),
    "serverFault",
    "unavailable",
  ] as const;
  return describeRoute({
    operationId: route.id,
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    tags: [route.tag],
    security: route.signedIn ? [{ session: [] }] : [],
    ...(route.query === undefined
      ? {}
      : { parameters: route.query.map((one) => ({ ...one, in: "query" as const, required: false })) }),
    ...(route.body === undefined
      ? {}
      : { requestBody: { required: true, content: { "application/json": jsonContent(route.body) } } }),
    responses: {
      [answer.status]:
        answer.status === 204
          ? { description: answer.description }
          : { description: answer.description, content: { "application/json": jsonContent(answer) } },
      ...problemResponses(problems),
    },
  });
}

/** The document of all described routes of `app`. */
export function documentHandler(app: App, publicUrl: string) {
  return openAPIRouteHandler(app, {
    excludeStaticFile: false,
    documentation: {
      info: {
        title: "Legwork",
        version: "1.0.0",
        license: { name: "MIT", identifier: "MIT" },
        description: `Strength training fitted to a runner's week. Every refusal is \`application/problem+json\` with a stable \`code\`: ${PROBLEM_CODES.map((code) => `\`${code}\``).join(", ")}. State-changing requests need \`Origin: ${publicUrl}\` and \`Content-Type: application/json\`.`,
      },
      servers: [{ url: publicUrl }],
      components: {
        schemas: { Problem: schemaOf(Problem) },
        securitySchemes: {
          session: { type: "apiKey", in: "cookie", name: sessionCookieName(publicUrl) },
        },
      },
    },
  });
}

// A JSON Schema is an OpenAPI 3.1 schema; the types of the two libraries only say so differently.
function schemaOf(schema: v.GenericSchema): object {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    target: "draft-2020-12",
    typeMode: "input",
    ignoreActions: ["readonly", "trim", "transform", "excludes"],
  });
  return rest;
}

function jsonContent({ schema, example }: Shape) {
  if (example === undefined) return { schema: schemaOf(schema) };
  return {
    schema: schemaOf(schema),
    get example() {
      return example();
    },
  };
}

function problemResponses(codes: readonly ProblemCode[]) {
  const statuses = new Set(codes.map((code) => PROBLEMS[code].status));
  return Object.fromEntries(
    [...statuses].map((status) => {
      const sameStatus = [...new Set(codes)].filter((code) => PROBLEMS[code].status === status);
      const response = {
        description: sameStatus.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join(" "),
        content: {
          "application/problem+json": {
            schema: { $ref: "#/components/schemas/Problem" },
            examples: Object.fromEntries(sameStatus.map((code) => [code, { value: makeProblem(code) }])),
          },
        },
      };
      return [status, response];
    }),
  );
}
