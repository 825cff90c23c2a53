import { existsSync, readFileSync } from "node:fs";
import * as v from "valibot";

const ScriptHashes = v.record(v.string(), v.array(v.pipe(v.string(), v.regex(/^sha(256|384|512)-[A-Za-z0-9+/]+=*$/))));
/** Hashes of the inline scripts of each page: `{ "week.html": ["sha256-…"] }`. */
export type ScriptHashes = v.InferOutput<typeof ScriptHashes>;

/** Reads the hashes that the build wrote. Throws when the file holds something else; without it no inline script runs. */
export function readScriptHashes(file: string): ScriptHashes {
  return existsSync(file) ? v.parse(ScriptHashes, JSON.parse(readFileSync(file, "utf8"))) : {};
}

/** The policy of one page: scripts are ours, or the very inline scripts of that page. */
export function contentPolicy(hashes: readonly string[], secure: boolean): string {
  const directives = [
    "default-src 'self'",
    ["script-src 'self'", ...hashes.map((hash) => `'${hash}'`)].join(" "),
    "style-src 'self'",
    "style-src-elem 'self'",
    // React sets computed widths and positions as style attributes; no user's text reaches them.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

/** Answers of the API show nothing and load nothing. */
export const API_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";
