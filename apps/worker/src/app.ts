import type { Db } from "@legwork/db";
import { Hono } from "hono";
import type { Logger } from "pino";

/** Requests a client address may send within a window, per group of routes. */
export interface RateLimit {
  readonly max: number;
  readonly windowS: number;
}

/** Everything the server is given from outside; only `serve.ts` reads the environment. */
export interface AppOptions {
  readonly db: Db;
  /** Origin under which phones reach us, `https://legwork.example`: decides Secure cookies, links, HSTS. */
  readonly publicUrl: string;
  /** Further origins whose pages may call us, beside `publicUrl`. */
  readonly trustedOrigins?: readonly string[];
  /** Signs session cookies; at least 32 characters. */
  readonly secret: string;
  /** The export of apps/web; `csp.json` lies beside that folder. Null = API only. */
  readonly staticDir: string | null;
  /** Addresses or CIDR ranges of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[];
  readonly logger?: Logger;
  readonly now?: () => Date;
  /** Null switches the limit off. */
  readonly rateLimits?: { readonly accounts?: RateLimit | null; readonly preview?: RateLimit | null };
}

export type App = Hono;

export function createApp(_options: AppOptions): App {
  const app = new Hono();
  app.get("/api/health", (context) => context.json({ status: "ok" }));
  return app;
}
