import { randomUUID } from "node:crypto";
import { testDatabase, type TestDatabase } from "@legwork/db/testing";
import type { RunnerId } from "@legwork/core/record";
import type { Me, SyncRequest, SyncResponse } from "@legwork/core/wire";
import { type AppOptions, createApp } from "../app";
import type { App } from "../env";
import { QUICK_PASSWORDS } from "./quick-passwords";

export const ORIGIN = "http://localhost:3000";
export const SECRET = "a secret of the tests, long enough";

/** Tests send from one address and one account what no person sends. */
export const NO_LIMITS = {
  accounts: null,
  preview: null,
  streams: null,
  ops: null,
  turns: null,
  admission: null,
} as const satisfies AppOptions["rateLimits"];

export interface TestServer {
  readonly app: App;
  readonly database: TestDatabase;
  /** Moves the server's clock. */
  setNow(now: Date): void;
  close(): Promise<void>;
}

/** The real app over a database of its own; with `passwords: null` it hashes them as a server does, a tenth of a second each. */
export async function testServer(options: Partial<AppOptions> = {}): Promise<TestServer> {
  const database = await testDatabase();
  let now = new Date("2026-03-02T08:00:00Z");
  const app = createApp({
    db: database.db,
    publicUrl: ORIGIN,
    secret: SECRET,
    staticDir: null,
    now: () => now,
    rateLimits: NO_LIMITS,
    passwords: QUICK_PASSWORDS,
    ...options,
  });
  return { app, database, setNow: (next) => (now = next), close: () => database.close() };
}

/** A browser with its cookies. */
export interface Browser {
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Its session, as it would send it. */
  cookie(): string;
}

export function browser(app: App, carried = ""): Browser {
  const cookies = new Map(carried === "" ? [] : carried.split("; ").map((pair) => splitPair(pair)));
  const sent = (pairs: readonly (readonly [string, string])[]) => pairs.map((pair) => pair.join("=")).join("; ");
  return {
    cookie: () => sent([...cookies].filter(([name]) => name.endsWith("session_token"))),
    async request(method, path, body, headers) {
      const response = await app.request(`${ORIGIN}${path}`, {
        method,
        headers: {
          Origin: ORIGIN,
          ...headers,
          ...(cookies.size === 0 ? {} : { Cookie: sent([...cookies]) }),
          ...(method === "GET" ? {} : { "Content-Type": "application/json" }),
        },
        ...(method === "GET" ? {} : { body: JSON.stringify(body ?? {}) }),
      });
      for (const set of response.headers.getSetCookie()) cookies.set(...splitPair(set));
      return response;
    },
  };
}

function splitPair(text: string): readonly [name: string, value: string] {
  const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
  return [name, value];
}

export interface SignedInBrowser extends Browser {
  readonly account: Me["account"];
  readonly runner: RunnerId;
  /** The same browser at another server. */
  at(app: App): SignedInBrowser;
  sync(runner: RunnerId, request?: Partial<SyncRequest>): Promise<SyncResponse>;
}

/** Signs up a new person. */
export async function signedUp(app: App, name = "Mo"): Promise<SignedInBrowser> {
  const one = browser(app);
  const email = `${randomUUID()}@example.org`;
  const made = await one.request("POST", "/api/auth/sign-up/email", { email, password: "eight or more", name });
  if (made.status !== 200) throw new Error(`Sign-up failed: ${await made.text()}`);
  const me = (await (await one.request("GET", "/api/me")).json()) as Me;
  return signedInAs(me, one);
}

function signedInAs(me: Me, one: ReturnType<typeof browser>): SignedInBrowser {
  return {
    ...one,
    account: me.account,
    runner: me.runner,
    at: (app) => signedInAs(me, browser(app, one.cookie())),
    async sync(runner, request) {
      const response = await one.request("POST", `/api/runners/${runner}/sync`, syncRequest(request));
      if (response.status !== 200) throw new Error(`Sync failed: ${response.status} ${await response.text()}`);
      return (await response.json()) as SyncResponse;
    },
  };
}

export function syncRequest(request: Partial<SyncRequest> = {}): SyncRequest {
  return {
    proto: 1,
    device: "device-1",
    schemas: {},
    epoch: null,
    cursor: 0,
    outbox: { count: request.ops?.length ?? 0, oldestS: 0 },
    ops: [],
    ...request,
  };
}
