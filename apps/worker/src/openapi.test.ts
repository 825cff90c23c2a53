import { Validator } from "@seriousme/openapi-schema-validator";
import { PROBLEM_CODES } from "@legwork/core/wire";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testServer, type TestServer } from "./testing/test-server";

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
  readonly responses: Readonly<
    Record<
      string,
      { readonly content?: Readonly<Record<string, { readonly examples?: object; readonly example?: unknown }>> }
    >
  >;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let server: TestServer;
let document: Document;
beforeAll(async () => {
  server = await testServer();
  document = (await (await server.app.request("/api/openapi.json")).json()) as Document;
});
afterAll(() => server.close());

const operations = () => Object.values(document.paths).flatMap((path) => Object.values(path));

test("the document is valid OpenAPI 3.1", async () => {
  const result = await new Validator().validate({ ...structuredClone(document) });
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  expect(document.openapi).toMatch(/^3\.1/);
});

test("every route of the app is in it, and nothing else", () => {
  const routes = new Set(
    server.app.routes
      .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/") && path !== "/api/openapi.json")
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`),
  );
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(documented.sort()).toEqual([...routes].sort());
  expect(documented.length).toBeGreaterThan(14);
});

test("every operation has a name of its own and a summary", () => {
  expect(new Set(operations().map(({ operationId }) => operationId)).size).toBe(operations().length);
  for (const { summary } of operations()) expect(summary).toBeTruthy();
});

test("every code that is documented is one of the closed list", () => {
  const documented = operations().flatMap(({ responses }) =>
    Object.values(responses).flatMap(({ content }) =>
      Object.keys(content?.["application/problem+json"]?.examples ?? {}),
    ),
  );
  expect(documented.filter((code) => !PROBLEM_CODES.some((known) => known === code))).toEqual([]);
});

test("the documented preview is what the server answers", async () => {
  const preview = document.paths["/api/plan/preview"]?.["post"];
  const example = preview?.requestBody?.content["application/json"]?.example;
  const response = await server.app.request("/api/plan/preview", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(example),
  });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(preview?.responses["200"]?.content?.["application/json"]?.example);
});
