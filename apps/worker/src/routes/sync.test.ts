import { createHash, randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import {
  MANIFEST_OPS_MAX,
  type ManifestResponse,
  OP_BYTES_MAX,
  OPS_PER_REQUEST_MAX,
  REQUEST_BYTES_MAX,
  type SyncResponse,
} from "@legwork/core/wire";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commentOp, feelOp } from "../testing/stream";
import {
  browser,
  ORIGIN,
  type SignedInBrowser,
  signedUp,
  syncRequest,
  testServer,
  type TestServer,
} from "../testing/test-server";

let server: TestServer;
let mo: SignedInBrowser;
beforeAll(async () => {
  server = await testServer();
  mo = await signedUp(server.app);
});
afterAll(() => server.close());

const post = (body: unknown) => mo.request("POST", `/api/runners/${mo.runner}/sync`, body);

test("what one browser logs, the other sees", async () => {
  const op = feelOp();
  await mo.sync(mo.runner, { ops: [op] });
  const { changes } = await mo.sync(mo.runner);
  expect(changes).toMatchObject([{ id: op.record, body: op.patch, author: mo.account.id }]);
});

test("without a session nothing is read or written", async () => {
  const response = await browser(server.app).request("POST", `/api/runners/${mo.runner}/sync`, syncRequest());
  expect([response.status, await response.json()]).toMatchObject([401, { code: "signInNeeded" }]);
});

test("the author is the session's, whatever an op claims", async () => {
  const op = { ...feelOp(), author: "somebody else" };
  const { changes } = await mo.sync(mo.runner, { ops: [op] });
  expect(changes.find(({ id }) => id === op.record)?.author).toBe(mo.account.id);
});

test("a phone that speaks an older protocol is told to update, whatever else it sent", async () => {
  const response = await post({ proto: 0, things: [] });
  expect([response.status, await response.json()]).toMatchObject([426, { code: "updateNeeded" }]);
});

test("too many ops are refused whole", async () => {
  const ops = Array.from({ length: OPS_PER_REQUEST_MAX + 1 }, () => feelOp());
  const response = await post(syncRequest({ ops }));
  expect([response.status, await response.json()]).toMatchObject([413, { code: "tooLarge" }]);
});

test("a body over the limit is refused whole", async () => {
  const response = await post({ ...syncRequest(), padding: "x".repeat(REQUEST_BYTES_MAX) });
  expect(response.status).toBe(413);
});

test("an op over its limit is rejected alone", async () => {
  const entries = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`note/${index}`, "x".repeat(3_900)]));
  const big = commentOp({ patch: { text: "big", writtenAt: "2026-03-02T08:00:00Z", ...entries } });
  const { results } = await mo.sync(mo.runner, { ops: [big, feelOp()] });
  expect(results).toMatchObject([{ status: "rejected", code: "tooLarge" }, { status: "applied" }]);
});

test("every limit lets through what it allows: a hundred ops, 256 kB, an op of 64 kB", async () => {
  const hundred = await post(syncRequest({ ops: Array.from({ length: OPS_PER_REQUEST_MAX }, () => feelOp()) }));
  expect(((await hundred.json()) as SyncResponse).results.every(({ status }) => status === "applied")).toBe(true);

  const full = JSON.stringify({ ...syncRequest(), padding: "" }).length;
  expect((await post({ ...syncRequest(), padding: "x".repeat(REQUEST_BYTES_MAX - full) })).status).toBe(200);
  expect((await post({ ...syncRequest(), padding: "x".repeat(REQUEST_BYTES_MAX - full + 1) })).status).toBe(413);

  const sized = (bytes: number) => {
    const op = feelOp();
    const padded = (length: number) => ({ ...op, patch: { ...op.patch, future: "x".repeat(length) } });
    return padded(bytes - JSON.stringify(padded(0)).length);
  };
  const { results } = await mo.sync(mo.runner, { ops: [sized(OP_BYTES_MAX), sized(OP_BYTES_MAX + 1)] });
  expect(results).toMatchObject([{ status: "applied" }, { status: "rejected", code: "tooLarge" }]);
});

test("a phone may send its changes as gzip, and the limit is that of what comes out", async () => {
  const send = (body: unknown) =>
    server.app.request(`${ORIGIN}/api/runners/${mo.runner}/sync`, {
      method: "POST",
      headers: { Origin: ORIGIN, Cookie: mo.cookie(), "Content-Type": "application/json", "Content-Encoding": "gzip" },
      body: gzipSync(JSON.stringify(body)),
    });
  const op = feelOp();
  const { results } = (await (await send(syncRequest({ ops: [op] }))).json()) as SyncResponse;
  expect(results).toMatchObject([{ opId: op.opId, status: "applied" }]);
  // The same op sent plain is the same op.
  expect((await mo.sync(mo.runner, { ops: [op] })).results).toMatchObject([{ status: "duplicate" }]);
  const bomb = await send({ ...syncRequest(), padding: "x".repeat(20 * REQUEST_BYTES_MAX) });
  expect([bomb.status, await bomb.json()]).toMatchObject([413, { code: "tooLarge" }]);
});

