import { closeDatabase, openDatabase } from "@legwork/db";
import { testDatabase, type TestDatabase } from "@legwork/db/testing";
import { Hono } from "hono";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { APP_VERSION } from "../app-version";
import type { AppEnv } from "../env";
import { answerErrors } from "../middleware/answer-errors";
import { logRequests } from "../middleware/log-requests";
import { healthRoutes, type HealthOptions } from "./health";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("tells version, database and disk, and nothing else", async () => {
  const response = await health({ dataDir: "/" });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    status: "ok",
    version: APP_VERSION,
    database: { status: "reachable", ms: expect.any(Number) as number },
    disk: { freeBytes: expect.any(Number) as number },
  });
});

test("warns while the disk still has room", async () => {
  const response = await health({ freeBytesOf: async () => 511 * 2 ** 20 });
  expect([response.status, await response.json()]).toMatchObject([200, { status: "low disk" }]);
  const enough = await health({ freeBytesOf: async () => 512 * 2 ** 20 });
  expect(await enough.json()).toMatchObject({ status: "ok" });
});

test("a disk that tells nothing is no fault", async () => {
  const response = await health({ dataDir: "/nowhere/at/all" });
  expect([response.status, await response.json()]).toMatchObject([200, { status: "ok", disk: null }]);
});

test("is 503 without the database, and tells what it still knows", async () => {
  const db = openDatabase({ url: "postgres://someone:hunter2@127.0.0.1:1/none" });
  const response = await health({ db, freeBytesOf: async () => 7 });
  const text = await response.text();
  expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "5"]);
  expect(JSON.parse(text)).toMatchObject({
    code: "unavailable",
    version: APP_VERSION,
    database: { status: "unreachable" },
    disk: { freeBytes: 7 },
  });
  for (const secret of ["hunter2", "someone", "127.0.0.1", "/"]) expect(text.includes(secret)).toBe(false);
  await closeDatabase(db);
});

function health(options: Partial<HealthOptions>): Promise<Response> {
  const app = new Hono<AppEnv>();
  app.onError(answerErrors);
  app.use(logRequests(pino({ level: "silent" })));
  app.route("/", healthRoutes({ db: database.db, dataDir: "/", ...options }));
  return Promise.resolve(app.request("/"));
}
