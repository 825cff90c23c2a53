import { createMiddleware } from "hono/factory";
import type { SignedInEnv } from "../auth/session";
import type { AppEnv } from "../env";
import { ProblemError } from "../problem";

/** What one client address, or one account, may spend within a window. */
export interface RateLimit {
  readonly max: number;
  readonly windowS: number;
}

/** Keys remembered before the oldest windows are dropped: a bound on memory, our own choice. */
const KEYS_MAX = 50_000;

/** Counts per key in windows of fixed length, in this process only: with n workers everybody has n times as much. */
export function spending(limit: RateLimit | null, now: () => Date) {
  const windows = new Map<string, { startMs: number; count: number }>();
  /** Refuses with 429 when `key` has spent what it may. */
  return (key: string, cost: number): void => {
    if (limit === null || cost === 0) return;
    const nowMs = now().getTime();
    const open = windows.get(key);
    const current = open && nowMs - open.startMs < limit.windowS * 1000 ? open : { startMs: nowMs, count: 0 };
    current.count += cost;
    windows.delete(key);
    windows.set(key, current);
    if (windows.size > KEYS_MAX) windows.delete(windows.keys().next().value ?? "");
    if (current.count > limit.max) {
      const waitS = Math.max(1, Math.ceil((current.startMs + limit.windowS * 1000 - nowMs) / 1000));
      throw new ProblemError(
        "tooManyRequests",
        { detail: `Try again in ${waitS} seconds.` },
        { "Retry-After": String(waitS) },
      );
    }
  };
}

/** Counts the requests of each client address. */
export function rateLimit(limit: RateLimit | null, now: () => Date) {
  const spend = spending(limit, now);
  return createMiddleware<AppEnv>(async function rateLimit(context, next) {
    spend(clientKey(context.var.client), 1);
    return next();
  });
}

/** Counts the requests of each account, wherever they come from: it takes nothing from anybody else. */
export function accountRateLimit(limit: RateLimit | null, now: () => Date) {
  const spend = spending(limit, now);
  return createMiddleware<SignedInEnv>(async function accountRateLimit(context, next) {
    spend(context.var.account.id, 1);
    return next();
  });
}

/** A home or phone owns a whole /64 of IPv6: its first four groups stand for it. */
export function clientKey(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === "" ? 0 : tail.split(":").length);
  return [...groups, ...Array.from({ length: missing }, () => "0"), ...(tail?.split(":") ?? [])].slice(0, 4).join(":");
}
