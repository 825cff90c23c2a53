import { createHash, randomUUID } from "node:crypto";
import { connect } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { PROBLEM_CODES, type Problem } from "@legwork/core/wire";
import fc from "fast-check";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Listener, openPort } from "./process/listen";
import { requestListener } from "./process/request-listener";
import { type Malformed, malformedRequest, type Route } from "./testing/malformed-requests";
import { type QuickAccount, quickAccount } from "./testing/quick-account";
import { commentOp, feelOp } from "./testing/stream";
import {
  ORIGIN,
  signedUp,
  type SignedInBrowser,
  syncRequest,
  testServer,
  type TestServer,
} from "./testing/test-server";
import { untilNoted } from "./testing/until-noted";

const REQUESTS = 10_000;
const AT_ONCE = 50;
/** Batches from one look at the heap to the next: collecting takes a tenth of a second. */
const HEAP_EVERY = 20;
/** What two hundred batches may leave behind. Our own choice: one leaked request in ten would show. */
const HEAP_GROWTH_MAX_MB = 30;
const SECRET_WORD = `secret-of-vic-${randomUUID()}`;

let server: TestServer;
let vic: SignedInBrowser;
let squad: string;
let listener: Listener;
const faults: string[] = [];
const rejections: unknown[] = [];
const noteRejection = (reason: unknown) => rejections.push(reason);
beforeAll(async () => {
  process.on("unhandledRejection", noteRejection);
  const logger = pino({ level: "error" }, { write: (line: string) => faults.push(line) });
  server = await testServer({ logger });
  vic = await signedUp(server.app, SECRET_WORD);
  await vic.sync(vic.runner, {
    ops: [
      feelOp({ patch: { run: randomUUID(), date: "2026-03-02", feel: 3, note: SECRET_WORD } }),
      commentOp({ patch: { text: SECRET_WORD, writtenAt: "2026-03-02T08:00:00Z" } }),
    ],
  });
  // Her device is no change that malformed requests made.
  await untilNoted(server.database.db, vic.runner);
  const made = await vic.request("POST", "/api/squads", { name: SECRET_WORD.slice(0, 80) });
  squad = ((await made.json()) as { readonly id: string }).id;
  listener = await openPort({ port: 0, tls: null });
  listener.serve(requestListener(server.app));
});
afterAll(async () => {
  await listener.drain();
  await server.close();
  process.off("unhandledRejection", noteRejection);
});

test(`${REQUESTS} malformed requests: refused in one form with a known code, nothing told, nothing written elsewhere, nothing left behind`, async () => {
  const before = await fingerprintOf(vic);
  const seen = new Set<number>();
  let mal = await quickAccount(server.database.db);
  const requests = malformedRequest({
    routes: routesOf(),
    ids: [vic.runner, vic.account.id, squad, "{own}", "ABCD-EFGH"],
    bodies: validBodies(mal),
  });
  const heaps: number[] = [];
  let batches = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(requests, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (batch) => {
      // The last one may have signed itself out.
      mal = await quickAccount(server.database.db);
      const sender = mal;
      for (const status of await Promise.all(batch.map((request) => send(request, sender)))) seen.add(status);
      batches += 1;
      if (batches % HEAP_EVERY === 0) heaps.push(heapMb());
    }),
    { numRuns: REQUESTS / AT_ONCE, seed: 20_260_302, endOnFailure: true },
  );
  expect(batches).toBe(REQUESTS / AT_ONCE);
  expect([...seen].sort((one, other) => one - other)).toEqual(
    expect.arrayContaining([200, 400, 401, 403, 404, 405, 413, 415]),
  );
  expect(faults).toEqual([]);
  expect(rejections).toEqual([]);
  expect(await fingerprintOf(vic)).toBe(before);
  await vic.sync(vic.runner, { ops: [feelOp()] });
  const third = Math.floor(heaps.length / 3);
  expect(Math.min(...heaps.slice(-third)) - Math.min(...heaps.slice(0, third))).toBeLessThan(HEAP_GROWTH_MAX_MB);
}, 120_000);

test("hundreds of malformed requests over a socket: an answer in one form or a closed connection, and the server goes on", async () => {
  const mal = await quickAccount(server.database.db);
  const bytes = rawRequests(mal);
  const answers = await Promise.all(bytes.flatMap((each) => [each, each, each, each, each].map(exchange)));
  expect(answers.length).toBeGreaterThan(200);
  for (const answer of answers) for (const one of responsesIn(answer)) expectInForm(one.status, one.body, one.type);
  expect(answers.filter((answer) => answer !== "").length).toBeGreaterThan(answers.length / 2);
  expect(answers.join("\n")).not.toContain(SECRET_WORD);
  expect(faults).toEqual([]);
  expect(rejections).toEqual([]);
  expect((await fetch(`http://127.0.0.1:${listener.port}/api/health`)).status).toBe(200);
}, 60_000);

