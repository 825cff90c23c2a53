import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeAttempt } from "@legwork/db";
import { createApp } from "../app";
import { QUICK_PASSWORDS } from "../testing/quick-passwords";
import { ORIGIN, SECRET, testServer, type TestServer } from "../testing/test-server";

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ trustedProxies: ["127.0.0.0/8"] });
});
afterAll(() => server.close());

const PASSWORD = "eight or more";
const HOME = "198.51.100.7";

interface From {
  readonly address: string;
  readonly cookie?: string;
  readonly app?: TestServer["app"];
}

async function ask(act: "sign-up" | "sign-in", body: object, { address, cookie, app = server.app }: From) {
  const headers = {
    Origin: ORIGIN,
    "Content-Type": "application/json",
    "X-Forwarded-For": address,
    ...(cookie === undefined ? {} : { Cookie: cookie }),
  };
  return app.request(`${ORIGIN}/api/auth/${act}/email`, { method: "POST", headers, body: JSON.stringify(body) });
}

async function ownerAt(address: string) {
  const email = `${randomUUID()}@example.org`;
  const made = await ask("sign-up", { email, password: PASSWORD, name: "Mo" }, { address });
  expect(made.status).toBe(200);
  const device = made.headers.getSetCookie().find((cookie) => cookie.startsWith("legwork.device="));
  return { email, device: device?.split(";")[0] ?? "" };
}

const signIn = (email: string, from: From, password = PASSWORD) => ask("sign-in", { email, password }, from);

test("1,000 wrong tries from 50 addresses are stopped, and keep the owner out nowhere they have been", async () => {
  const { email, device } = await ownerAt(HOME);
  const answers = new Map<number, number>();
  for (let round = 0; round < 20; round += 1) {
    const wrong = Array.from({ length: 50 }, (_, index) =>
      signIn(email, { address: `203.0.113.${index + 1}` }, `guess number ${round} of ${index}`),
    );
    for (const { status } of await Promise.all(wrong)) answers.set(status, (answers.get(status) ?? 0) + 1);
  }
  expect(Object.fromEntries(answers)).toEqual({ 401: 50, 429: 950 });

  expect((await signIn(email, { address: HOME })).status).toBe(200);
  expect((await signIn(email, { address: "192.0.2.99", cookie: device })).status).toBe(200);
  const stranger = await signIn(email, { address: "192.0.2.98" });
  expect([stranger.status, stranger.headers.get("Retry-After")]).toEqual([429, "120"]);
  expect(await stranger.json()).toMatchObject({ code: "tooManyRequests", detail: "Try again in 120 seconds." });
});

test("while strangers are slowed down, one of them still gets through every two minutes", async () => {
  const { email } = await ownerAt(HOME);
  for (let index = 0; index < 60; index += 1) await signIn(email, { address: `203.0.113.${index}` }, "a guess");
  expect((await signIn(email, { address: "192.0.2.1" })).status).toBe(429);
  server.setNow(new Date("2026-03-02T08:02:01Z"));
  expect((await signIn(email, { address: "192.0.2.1" })).status).toBe(200);
  server.setNow(new Date("2026-03-02T08:00:00Z"));
});

test("an abuser behind the owner's own router stops that address, not the owner's device", async () => {
  const { email, device } = await ownerAt(HOME);
  for (let index = 0; index < 10; index += 1) await signIn(email, { address: HOME }, "a guess");
  expect((await signIn(email, { address: HOME })).status).toBe(429);
  expect((await signIn(email, { address: HOME, cookie: device })).status).toBe(200);
});

test("a device that guesses is stopped too, and a forged or foreign mark is none", async () => {
  const { email, device } = await ownerAt(HOME);
  const other = await ownerAt("198.51.100.8");
  for (let index = 0; index < 10; index += 1) await signIn(email, { address: "192.0.2.5", cookie: device }, "a guess");
  expect((await signIn(email, { address: "192.0.2.6", cookie: device })).status).toBe(429);
  for (let index = 0; index < 50; index += 1) await signIn(email, { address: `203.0.113.${index}` }, "a guess");
  for (const cookie of [other.device, `${device}00`, "legwork.device=mark.", "legwork.device="]) {
    expect((await signIn(email, { address: "192.0.2.7", cookie })).status).toBe(429);
  }
});

test("after a quarter of an hour the same address may try again", async () => {
  const { email } = await ownerAt(HOME);
  for (let index = 0; index < 10; index += 1) await signIn(email, { address: HOME }, "a guess");
  expect((await signIn(email, { address: HOME })).status).toBe(429);
  server.setNow(new Date("2026-03-02T08:15:01Z"));
  expect((await signIn(email, { address: HOME })).status).toBe(200);
  server.setNow(new Date("2026-03-02T08:00:00Z"));
});

test("right tries count for nothing", async () => {
  const { email } = await ownerAt(HOME);
  for (let index = 0; index < 25; index += 1) expect((await signIn(email, { address: HOME })).status).toBe(200);
});

test("an e-mail without an account is counted the same way", async () => {
  const email = `${randomUUID()}@example.org`;
  const statuses: number[] = [];
  for (let index = 0; index < 12; index += 1) statuses.push((await signIn(email, { address: HOME })).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
});

test("first tries of many at one moment are all counted, and none fails", async () => {
  const { db } = server.database;
  const limit = { max: 5, windowS: 60, slowedToS: null };
  for (let round = 0; round < 100; round += 1) {
    const key = randomUUID();
    const tries = Array.from({ length: 10 }, () =>
      takeAttempt(db, key, { limit, now: new Date("2026-03-02T08:00:00Z") }),
    );
    const taken = await Promise.all(tries);
    expect(taken.filter(({ ok }) => ok)).toHaveLength(5);
  }
});

test("two servers on one database count together", async () => {
  const { email } = await ownerAt(HOME);
  const second = createApp({
    db: server.database.db,
    publicUrl: ORIGIN,
    secret: SECRET,
    staticDir: null,
    now: () => new Date("2026-03-02T08:00:00Z"),
    rateLimits: { accounts: null },
    passwords: QUICK_PASSWORDS,
  });
  const tries = Array.from({ length: 16 }, (_, index) =>
    signIn(email, { address: "127.0.0.1", ...(index % 2 === 0 ? {} : { app: second }) }, "a guess"),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(10);
});

test("the database holds no address and no e-mail of who tried, and what has ended is swept", async () => {
  const { email } = await ownerAt(HOME);
  await signIn(email, { address: "203.0.113.77" }, "a guess");
  const { client } = server.database.db;
  const read = async () =>
    (await client.query("select r::text as row from rate_limit r union all select k::text from known_client k")).rows;
  const text = JSON.stringify(await read());
  for (const secret of [email, HOME, "203.0.113.77"]) expect(text).not.toContain(secret);
  server.setNow(new Date("2026-03-02T10:00:00Z"));
  await signIn("nobody@example.org", { address: HOME }, "a guess");
  expect((await client.query("select from rate_limit")).rowCount).toBe(2);
  server.setNow(new Date("2026-03-02T08:00:00Z"));
});
