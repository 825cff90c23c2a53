import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { closeDatabase, openDatabase } from "@legwork/db";
import { PROBLEM_CODES } from "@legwork/core/wire";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "./app";
import { PROBLEMS } from "./problem";
import { feelOp } from "./testing/stream";
import { browser, ORIGIN, SECRET, signedUp, syncRequest, testServer, type TestServer } from "./testing/test-server";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const json = { "Content-Type": "application/json" };

test("health says so when server and database work", async () => {
  const response = await server.app.request("/api/health");
  expect([response.status, await response.json()]).toMatchObject([200, { status: "ok" }]);
});

describe("refusals", () => {
  test.each([
    ["GET", "/api/nowhere", 404, "notFound"],
    ["GET", "/api", 404, "notFound"],
    ["POST", "/api/health", 405, "methodNotAllowed"],
    ["GET", "/api/plan/preview", 405, "methodNotAllowed"],
    ["DELETE", "/api/openapi.json", 405, "methodNotAllowed"],
    ["GET", "/api/auth/session", 404, "notFound"],
  ])("%s %s is %i %s", async (method, path, status, code) => {
    const response = await server.app.request(path, { method, headers: { Origin: ORIGIN } });
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status, code, type: `urn:legwork:problem:${code}` });
  });

  test("405 names the methods that work", async () => {
    const response = await server.app.request("/api/health", { method: "DELETE" });
    expect(response.headers.get("Allow")).toBe("GET, HEAD");
  });

  test.each([["https://evil.example"], ["null"], [undefined]])(
    "a state-changing request from %s is refused",
    async (origin) => {
      const response = await server.app.request("/api/auth/sign-in/email", {
        method: "POST",
        headers: { ...json, ...(origin === undefined ? {} : { Origin: origin }) },
        body: "{}",
      });
      expect([response.status, await response.json()]).toMatchObject([403, { code: "wrongOrigin" }]);
    },
  );

  test.each(["text/plain", "application/x-www-form-urlencoded", undefined])(
    "a body of type %s is refused",
    async (type) => {
      const response = await server.app.request("/api/auth/sign-in/email", {
        method: "POST",
        headers: { Origin: ORIGIN, ...(type === undefined ? {} : { "Content-Type": type }) },
        body: new TextEncoder().encode("{}"),
      });
      expect([response.status, await response.json()]).toMatchObject([415, { code: "wrongMediaType" }]);
    },
  );

  test("text that is no JSON is refused", async () => {
    const response = await server.app.request("/api/plan/preview", { method: "POST", headers: json, body: "{runs" });
    expect([response.status, await response.json()]).toMatchObject([400, { code: "invalidRequest" }]);
  });

  test("another trusted origin may send", async () => {
    const other = await testServer({ trustedOrigins: ["http://192.0.2.7:3000"] });
    const response = await other.app.request("/api/auth/sign-in/email", {
      method: "POST",
      headers: { Origin: "http://192.0.2.7:3000", ...json },
      body: JSON.stringify({ email: "mo@example.org", password: "wrong one" }),
    });
    expect(response.status).toBe(401);
    await other.close();
  });

  test("every code has a status that HTTP knows", () => {
    for (const code of PROBLEM_CODES) expect(PROBLEMS[code].status).toBeGreaterThanOrEqual(400);
  });
});

