import { closeDatabase, type Db, notifyPokes, openDatabase, schema } from "@legwork/db";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createApp } from "../app";
import type { App } from "../env";
import { POKE_TIMING } from "../pokes/poke-stream";
import { type Heard, hear, pause } from "../testing/event-stream";
import { feelOp } from "../testing/stream";
import {
  type Browser,
  ORIGIN,
  SECRET,
  signedUp,
  type SignedInBrowser,
  testServer,
  type TestServer,
} from "../testing/test-server";

const TIMING = { ...POKE_TIMING, joinMs: 20, heartbeatMs: 150, sessionsMs: 100 };

let server: TestServer;
/** A second server process as far as the database can tell: another pool, other streams. */
let other: { readonly app: App; readonly db: Db };
let open: Heard[] = [];
beforeAll(async () => {
  server = await testServer({ pokes: { timing: TIMING } });
  const db = openDatabase({ connection: server.database.connection, poolSize: 2 });
  other = { db, app: createApp({ db, publicUrl: ORIGIN, secret: SECRET, staticDir: null, pokes: { timing: TIMING } }) };
});
afterEach(async () => {
  await Promise.all(open.map((heard) => heard.stop()));
  open = [];
});
afterAll(async () => {
  await closeDatabase(other.db);
  await server.close();
});

async function listen(browser: Browser, device = "phone-1"): Promise<Heard> {
  const response = await browser.request("GET", `/api/pokes?device=${device}`);
  expect(response.status).toBe(200);
  const heard = hear(response);
  open.push(heard);
  await heard.until(1);
  return heard;
}

async function push(browser: SignedInBrowser, device: string, runner = browser.runner) {
  return browser.sync(runner, { device, ops: [feelOp()] });
}

/** The same person at the other server. */
function elsewhere(browser: SignedInBrowser): SignedInBrowser {
  return browser.at(other.app);
}

async function coached() {
  const coach = await signedUp(server.app, "Coach");
  const runner = await signedUp(server.app, "Runner");
  const squad = (await (await coach.request("POST", "/api/squads", { name: "Tuesday" })).json()) as { id: string };
  const invite = async () => {
    const made = await coach.request("POST", `/api/squads/${squad.id}/invitations`);
    const { code } = (await made.json()) as { code: string };
    expect((await runner.request("POST", `/api/invitations/${code}/accept`)).status).toBe(200);
  };
  const revoke = async () => {
    expect((await runner.request("DELETE", `/api/me/grants/${coach.account.id}`)).status).toBe(204);
  };
  return { coach, runner, invite, revoke };
}

test("says hello, names no cache and no compression, and asks for a pause before the next try", async () => {
  const me = await signedUp(server.app);
  const heard = await listen(me);
  expect(heard.events).toEqual(["hello"]);
  expect(heard.text()).toMatch(/^retry: 5000\n\n/);
  expect(heard.response.headers.get("content-type")).toBe("text/event-stream");
  expect(heard.response.headers.get("cache-control")).toBe("no-store, no-transform");
  expect(heard.response.headers.get("x-accel-buffering")).toBe("no");
  expect(heard.response.headers.get("content-encoding")).toBeNull();
});

test("a push at one server pokes the runner's other device at another, once, and not the device that pushed", async () => {
  const me = await signedUp(server.app);
  const phone = await listen(me, "phone-1");
  const tablet = await listen(elsewhere(me), "tablet-1");
  await push(me, "phone-1");
  expect(await tablet.until(2)).toEqual(["hello", me.runner]);
  await pause();
  expect(tablet.events).toEqual(["hello", me.runner]);
  expect(phone.events).toEqual(["hello"]);
});

test("a poke holds nothing but the runner's id", async () => {
  const me = await signedUp(server.app);
  const tablet = await listen(me, "tablet-1");
  await push(me, "phone-1");
  await tablet.until(2);
  expect(tablet.text()).toMatch(
    new RegExp(
      `^retry: 5000\\n\\n(: still here\\n\\n)?event: hello\\ndata: \\{\\}\\n\\n(: still here\\n\\n)*event: poke\\ndata: \\{"runner":"${me.runner}"\\}\\n\\n`,
    ),
  );
});

test("a pull, and a push that the server has already, poke nobody", async () => {
  const me = await signedUp(server.app);
  const op = feelOp();
  await me.sync(me.runner, { device: "phone-1", ops: [op] });
  const tablet = await listen(me, "tablet-1");
  await me.sync(me.runner, { device: "phone-1" });
  await me.sync(me.runner, { device: "phone-1", ops: [op] });
  await pause();
  expect(tablet.events).toEqual(["hello"]);
});

test("a stranger hears nothing", async () => {
  const me = await signedUp(server.app);
  const stranger = await listen(await signedUp(server.app), "phone-1");
  const tablet = await listen(me, "tablet-1");
  await push(me, "phone-1");
  await tablet.until(2);
  await pause();
  expect(stranger.events).toEqual(["hello"]);
});

