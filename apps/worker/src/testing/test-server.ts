import { randomUUID } from "node:crypto";
import { testDatabase, type TestDatabase } from "@legwork/db/testing";
import type { RunnerId } from "@legwork/core/record";
import type { Me, SyncRequest, SyncResponse } from "@legwork/core/wire";
import { type AppOptions, createApp } from "../app";
import type { App } from "../env";

export const ORIGIN = "http://localhost:3000";
export const SECRET = "a secret of the tests, long enough";

export interface TestServer {
  readonly app: App;
  readonly database: TestDatabase;
  /** Moves the server's clock. */
  setNow(now: Date): void;
  close(): Promise<void>;
}

/** The real app over a database of its own. */
export async function testServer(options: Partial<AppOptions> = {}): Promise<TestServer> {
  const database = await testDatabase();
  let now = new Date("2026-03-02T08:00:00Z");
  const app = createApp({
    db: database.db,
    publicUrl: ORIGIN,
    secret: SECRET,
    staticDir: null,
    now: () => now,
    rateLimits: { accounts: null, preview: null },
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

export function browser(app: App): Browser {
  const cookies = new Map<string, string>();
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
      for (const set of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        cookies.set(name, value);
      }
      return response;
    },
  };
}

export interface SignedInBrowser extends Browser {
  readonly account: Me["account"];
  readonly runner: RunnerId;
  sync(runner: RunnerId, request?: Partial<SyncRequest>): Promise<SyncResponse>;
}

/** Signs up a new person. */
export async function signedUp(app: App, name = "Mo"): Promise<SignedInBrowser> {
  const one = browser(app);
  const email = `${randomUUID()}@example.org`;
  const made = await one.request("POST", "/api/auth/sign-up/email", { email, password: "eight or more", name });
  if (made.status !== 200) throw new Error(`Sign-up failed: ${await made.text()}`);
  const me = (await (await one.request("GET", "/api/me")).json()) as Me;
  return {
    ...one,
    account: me.account,
    runner: me.runner,
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