function routesOf(): readonly Route[] {
  const routes = server.app.routes
    .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/"))
    // Hashing a password takes as long as a hundred other requests: those few stand in the list below.
    .map(({ method, path }) => ({ method, path }));
  const byName = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]));
  expect(byName.size).toBeGreaterThan(18);
  return [
    ...byName.values(),
    { method: "POST", path: "/api/:x/:y" },
    { method: "GET", path: "/:x" },
    { method: "GET", path: "/api/runners/:x/:y" },
  ];
}

function validBodies(mal: QuickAccount): readonly object[] {
  const ops = [feelOp(), feelOp({ base: 3, after: randomUUID() }), commentOp(), feelOp({ del: true, patch: {} })];
  return [
    syncRequest({ ops }),
    syncRequest({ ops: [ops[0] ?? feelOp()], limit: 10, epoch: randomUUID(), cursor: 7 }),
    syncRequest(),
    { proto: 1, device: "device-1", opIds: [randomUUID(), "x"] },
    { runner: mal.runner },
    { name: "Tuesday" },
    { email: "mo@example.org", password: "short", name: "Mo" },
    { startDate: "2026-08-31", kit: "none", weeks: 1, runs: [{ day: "monday", kind: "easy", minutes: 40 }] },
    { secret: SECRET_WORD.slice(0, 6) },
  ];
}

async function send({ method, path, cookie, headers, body }: Malformed, mal: QuickAccount): Promise<number> {
  const cookies = {
    valid: mal.cookie,
    none: null,
    cut: mal.cookie.slice(0, -9),
    junk: "legwork.session_token=%zz%00; legwork.session_token=",
  };
  const session = cookies[cookie];
  const address = `${ORIGIN}${path.replaceAll("{own}", mal.runner)}`;
  const response = await server.app.request(
    new Request(address, { method, headers: { ...headers, ...(session === null ? {} : { Cookie: session }) }, body }),
  );
  const type = response.headers.get("content-type");
  if (type?.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return response.status;
  }
  const text = await response.text();
  if (method !== "HEAD") expectInForm(response.status, text, type);
  expect(text).not.toContain(SECRET_WORD);
  expect(text).not.toContain(vic.account.email);
  return response.status;
}

function expectInForm(status: number, text: string, type: string | null): void {
  expect(status, text).toBeLessThan(500);
  if (status < 400) return;
  expect(type, text).toBe("application/problem+json");
  const problem = JSON.parse(text) as Problem;
  expect(PROBLEM_CODES).toContain(problem.code);
  expect(problem.status).toBe(status);
}

/** Everything that the database holds of a runner and its account. */
async function fingerprintOf({ runner, account }: SignedInBrowser): Promise<string> {
  const { client } = server.database.db;
  const hash = createHash("sha256");
  for (const table of [
    "record",
    "record_past",
    "op_receipt",
    "op_quarantine",
    "access_grant",
    "device",
    "summary",
    "runner_head",
  ]) {
    const { rows } = await client.query<{ row: string }>(
      `select t::text as row from "${table}" t where runner_id = $1 order by 1`,
      [runner],
    );
    hash.update(JSON.stringify(rows));
  }
  for (const [table, column] of [
    ["user", "id"],
    ["session", "user_id"],
    ["account", "user_id"],
    ["account_runner", "account_id"],
    ["squad", "coach"],
  ] as const) {
    const { rows } = await client.query<{ row: string }>(
      `select t::text as row from "${table}" t where "${column}" = $1 order by 1`,
      [account.id],
    );
    hash.update(JSON.stringify(rows));
  }
  return hash.digest("hex");
}

