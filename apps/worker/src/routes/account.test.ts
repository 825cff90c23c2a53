import { randomUUID } from "node:crypto";
import type { AccountSessions, Me } from "@legwork/core/wire";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, browser, signedUp, testServer, type TestServer } from "../testing/test-server";

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ passwords: null });
});
afterAll(() => server.close());

const PASSWORD = "eight or more";
const NEXT = "tractor lemon ladder";
const PIXEL =
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

const statusOf = async (one: Browser) => (await one.request("GET", "/api/me")).status;
async function alsoSignedIn(email: string, headers?: Record<string, string>): Promise<Browser> {
  const one = browser(server.app);
  const response = await one.request("POST", "/api/auth/sign-in/email", { email, password: PASSWORD }, headers);
  expect(response.status).toBe(200);
  return one;
}
const sessionsOf = async (one: Browser) =>
  ((await (await one.request("GET", "/api/me/sessions")).json()) as AccountSessions).sessions;

describe("the password", () => {
  test("a new one ends all other sessions and keeps this one", async () => {
    const mo = await signedUp(server.app);
    const other = await alsoSignedIn(mo.account.email);
    const changed = await mo.request("POST", "/api/me/password", { current: PASSWORD, password: NEXT });
    expect([changed.status, await changed.text()]).toEqual([204, ""]);
    expect([await statusOf(mo), await statusOf(other)]).toEqual([200, 401]);
    const old = { email: mo.account.email, password: PASSWORD };
    expect((await other.request("POST", "/api/auth/sign-in/email", old)).status).toBe(401);
    expect((await other.request("POST", "/api/auth/sign-in/email", { ...old, password: NEXT })).status).toBe(200);
  });

  test("is not changed by whoever does not know the old one, however often they try", async () => {
    const mo = await signedUp(server.app);
    const other = await alsoSignedIn(mo.account.email);
    const guess = () => mo.request("POST", "/api/me/password", { current: "a guess at it", password: NEXT });
    const first = await guess();
    expect([first.status, await first.json()]).toMatchObject([401, { code: "wrongPassword", at: "password" }]);
    for (let index = 0; index < 9; index += 1) await guess();
    expect((await guess()).status).toBe(429);
    expect(await statusOf(other)).toBe(200);
  });

  test.each([
    ["password1", "weakPassword"],
    ["legwork2026", "weakPassword"],
    ["short", "invalidRequest"],
  ])("%s is refused", async (password, code) => {
    const mo = await signedUp(server.app);
    const changed = await mo.request("POST", "/api/me/password", { current: PASSWORD, password });
    expect([changed.status, await changed.json()]).toMatchObject([400, { code, at: "password" }]);
  });

  test("a weak one makes no account", async () => {
    const email = `${randomUUID()}@example.org`;
    const made = await browser(server.app).request("POST", "/api/auth/sign-up/email", {
      email,
      password: "sunshine1",
      name: "Mo",
    });
    expect([made.status, await made.json()]).toMatchObject([400, { code: "weakPassword", at: "password" }]);
    const { rowCount } = await server.database.db.client.query(`select from "user" where email = $1`, [email]);
    expect(rowCount).toBe(0);
  });
});

describe("the e-mail, without a mail server", () => {
  const moveTo = (mo: Browser, email: string, password = PASSWORD) =>
    mo.request("POST", "/api/me/email", { email, password });

  test("changes at once with the password, and sessions go on", async () => {
    const mo = await signedUp(server.app);
    const next = `${randomUUID()}@example.net`;
    const moved = await moveTo(mo, next.toUpperCase());
    expect([moved.status, await moved.json()]).toEqual([200, { status: "changed" }]);
    expect(((await (await mo.request("GET", "/api/me")).json()) as Me).account.email).toBe(next);
    await alsoSignedIn(next);
    const old = { email: mo.account.email, password: PASSWORD };
    expect((await browser(server.app).request("POST", "/api/auth/sign-in/email", old)).status).toBe(401);
  });

  test("a wrong password, a taken e-mail and the same e-mail are told apart, and change nothing", async () => {
    const [mo, eve] = [await signedUp(server.app), await signedUp(server.app, "Eve")];
    const wrong = await moveTo(mo, `${randomUUID()}@example.net`, "a guess at it");
    expect([wrong.status, await wrong.json()]).toMatchObject([401, { code: "wrongPassword" }]);
    const taken = await moveTo(mo, eve.account.email);
    expect([taken.status, await taken.json()]).toMatchObject([409, { code: "emailTaken", at: "email" }]);
    const same = await moveTo(mo, mo.account.email);
    expect([same.status, await same.json()]).toMatchObject([400, { code: "invalidRequest", at: "email" }]);
    expect(((await (await mo.request("GET", "/api/me")).json()) as Me).account.email).toBe(mo.account.email);
  });

  test("of two who take one e-mail at once, one gets it and nothing breaks", async () => {
    const people = await Promise.all([signedUp(server.app), signedUp(server.app), signedUp(server.app)]);
    const next = `${randomUUID()}@example.net`;
    const statuses = (await Promise.all(people.map((one) => moveTo(one, next)))).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });
});