describe("faults", () => {
  test("a database that is away is 503 with a time to come back", async () => {
    const db = openDatabase({ url: "postgres://nobody@127.0.0.1:1/none" });
    const app = createApp({ db, publicUrl: ORIGIN, secret: SECRET, staticDir: null });
    const responses = [
      await app.request("/api/health"),
      await browser(app).request("POST", "/api/auth/sign-in/email", { email: "mo@example.org", password: "whatever" }),
    ];
    for (const response of responses) {
      expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "5"]);
      expect(await response.json()).toMatchObject({ code: "unavailable" });
    }
    await closeDatabase(db);
  });

  test("a full disk is said, and nothing is half written", async () => {
    const full = await testServer();
    const mo = await signedUp(full.app);
    const { client } = full.database.db;
    await client.query(`
      create function refuse_full() returns trigger language plpgsql as $$
      begin raise exception 'No space left on device' using errcode = '53100'; end $$;
      create trigger refuse_full before insert on op_receipt for each row execute function refuse_full();`);
    const response = await mo.request("POST", `/api/runners/${mo.runner}/sync`, syncRequest({ ops: [feelOp()] }));
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { code: "unavailable", detail: "The server's disk is full: nothing was stored." },
    ]);
    expect((await client.query("select 1 from record union all select 1 from op_quarantine")).rows).toEqual([]);
    await full.close();
  });

  test("what nobody expected leaves the house as an id and is logged under it", async () => {
    const lines: string[] = [];
    const logger = pino({}, { write: (line: string) => lines.push(line) });
    const broken = await testServer({ logger });
    const mo = await signedUp(broken.app);
    await broken.database.db.client.query("alter table squad rename column name to secret_name");
    const response = await mo.request("GET", "/api/squads");
    const problem = (await response.json()) as { id: string };
    expect(response.status).toBe(500);
    expect(JSON.stringify(problem)).not.toContain("column");
    expect(Object.keys(problem).sort()).toEqual(["code", "id", "status", "title", "type"]);
    expect(lines.find((line) => line.includes("unexpected fault"))).toContain(problem.id);
    await broken.close();
  });

  test("the log of a fault holds no value of the query that failed", async () => {
    const lines: string[] = [];
    const logged = await testServer({ logger: pino({}, { write: (line: string) => lines.push(line) }) });
    const headers = { Origin: ORIGIN, ...json };
    const body = JSON.stringify({ email: "twice@example.org", password: "eight or more", name: "Mo" });
    const signUp = () => logged.app.request("/api/auth/sign-up/email", { method: "POST", headers, body });
    await Promise.all([signUp(), signUp(), signUp(), signUp()]);
    const mo = await signedUp(logged.app);
    await logged.database.db.client.query("alter table session rename to session_gone");
    expect((await mo.request("GET", "/api/me")).status).toBe(500);
    const text = lines.join("");
    expect(text).toContain("does not exist");
    for (const secret of ["twice@example.org", "params", mo.account.email]) expect(text).not.toContain(secret);
    await logged.close();
  });

  test("a text that the database cannot hold is the sender's fault", async () => {
    const mo = await signedUp(server.app);
    for (const response of [
      await mo.request("DELETE", "/api/me/grants/%00"),
      await mo.request("POST", "/api/squads", { name: "a\u0000" }),
    ]) {
      expect([response.status, await response.json()]).toMatchObject([400, { code: "invalidRequest" }]);
    }
  });

  test("the log holds no e-mail, password, cookie or address", async () => {
    const lines: string[] = [];
    const logged = await testServer({
      logger: pino({ level: "trace" }, { write: (line: string) => lines.push(line) }),
    });
    const mo = await signedUp(logged.app);
    await mo.request("GET", "/api/me");
    const text = lines.join("");
    expect(text).toContain('"route":"/api/me"');
    for (const secret of [mo.account.email, "eight or more", "session_token", "127.0.0.1"])
      expect(text).not.toContain(secret);
    await logged.close();
  });
});

describe("a wrong set-up fails at the start", () => {
  test.each([
    [{ publicUrl: "legwork" }, "Invalid URL"],
    [{ publicUrl: "ftp://legwork.example" }, "Not an http or https address"],
    [{ secret: "short" }, "The secret needs at least 32 characters"],
    [{ trustedProxies: ["the proxy"] }, "Not an address or CIDR range of a proxy: the proxy"],
    [{ staticDir: "/nowhere/at/all" }, "The app is not built: there is no folder /nowhere/at/all"],
  ])("%j", (change, message) => {
    const options = { db: server.database.db, publicUrl: ORIGIN, secret: SECRET, staticDir: null };
    expect(() => createApp({ ...options, ...change })).toThrow(message);
  });
});

test("every answer carries the security headers, HSTS under https only", async () => {
  const { headers } = await server.app.request("/api/health");
  expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(headers.get("Content-Security-Policy")).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
  expect(headers.get("Permissions-Policy")).toContain("geolocation=()");
  expect(headers.get("Strict-Transport-Security")).toBeNull();
  const secure = await testServer({ publicUrl: "https://legwork.example" });
  const answer = await secure.app.request("/api/health");
  expect(answer.headers.get("Strict-Transport-Security")).toContain("max-age=31536000");
  await secure.close();
});

test("ten megabytes sent over a real socket are a 413, and the server goes on", async () => {
  const listening = serve({ fetch: server.app.fetch, port: 0, hostname: "127.0.0.1" });
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/api/plan/preview`;
  const body = JSON.stringify({ runs: "x".repeat(10_000_000) });
  const response = await fetch(url, { method: "POST", headers: json, body });
  expect([response.status, await response.json()]).toMatchObject([413, { code: "tooLarge" }]);
  // Without a length nobody can know before reading; it is read no further than the limit.
  const stream = new Blob([body]).stream();
  const chunked = await fetch(url, { method: "POST", headers: json, body: stream, duplex: "half" });
  expect(chunked.status).toBe(413);
  expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
  listening.close();
});
