import { randomUUID, scryptSync } from "node:crypto";
import type { Me, RunnerClaim } from "@legwork/core/wire";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { feelOp } from "../testing/stream";
import { browser, ORIGIN, signedUp, testServer, type TestServer } from "../testing/test-server";

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ passwords: null });
});
afterAll(() => server.close());

/** The work that better-auth asks for each password. */
const SCRYPT = { N: 16_384, r: 16, p: 1, maxmem: 64 * 2 ** 20 };

const credentials = () => ({ email: `${randomUUID()}@example.org`, password: "eight or more", name: "Mo" });

describe("signing up and in", () => {
  test("a new account has a runner of its own and nothing else", async () => {
    const mo = await signedUp(server.app);
    const me = (await (await mo.request("GET", "/api/me")).json()) as Me;
    expect(me).toMatchObject({ account: { name: "Mo" }, squads: [], grants: [] });
    expect(me.runner).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("a second browser with the same account sees the same runner", async () => {
    const account = credentials();
    const [first, second] = [browser(server.app), browser(server.app)];
    await first.request("POST", "/api/auth/sign-up/email", account);
    expect((await second.request("POST", "/api/auth/sign-in/email", account)).status).toBe(200);
    const [one, two] = await Promise.all(
      [first, second].map(async (each) => (await each.request("GET", "/api/me")).json()),
    );
    expect(two).toEqual(one);
  });

  test("a password is kept as the hash of scrypt with a salt of its own", async () => {
    const account = credentials();
    const again = { ...account, email: credentials().email };
    for (const each of [account, again]) await browser(server.app).request("POST", "/api/auth/sign-up/email", each);
    const { rows } = await server.database.db.client.query<{ password: string }>(
      'select password from account join "user" on "user".id = user_id where email in ($1, $2)',
      [account.email, again.email],
    );
    const [one = [], other = []] = rows.map(({ password }) => password.split(":"));
    for (const [salt = "", hash] of [one, other])
      expect(hash).toBe(scryptSync(account.password, salt, 64, SCRYPT).toString("hex"));
    expect(one[0]).not.toBe(other[0]);
  });

  test("the session lasts 90 days, out of reach of scripts and foreign pages", async () => {
    const response = await browser(server.app).request("POST", "/api/auth/sign-up/email", credentials());
    const cookie = response.headers.getSetCookie()[0];
    expect(cookie).toContain(`Max-Age=${90 * 24 * 60 * 60}`);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Lax");
    expect(cookie).not.toContain("Secure");
    const token = /session_token=([^.]+)/.exec(cookie ?? "")?.[1];
    expect(await response.text()).not.toContain(token);
  });

  test("under https the session cookie is Secure", async () => {
    const secure = await testServer({ publicUrl: "https://legwork.example" });
    const response = await secure.app.request("https://legwork.example/api/auth/sign-up/email", {
      method: "POST",
      headers: { Origin: "https://legwork.example", "Content-Type": "application/json" },
      body: JSON.stringify(credentials()),
    });
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Secure-legwork\.session_token=.*; Secure/);
    await secure.close();
  });

  test("a session that is used is prolonged, once a day", async () => {
    const mo = await signedUp(server.app);
    expect((await mo.request("GET", "/api/me")).headers.getSetCookie()).toEqual([]);
    await server.database.db.client.query(
      `update session set expires_at = expires_at - interval '30 days' where user_id = $1`,
      [mo.account.id],
    );
    const renewed = await mo.request("GET", "/api/me");
    expect([renewed.status, renewed.headers.getSetCookie()[0]]).toEqual([
      200,
      expect.stringContaining("Max-Age=7776000"),
    ]);
    expect((await mo.request("GET", "/api/me")).headers.getSetCookie()).toEqual([]);
  });

  test("a session that has ended is none", async () => {
    const mo = await signedUp(server.app);
    await server.database.db.client.query(`update session set expires_at = now() where user_id = $1`, [mo.account.id]);
    expect((await mo.request("GET", "/api/me")).status).toBe(401);
  });

  test("a token with another signature opens nothing", async () => {
    const response = await browser(server.app).request("POST", "/api/auth/sign-up/email", credentials());
    const [name, value = ""] = (response.headers.getSetCookie()[0]?.split(";")[0] ?? "").split("=", 2);
    const [token] = decodeURIComponent(value).split(".");
    for (const forged of [`${token}`, `${token}.`, `${token}.${Buffer.alloc(32).toString("base64")}`]) {
      const headers = { Cookie: `${name}=${encodeURIComponent(forged)}` };
      expect((await server.app.request("/api/me", { headers })).status).toBe(401);
    }
    const headers = { Cookie: `${name}=${value}` };
    expect((await server.app.request("/api/me", { headers })).status).toBe(200);
  });

  test("signing out ends the session on the server too", async () => {
    const mo = await signedUp(server.app);
    expect((await mo.request("POST", "/api/auth/sign-out")).status).toBe(200);
    expect((await mo.request("GET", "/api/me")).status).toBe(401);
  });

  test.each([
    ["a wrong password", "sign-in", { password: "something else" }, 401, { code: "wrongPassword" }],
    ["an unknown e-mail", "sign-in", { email: "nobody@example.org" }, 401, { code: "wrongPassword" }],
    ["an e-mail that is taken", "sign-up", {}, 409, { code: "emailTaken", at: "email" }],
    ["a short password", "sign-up", { password: "short" }, 400, { code: "invalidRequest", at: "password" }],
    ["no e-mail address", "sign-up", { email: "mo" }, 400, { code: "invalidRequest", at: "email" }],
    ["a name that no database holds", "sign-up", { name: "Mo\u0000" }, 400, { code: "invalidRequest", at: "name" }],
    ["a missing password", "sign-in", { password: undefined }, 400, { code: "invalidRequest", at: "password" }],
  ])("%s is a problem of its own", async (_, act, change, status, problem) => {
    const account = credentials();
    await browser(server.app).request("POST", "/api/auth/sign-up/email", account);
    const response = await browser(server.app).request("POST", `/api/auth/${act}/email`, { ...account, ...change });
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject(problem);
  });

  test("of many who take one e-mail at once one gets it, and the next try tells the others", async () => {
    const account = credentials();
    const signUp = () => browser(server.app).request("POST", "/api/auth/sign-up/email", account);
    const statuses = (await Promise.all([signUp(), signUp(), signUp(), signUp()])).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBe(1);
    expect(statuses.every((status) => [200, 409, 503].includes(status))).toBe(true);
    expect((await signUp()).status).toBe(409);
  });

  test("nobody is signed in without a session", async () => {
    const response = await browser(server.app).request("GET", "/api/me");
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: "signInNeeded" });
  });
});