test("a coach hears of a runner from the grant to its end, also with a stream that was open before", async () => {
  const { coach, runner, invite, revoke } = await coached();
  const board = await listen(elsewhere(coach), "board");
  await push(runner, "phone-1");
  await pause();
  expect(board.events).toEqual(["hello"]);

  await invite();
  expect(await board.until(2)).toEqual(["hello", runner.runner]);
  await push(runner, "phone-1");
  expect(await board.until(3)).toEqual(["hello", runner.runner, runner.runner]);

  await revoke();
  await push(runner, "phone-1");
  await pause();
  expect(board.events).toEqual(["hello", runner.runner, runner.runner]);
});

test("what a coach writes pokes the runner, also on a device of the same name", async () => {
  const { coach, runner, invite } = await coached();
  await invite();
  const phone = await listen(runner, "device-1");
  await coach.sync(runner.runner, {
    device: "device-1",
    ops: [feelOp({ kind: "comment", patch: { text: "Well done", writtenAt: "2026-03-02T08:00:00Z" } })],
  });
  expect(await phone.until(2)).toEqual(["hello", runner.runner]);
});

test("a runner whose grants rest after a restore pokes no coach", async () => {
  const { coach, runner, invite } = await coached();
  await invite();
  const board = await listen(coach, "board");
  const { client } = server.database.db;
  await client.query("update runner_head set server_epoch = gen_random_uuid() where runner_id = $1", [runner.runner]);
  const tablet = await listen(runner, "tablet");
  await notifyPokes(server.database.db, [{ runner: runner.runner, by: runner.account.id, device: null }]);
  await tablet.until(2);
  await pause();
  expect(board.events).toEqual(["hello"]);
});

test("many pushes at once reach a device as few pokes", async () => {
  const me = await signedUp(server.app);
  const tablet = await listen(me, "tablet-1");
  await Promise.all(Array.from({ length: 30 }, () => push(me, "phone-1")));
  await tablet.until(2);
  await pause();
  expect(tablet.events.length).toBeLessThan(15);
});

test("a heartbeat comes when nothing happens", async () => {
  const heard = await listen(await signedUp(server.app));
  await pause(400);
  expect(heard.text()).toContain("\n\n: still here\n\n");
  expect(heard.events).toEqual(["hello"]);
});

test("sign-out ends the stream", async () => {
  const me = await signedUp(server.app);
  const heard = await listen(me);
  await me.request("POST", "/api/auth/sign-out");
  await heard.ended;
});

test("the end of the account ends the stream", async () => {
  const me = await signedUp(server.app);
  const heard = await listen(me);
  await server.database.db.orm.delete(schema.user).where(eq(schema.user.id, me.account.id));
  await heard.ended;
});

test("when the listening connection breaks everybody hears hello again, and pokes arrive as before", async () => {
  const me = await signedUp(server.app);
  const tablet = await listen(me, "tablet-1");
  const { client } = server.database.db;
  const killed = await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'",
  );
  expect(killed.rowCount).toBeGreaterThan(0);
  expect(await tablet.until(2)).toEqual(["hello", "hello"]);
  await push(me, "phone-1");
  expect(await tablet.until(3)).toEqual(["hello", "hello", me.runner]);
});

test("nobody listens to the database once the last stream has ended", async () => {
  const me = await signedUp(server.app);
  const heard = await listen(me);
  const listeners = async () => {
    const { rows } = await server.database.db.client.query<{ count: string }>(
      "select count(*)::int as count from pg_stat_activity where datname = current_database() and query ilike 'listen%'",
    );
    return Number(rows[0]?.count);
  };
  expect(await listeners()).toBe(1);
  await heard.stop();
  await expect.poll(listeners).toBe(0);
});

test("an account's oldest stream ends when it opens one too many", async () => {
  const small = createApp({
    db: server.database.db,
    publicUrl: ORIGIN,
    secret: SECRET,
    staticDir: null,
    pokes: { timing: TIMING, limits: { perAccount: 2, perProcess: 100 } },
  });
  const me = (await signedUp(server.app)).at(small);
  const first = await listen(me, "one");
  const second = await listen(me, "two");
  const third = await listen(me, "three");
  await first.ended;
  await push(me, "four");
  await Promise.all([second.until(2), third.until(2)]);
});

test("a process that holds as many streams as it may refuses others with 503 and a moment to come back", async () => {
  const small = createApp({
    db: server.database.db,
    publicUrl: ORIGIN,
    secret: SECRET,
    staticDir: null,
    pokes: { timing: TIMING, limits: { perAccount: 5, perProcess: 1 } },
  });
  const first = await listen((await signedUp(server.app)).at(small));
  const second = (await signedUp(server.app)).at(small);
  const refused = await second.request("GET", "/api/pokes?device=two");
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ code: "unavailable" });
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  await first.stop();
  await expect.poll(async () => (await second.request("GET", "/api/pokes?device=two")).status).toBe(200);
});

test("nobody who is not signed in, and nothing without a device", async () => {
  expect((await server.app.request("/api/pokes?device=one")).status).toBe(401);
  const me = await signedUp(server.app);
  expect((await me.request("GET", "/api/pokes")).status).toBe(400);
  expect((await me.request("GET", `/api/pokes?device=${"x".repeat(65)}`)).status).toBe(400);
});
