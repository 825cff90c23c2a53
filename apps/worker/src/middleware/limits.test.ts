import { lockHead, inTransaction } from "@legwork/db";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AppOptions, createApp } from "../app";
import { feelOp } from "../testing/stream";
import {
  browser,
  NO_LIMITS,
  ORIGIN,
  SECRET,
  signedUp,
  syncRequest,
  testServer,
  type TestServer,
} from "../testing/test-server";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** The same database behind other limits. */
function limited(rateLimits: NonNullable<AppOptions["rateLimits"]>) {
  return createApp({
    db: server.database.db,
    publicUrl: ORIGIN,
    secret: SECRET,
    staticDir: null,
    rateLimits: { ...NO_LIMITS, ...rateLimits },
  });
}

test("beyond what may be at work the rest is sent away at once with a moment to come back, but never who watches", async () => {
  const app = limited({ admission: { atWork: 3, perClient: 3 } });
  const me = (await signedUp(server.app)).at(app);
  const answers = await Promise.all(Array.from({ length: 20 }, () => me.request("GET", "/api/me")));
  const refused = answers.filter(({ status }) => status === 503);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
  expect(refused).toHaveLength(17);
  for (const answer of refused) {
    expect(["1", "2"]).toContain(answer.headers.get("retry-after"));
    expect(await answer.json()).toMatchObject({ code: "unavailable", status: 503 });
  }
  const health = await Promise.all(Array.from({ length: 10 }, async () => app.request("/api/health")));
  expect(health.map(({ status }) => status)).toEqual(Array(10).fill(200));
  expect((await me.request("GET", "/api/me")).status).toBe(200);
});

test("one address cannot take all the places", async () => {
  const app = createApp({
    db: server.database.db,
    publicUrl: ORIGIN,
    secret: SECRET,
    staticDir: null,
    trustedProxies: ["127.0.0.1"],
    rateLimits: { ...NO_LIMITS, admission: { atWork: 4, perClient: 2 } },
  });
  const me = (await signedUp(server.app)).at(app);
  const from = (address: string) => me.request("GET", "/api/me", undefined, { "X-Forwarded-For": address });
  const answers = await Promise.all([
    ...Array.from({ length: 6 }, () => from("192.0.2.1")),
    from("192.0.2.2"),
    from("2001:db8::1"),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 503, 503, 503, 503, 200, 200]);
});

test("a place is free again after a refusal and after a fault", async () => {
  const app = limited({ admission: { atWork: 1, perClient: 1 } });
  for (let time = 0; time < 3; time += 1) {
    expect((await app.request("/api/me")).status).toBe(401);
    expect((await app.request("/api/plan/preview", { method: "POST", body: "{" })).status).toBe(415);
  }
});

test("an open event stream takes no place and no turn", async () => {
  const app = limited({ admission: { atWork: 1, perClient: 1 }, turns: { atWork: 1, waiting: 0 } });
  const me = (await signedUp(server.app)).at(app);
  const stream = await me.request("GET", "/api/pokes?device=phone-1");
  expect(stream.status).toBe(200);
  expect((await me.request("GET", "/api/me")).status).toBe(200);
  await stream.body?.cancel();
});

test("an account that sends many requests at once takes its turns, and what is too many is refused", async () => {
  const app = limited({ turns: { atWork: 2, waiting: 3 } });
  const me = (await signedUp(server.app)).at(app);
  let asking: Promise<Response[]> = Promise.resolve([]);
  // The lock keeps those at work at work until all have come.
  await inTransaction(server.database.db, async (tx) => {
    await lockHead(tx, me.runner, 0);
    asking = Promise.all(
      Array.from({ length: 8 }, () =>
        me.request("POST", `/api/runners/${me.runner}/sync`, syncRequest({ ops: [feelOp()] })),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  const answers = await asking;
  expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([
    200, 200, 200, 200, 200, 429, 429, 429,
  ]);
  for (const answer of answers) if (answer.status === 429) expect(answer.headers.get("retry-after")).toMatch(/^[12]$/);
  expect((await me.request("GET", "/api/me")).status).toBe(200);
});

test("whoever hammers one runner whose lock is held leaves connections to everybody else", async () => {
  const { db } = server.database;
  // Five connections in this pool, one of them holds the lock.
  const app = limited({ turns: { atWork: 2, waiting: 16 } });
  const abuser = (await signedUp(server.app)).at(app);
  const other = (await signedUp(server.app)).at(app);
  let hammering: Promise<Response[]> = Promise.resolve([]);
  await inTransaction(db, async (tx) => {
    await lockHead(tx, abuser.runner, 0);
    hammering = Promise.all(
      Array.from({ length: 15 }, () =>
        abuser.request("POST", `/api/runners/${abuser.runner}/sync`, syncRequest({ ops: [feelOp()] })),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    const startedAt = performance.now();
    await other.sync(other.runner, { ops: [feelOp()] });
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
  expect((await hammering).map(({ status }) => status)).toEqual(Array(15).fill(200));
});

test("an account that asks for too much is refused until its window ends, and nobody else is", async () => {
  const app = limited({ streams: { max: 3, windowS: 60 } });
  const greedy = (await signedUp(server.app)).at(app);
  const other = (await signedUp(server.app)).at(app);
  for (let time = 0; time < 3; time += 1) await greedy.sync(greedy.runner);
  const refused = await greedy.request("POST", `/api/runners/${greedy.runner}/sync`, syncRequest());
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ code: "tooManyRequests" });
  await other.sync(other.runner);
});

test("ops count one by one, reads of the stream do not", async () => {
  const app = limited({ ops: { max: 5, windowS: 60 } });
  const me = (await signedUp(server.app)).at(app);
  await me.sync(me.runner, { ops: [feelOp(), feelOp(), feelOp()] });
  const refused = await me.request(
    "POST",
    `/api/runners/${me.runner}/sync`,
    syncRequest({ ops: [feelOp(), feelOp(), feelOp()] }),
  );
  expect(refused.status).toBe(429);
  expect((await me.sync(me.runner)).head).toBe(3);
});

test("an outbox of a year drains under the limits that are in force", async () => {
  const app = createApp({ db: server.database.db, publicUrl: ORIGIN, secret: SECRET, staticDir: null });
  const me = (await signedUp(server.app)).at(app);
  for (let request = 0; request < 21; request += 1) {
    const ops = Array.from({ length: 100 }, () => feelOp());
    expect((await me.sync(me.runner, { ops, limit: 1 })).results).toHaveLength(100);
  }
}, 30_000);

test("a body that no route would take is refused by its length, on routes without a body too", async () => {
  const someone = browser(server.app);
  for (const [method, path] of [
    ["POST", "/api/auth/sign-out"],
    ["DELETE", "/api/me/grants/somebody"],
    ["POST", "/api/nowhere"],
    ["GET", "/api/health"],
  ] as const) {
    const refused = await someone.request(method, path, {}, { "Content-Length": String(300 * 1024) });
    expect([method, path, refused.status]).toEqual([method, path, 413]);
    expect(await refused.json()).toMatchObject({ code: "tooLarge" });
  }
});