describe("the phone's runner", () => {
  test("an account without records takes the id that the phone made", async () => {
    const mo = await signedUp(server.app);
    const runner = randomUUID();
    const claim = await mo.request("POST", "/api/me/runner", { runner });
    expect([claim.status, await claim.json()]).toEqual([200, { runner }]);
    expect(((await (await mo.request("GET", "/api/me")).json()) as Me).runner).toBe(runner);
  });

  test("claiming the same id again changes nothing", async () => {
    const mo = await signedUp(server.app);
    const claim = await mo.request("POST", "/api/me/runner", { runner: mo.runner });
    expect(await claim.json()).toEqual({ runner: mo.runner });
    const inCapitals = await mo.request("POST", "/api/me/runner", { runner: mo.runner.toUpperCase() });
    expect(await inCapitals.json()).toEqual({ runner: mo.runner });
  });

  test("an account with records keeps its runner and says so", async () => {
    const mo = await signedUp(server.app);
    await mo.sync(mo.runner, { ops: [feelOp()] });
    const claim = await mo.request("POST", "/api/me/runner", { runner: randomUUID() });
    expect((await claim.json()) as RunnerClaim).toEqual({ runner: mo.runner });
  });

  test("another account's runner cannot be taken", async () => {
    const [mo, eve] = [await signedUp(server.app), await signedUp(server.app, "Eve")];
    const claim = await eve.request("POST", "/api/me/runner", { runner: mo.runner });
    expect([claim.status, await claim.json()]).toMatchObject([409, { code: "runnerTaken" }]);
    expect((await mo.request("GET", "/api/me")).status).toBe(200);
  });

  test("text that is no id is refused by name", async () => {
    const mo = await signedUp(server.app);
    const claim = await mo.request("POST", "/api/me/runner", { runner: "mo" });
    expect(await claim.json()).toMatchObject({ code: "invalidRequest", at: "runner" });
  });
});

describe("limits", () => {
  const signIn = (from: string) => ({
    method: "POST",
    headers: { Origin: ORIGIN, "Content-Type": "application/json", "X-Forwarded-For": from },
    body: JSON.stringify({ email: "mo@example.org", password: "guess" }),
  });

  test("behind a trusted proxy each client has attempts of its own", async () => {
    const proxied = await testServer({
      trustedProxies: ["127.0.0.0/8"],
      rateLimits: { accounts: { max: 2, windowS: 60 } },
    });
    const attempt = (from: string) => proxied.app.request("/api/auth/sign-in/email", signIn(from));
    expect((await attempt("203.0.113.1")).status).toBe(401);
    expect((await attempt("203.0.113.1")).status).toBe(401);
    const third = await attempt("203.0.113.1");
    expect([third.status, third.headers.get("Retry-After")]).toEqual([429, "60"]);
    expect(await third.json()).toMatchObject({ code: "tooManyRequests" });
    expect((await attempt("203.0.113.2")).status).toBe(401);
    proxied.setNow(new Date("2026-03-02T08:01:01Z"));
    expect((await attempt("203.0.113.1")).status).toBe(401);
    await proxied.close();
  });

  test("without a trusted proxy a made-up address changes nothing", async () => {
    const direct = await testServer({ rateLimits: { accounts: { max: 1, windowS: 60 } } });
    expect((await direct.app.request("/api/auth/sign-in/email", signIn("203.0.113.1"))).status).toBe(401);
    expect((await direct.app.request("/api/auth/sign-in/email", signIn("203.0.113.2"))).status).toBe(429);
    await direct.close();
  });
});
