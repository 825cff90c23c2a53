import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** `{ "week.html": ["sha256-…"] }`: the inline scripts that each exported page may run. */
export function inlineScriptHashes(out) {
  const pages = readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html"))
    .sort();
  return Object.fromEntries(
    pages.map((page) => {
      const scripts = [...readFileSync(join(out, page), "utf8").matchAll(INLINE_SCRIPT)].map(([, text]) =>
        hashOf(text),
      );
      return [page.replaceAll("\\", "/"), [...new Set(scripts)].sort()];
    }),
  );
}

/** Leaves `csp.json` beside the export: the server reads it and can never serve it. */
export function writeInlineScriptHashes(out) {
  writeFileSync(join(out, "..", "csp.json"), `${JSON.stringify(inlineScriptHashes(out), null, 1)}\n`);
}

function hashOf(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
