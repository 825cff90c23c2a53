import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../env";
import { ProblemError } from "../problem";

/** Requests that one client address may send within a window. */
export interface RateLimit {
  readonly max: number;
  readonly windowS: number;
}

/** Addresses remembered before the oldest windows are dropped: a bound on memory, our own choice. */
const ADDRESSES_MAX = 50_000;

/** Counts per client address in windows of fixed length, in this process only: with n workers a client has n times as much. */
export function rateLimit(limit: RateLimit | null, now: () => Date) {
  const windows = new Map<string, { startMs: number; count: number }>();
  return createMiddleware<AppEnv>(async function rateLimit(context, next) {
    if (limit === null) return next();
    const key = clientKey(context.var.client);
    const nowMs = now().getTime();
    const open = windows.get(key);
    const current = open && nowMs - open.startMs < limit.windowS * 1000 ? open : { startMs: nowMs, count: 0 };
    current.count += 1;
    windows.delete(key);
    windows.set(key, current);
    if (windows.size > ADDRESSES_MAX) windows.delete(windows.keys().next().value ?? "");
    if (current.count > limit.max) {
      const waitS = Math.max(1, Math.ceil((current.startMs + limit.windowS * 1000 - nowMs) / 1000));
      throw new ProblemError(
        "tooManyRequests",
        { detail: `Try again in ${waitS} seconds.` },
        { "Retry-After": String(waitS) },
      );
    }
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