test.each(["__proto__", "constructor", "prototype", "toString"])(
  "a key that every object has, %s, is rejected by name and delays nothing",
  async (key) => {
    const bad = feelOp();
    const op: unknown = JSON.parse(JSON.stringify(bad).replace('"patch":{', `"patch":{"${key}":1,`));
    const response = await post({ ...syncRequest(), ops: [op, feelOp()] });
    const { results } = (await response.json()) as SyncResponse;
    expect(results).toEqual([
      { opId: bad.opId, status: "rejected", code: "badKey", key },
      expect.objectContaining({ status: "applied" }),
    ]);
  },
);

test("an outbox of any age is noted", async () => {
  const response = await post(syncRequest({ device: "jumped", outbox: { count: 0, oldestS: 1e300 } }));
  expect(response.status).toBe(200);
});

test.each([
  ["no object", 3, undefined],
  ["a cursor below zero", syncRequest({ cursor: -1 }), "cursor"],
  ["an op without an id", { ...syncRequest(), ops: [{ record: "x" }] }, "ops[0].opId"],
  [
    "a settled change with U+0000 in its id",
    syncRequest({ epoch: randomUUID(), settled: { opId: "a\u0000", rev: 1 }, ops: [feelOp()] }),
    "settled",
  ],
  ["a device with U+0000 in its name", syncRequest({ device: "a\u0000", ops: [feelOp()] }), "device"],
  ["a page of 501", syncRequest({ limit: 501 }), "limit"],
])("%s is refused by name", async (_, body, at) => {
  const response = await post(body);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: "invalidRequest", ...(at === undefined ? {} : { at }) });
});

test("a long answer is compressed for those who ask, a short one is not", async () => {
  await mo.sync(mo.runner, { ops: Array.from({ length: 30 }, () => feelOp()) });
  const { head } = await mo.sync(mo.runner);
  const encodingFrom = async (cursor: number) => {
    const response = await mo.request("POST", `/api/runners/${mo.runner}/sync`, syncRequest({ cursor }), {
      "Accept-Encoding": "gzip, br",
    });
    return response.headers.get("Content-Encoding");
  };
  expect(await encodingFrom(0)).toBe("gzip");
  expect(await encodingFrom(head)).toBeNull();
});

describe("manifests", () => {
  const ask = (opIds: readonly string[], change: object = {}, runner: string = mo.runner) =>
    mo.request("POST", `/api/runners/${runner}/manifest`, { proto: 1, device: "device-1", opIds, ...change });

  test("a phone learns which of its ops the server does not know", async () => {
    const op = feelOp();
    const { epoch } = await mo.sync(mo.runner, { ops: [op] });
    const lost = randomUUID();
    const response = await ask([lost, op.opId]);
    expect([response.status, (await response.json()) as ManifestResponse]).toEqual([200, { epoch, missing: [lost] }]);
  });

  test("as many ops as a manifest may name fit into one request", async () => {
    const response = await ask(Array.from({ length: MANIFEST_OPS_MAX }, () => randomUUID()));
    expect(((await response.json()) as ManifestResponse).missing.length).toBe(MANIFEST_OPS_MAX);
  });

  test.each([
    ["one op too many", { opIds: Array.from({ length: MANIFEST_OPS_MAX + 1 }, () => "x") }, 400, "invalidRequest"],
    ["an op without a name", { opIds: [""] }, 400, "invalidRequest"],
    ["U+0000 in a name", { opIds: ["\u0000"] }, 400, "invalidRequest"],
    ["an older protocol", { proto: 0, opIds: 3 }, 426, "updateNeeded"],
    ["too many bytes", { padding: "x".repeat(REQUEST_BYTES_MAX) }, 413, "tooLarge"],
  ])("%s is refused", async (_, change, status, code) => {
    const response = await ask([], change);
    expect([response.status, await response.json()]).toMatchObject([status, { code }]);
  });

  test("an unknown runner and a forbidden one are the same answer as in a sync, byte for byte", async () => {
    const eve = await signedUp(server.app);
    const bytes = async (path: string, body: unknown) => {
      const response = await eve.request("POST", path, body);
      return [response.status, [...response.headers], await response.text()];
    };
    const manifest = { proto: 1, device: "d", opIds: [randomUUID()] };
    const unknown = await bytes(`/api/runners/${randomUUID()}/sync`, syncRequest());
    for (const runner of [mo.runner, randomUUID(), "not-an-id"])
      expect(await bytes(`/api/runners/${runner}/manifest`, manifest)).toEqual(unknown);
  });
});

test("a device whose account was deleted elsewhere is told so, and nobody else is", async () => {
  const gone = await signedUp(server.app);
  const token = decodeURIComponent(gone.cookie().split("=")[1] ?? "").split(".")[0] ?? "";
  const { client } = server.database.db;
  const hash = createHash("sha256").update(token).digest();
  await client.query(`insert into deleted_session (token_hash) values ($1)`, [hash]);
  await client.query(`delete from "user" where id = $1`, [gone.account.id]);
  const told = await gone.request("POST", `/api/runners/${gone.runner}/sync`, syncRequest());
  expect([told.status, await told.json()]).toMatchObject([410, { code: "accountDeleted" }]);

  const forged = await browser(server.app).request("GET", "/api/me", undefined, {
    Cookie: gone.cookie().replace(/.{8}$/, "AAAAAAA="),
  });
  expect([forged.status, await forged.json()]).toMatchObject([401, { code: "signInNeeded" }]);

  const ended = await signedUp(server.app);
  await client.query(`delete from session where user_id = $1`, [ended.account.id]);
  expect((await ended.request("GET", "/api/me")).status).toBe(401);
});