let collect: (() => void) | null = null;
function heapMb(): number {
  if (collect === null) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

/** What no client library would send. */
function rawRequests({ cookie, runner }: QuickAccount): readonly (string | Buffer)[] {
  const head = (line: string, ...more: readonly string[]) => `${[line, ...more].join("\r\n")}\r\n\r\n`;
  const host = `Host: 127.0.0.1:${listener.port}`;
  const post = `POST /api/runners/${runner}/sync HTTP/1.1`;
  const json = ["Content-Type: application/json", `Origin: ${ORIGIN}`, `Cookie: ${cookie}`];
  const body = JSON.stringify(syncRequest());
  return [
    "\r\n\r\n\r\n",
    "GET\r\n\r\n",
    "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n",
    head("GET / HTTP/0.9"),
    head("GET /api/me HTTP/1.1"),
    head("GET /api/me HTTP/1.1", "Host: "),
    head("GET /api/me HTTP/1.1", "Host: a b"),
    head("GET /api/me HTTP/1.1", "Host: [::1"),
    head("GET /api/me HTTP/1.1", "Host: user:password@evil.example"),
    head("GET /api/me HTTP/1.1", host, "Host: evil.example"),
    head("GET //evil.example/api/me HTTP/1.1", host),
    head("GET http://[::1 HTTP/1.1", host),
    head("GET http://evil.example/api/me HTTP/1.1", host),
    head("GET /%00%ff/../../etc/passwd HTTP/1.1", host),
    head("GET /api/squads/%E0%A4%A/runners HTTP/1.1", host, `Cookie: ${cookie}`),
    head("GET api/me HTTP/1.1", host),
    head("OPTIONS * HTTP/1.1", host),
    head("CONNECT evil.example:443 HTTP/1.1", host),
    head("TRACE /api/me HTTP/1.1", host),
    head("BREW /api/me HTTP/1.1", host),
    head("GET /api/me HTTP/1.1", host, "Expect: something", "Connection: close"),
    head("GET /api/me HTTP/1.1", host, "Upgrade: websocket", "Connection: Upgrade"),
    head("PRI * HTTP/2.0"),
    head("GET /api/me HTTP/1.1", host, ...Array.from({ length: 500 }, (_, index) => `X-${index}: y`)),
    head("GET /api/me HTTP/1.1", host, `X-Long: ${"x".repeat(20_000)}`),
    head("GET /api/me HTTP/1.1", host, "X-Bad: a\u0000b"),
    head("GET /api/me HTTP/1.1", host, " folded: x", "\tand more"),
    head("GET /api/me HTTP/1.1", host, `Cookie: ${"legwork.session_token=x; ".repeat(400)}`),
    head(post, host, ...json, "Content-Length: 5", "Content-Length: 6") + body,
    head(post, host, ...json, "Content-Length: abc") + body,
    head(post, host, ...json, "Content-Length: -5") + body,
    head(post, host, ...json, `Content-Length: ${body.length - 5}`) + body,
    head(post, host, ...json, `Content-Length: ${body.length}`, "Connection: close") + body,
    head(post, host, ...json, `Content-Length: ${body.length}`, "Transfer-Encoding: chunked") + body,
    head(post, host, ...json, "Transfer-Encoding: chunked") + "zz\r\nxx\r\n0\r\n\r\n",
    head(post, host, ...json, "Transfer-Encoding: chunked") + "ffffffffffffffff\r\nxx\r\n0\r\n\r\n",
    head(post, host, ...json, "Transfer-Encoding: chunked") + `1;${"x".repeat(20_000)}\r\nx\r\n0\r\n\r\n`,
    head(post, host, ...json, "Transfer-Encoding: chunked") +
      `${body.length.toString(16)}\r\n${body}\r\n0\r\nX-Trailer: y\r\n\r\n`,
    head(post, host, ...json, "Transfer-Encoding: gzip") + body,
    head(post, host, ...json, "Content-Encoding: gzip", `Content-Length: ${body.length}`) + body,
    head("POST /api/auth/sign-out HTTP/1.1", host, ...json, "Content-Length: 99999999999"),
    head("DELETE /api/me/grants/x HTTP/1.1", host, ...json, "Content-Length: 300000"),
    Buffer.concat([Buffer.from(head(post, host, ...json, "Content-Length: 200")), Buffer.alloc(200, 0xff)]),
  ];
}

/** Sends the bytes, waits a moment, and returns what came back until then. */
function exchange(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(listener.port, "127.0.0.1");
    let text = "";
    socket.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")));
    socket.on("error", () => {});
    socket.once("close", () => resolve(text));
    socket.write(bytes);
    // Long enough on a busy machine; a request that waits for the rest of its body gets no answer at all.
    setTimeout(() => socket.destroy(), 4_000);
    socket.on("data", () => setTimeout(() => socket.destroy(), 1_000));
  });
}

interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

/** The answers in what a connection said, by their length. */
function responsesIn(text: string): readonly Answer[] {
  const answers: Answer[] = [];
  for (let rest = text; rest.startsWith("HTTP/");) {
    const end = rest.indexOf("\r\n\r\n");
    if (end < 0) break;
    const head = rest.slice(0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    answers.push({
      status: Number(head.slice(9, 12)),
      type: /\r\ncontent-type: ([^\r]*)/i.exec(head)?.[1] ?? null,
      body: rest.slice(end + 4, end + 4 + length),
    });
    rest = rest.slice(end + 4 + length);
  }
  return answers;
}