describe("sessions", () => {
  test("are listed in words, this one first, without anything to sign in with", async () => {
    const mo = await signedUp(server.app);
    await alsoSignedIn(mo.account.email, { "User-Agent": PIXEL });
    const iphone = await alsoSignedIn(mo.account.email, { "User-Agent": IPHONE });
    const sessions = await sessionsOf(iphone);
    expect(sessions.map(({ browser: name, system, isCurrent }) => [name, system, isCurrent])).toEqual([
      ["Safari", "iOS", true],
      ["Chrome", "Android", false],
      [null, null, false],
    ]);
    const { rows } = await server.database.db.client.query<{ token: string }>("select token from session");
    for (const { token } of rows) expect(JSON.stringify(sessions)).not.toContain(token);
  });

  test("one can be ended, and then that browser is signed out", async () => {
    const mo = await signedUp(server.app);
    const other = await alsoSignedIn(mo.account.email);
    const id = (await sessionsOf(mo)).find(({ isCurrent }) => !isCurrent)?.id;
    expect((await mo.request("DELETE", `/api/me/sessions/${id}`)).status).toBe(204);
    expect([await statusOf(mo), await statusOf(other)]).toEqual([200, 401]);
    expect((await mo.request("DELETE", `/api/me/sessions/${id}`)).status).toBe(404);
  });

  test("nobody ends another's", async () => {
    const [mo, eve] = [await signedUp(server.app), await signedUp(server.app, "Eve")];
    const id = (await sessionsOf(mo))[0]?.id;
    expect((await eve.request("DELETE", `/api/me/sessions/${id}`)).status).toBe(404);
    expect((await eve.request("DELETE", "/api/me/sessions")).status).toBe(204);
    expect(await statusOf(mo)).toBe(200);
  });

  test("all others end together", async () => {
    const mo = await signedUp(server.app);
    const others = [await alsoSignedIn(mo.account.email), await alsoSignedIn(mo.account.email)];
    expect((await mo.request("DELETE", "/api/me/sessions")).status).toBe(204);
    expect(await Promise.all([mo, ...others].map(statusOf))).toEqual([200, 401, 401]);
    expect(await sessionsOf(mo)).toHaveLength(1);
  });

  test("one that is used now and then lives on past 90 days, one that is not ends", async () => {
    const mo = await signedUp(server.app);
    const idle = await alsoSignedIn(mo.account.email);
    const { client } = server.database.db;
    const letDaysPass = (days: number) =>
      client.query(
        `update session set expires_at = expires_at - make_interval(days => $2), updated_at = updated_at - make_interval(days => $2),
           created_at = created_at - make_interval(days => $2) where user_id = $1`,
        [mo.account.id, days],
      );
    for (let month = 0; month < 4; month += 1) {
      await letDaysPass(29);
      expect(await statusOf(mo)).toBe(200);
    }
    expect(await statusOf(idle)).toBe(401);
    const [session] = await sessionsOf(mo);
    expect(Date.now() - Date.parse(session?.since ?? "")).toBeGreaterThan(115 * 24 * 60 * 60 * 1000);
    expect(Date.now() - Date.parse(session?.lastUsed ?? "")).toBeLessThan(60_000);
  });
});
