import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../env";
import { API_CONTENT_POLICY } from "../static/content-policy";

/** A year, as browsers' preload lists ask. */
const HSTS = "max-age=31536000; includeSubDomains";
const PERMISSIONS = [
  "accelerometer=()",
  "camera=()",
  "display-capture=()",
  "geolocation=()",
  "gyroscope=()",
  "microphone=()",
  "payment=()",
  "usb=()",
  "screen-wake-lock=(self)",
].join(", ");

/** Headers that every answer carries. Pages bring their own content policy; everything else shows and loads nothing. */
export function securityHeaders(options: { readonly secure: boolean }) {
  return createMiddleware<AppEnv>(async function securityHeaders(context, next) {
    await next();
    const headers = context.res.headers;
    if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", API_CONTENT_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Permissions-Policy", PERMISSIONS);
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (options.secure) headers.set("Strict-Transport-Security", HSTS);
  });
}
