import { afterAll, beforeAll, expect, test } from "vitest";
import type { Me } from "@legwork/core/wire";
import { browser, signedUp, testServer, type TestServer } from "./testing/test-server";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

test("a new account has a runner of its own and nothing else", async () => {
  const mo = await signedUp(server.app);
  const me = (await (await mo.request("GET", "/api/me")).json()) as Me;
  expect(me).toMatchObject({ account: { name: "Mo" }, squads: [], grants: [] });
  expect(me.runner).toMatch(/^[0-9a-f-]{36}$/);
});

test("nobody is signed in without a session", async () => {
  const response = await browser(server.app).request("GET", "/api/me");
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: "signInNeeded" });
});
