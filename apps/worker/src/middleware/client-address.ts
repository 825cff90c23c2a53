import { BlockList, isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../env";

/** Finds the address of the client. `X-Forwarded-For` is believed only as far as the trusted proxies reach, read from the right. Throws for a range that is none. */
export function clientAddress(trustedProxies: readonly string[]) {
  const isTrusted = trustedProxies.length === 0 ? () => false : trustedRanges(trustedProxies);
  return createMiddleware<AppEnv>(async function clientAddress(context, next) {
    let address = socketAddress(context);
    const hops = isTrusted(address) ? (context.req.header("X-Forwarded-For") ?? "").split(",") : [];
    while (isTrusted(address)) {
      const hop = plainAddress((hops.pop() ?? "").trim());
      if (isIP(hop) === 0) break;
      address = hop;
    }
    context.set("client", address);
    await next();
  });
}

function socketAddress(context: Context): string {
  // Tests call the app without a socket.
  if (typeof context.env !== "object" || context.env === null || !("incoming" in context.env)) return "127.0.0.1";
  return plainAddress(getConnInfo(context).remote.address ?? "127.0.0.1");
}

/** An IPv4 address that came through an IPv6 socket is the same client. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}

function trustedRanges(entries: readonly string[]): (address: string) => boolean {
  const ranges = new BlockList();
  for (const entry of entries) {
    const [address = "", prefix] = entry.split("/");
    const family = isIP(address);
    if (family === 0) throw new RangeError(`Not an address or CIDR range of a proxy: ${entry}`);
    const kind = family === 4 ? "ipv4" : "ipv6";
    if (prefix === undefined) ranges.addAddress(address, kind);
    else ranges.addSubnet(address, Number(prefix), kind);
  }
  return (address) => {
    const family = isIP(address);
    return family !== 0 && ranges.check(address, family === 4 ? "ipv4" : "ipv6");
  };
}
