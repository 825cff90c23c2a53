import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { injectManifest } from "workbox-build";

const SOURCE = fileURLToPath(new URL("../src/sw/service-worker.ts", import.meta.url));

const SOURCES = fileURLToPath(new URL("../src", import.meta.url));

// `week/__next._full.txt` is `week.txt` again, byte for byte, and Next's own code never asks for it.
const SECOND_COPY = "**/__next._full.txt";

/** Bundles the service worker and writes into it the list of files to keep. */
export async function buildServiceWorker(out) {
  const bundled = join(out, "sw.bundle.js");
  await build({
    entryPoints: [SOURCE],
    outfile: bundled,
    bundle: true,
    alias: { "@": SOURCES },
    minify: true,
    format: "iife",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
  });
  const { count, size, warnings } = await injectManifest({
    swSrc: bundled,
    swDest: join(out, "sw.js"),
    globDirectory: out,
    globPatterns: ["**/*.{html,js,css,txt,woff2,webmanifest,png,svg,ico}"],
    globIgnores: ["sw.js", "sw.bundle.js", "404.html", "_not-found*", "_not-found/**", SECOND_COPY, ...polyfills(out)],
    // Next names these by their content.
    dontCacheBustURLsMatching: /^_next\/static\//,
    // `week.html` is asked for as `/week`.
    manifestTransforms: [(entries) => ({ manifest: entries.map(asAddressed), warnings: [] })],
    maximumFileSizeToCacheInBytes: 2_000_000,
  });
  rmSync(bundled);
  if (warnings.length > 0) throw new Error(`The service worker's list is not whole: ${warnings.join("; ")}`);
  return { files: count, bytes: size };
}

function asAddressed(entry) {
  const url = entry.url.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "");
  return { ...entry, url: `/${url}` };
}

// Only browsers without modules load it, and those have no service worker either.
function polyfills(out) {
  const html = readFileSync(join(out, "index.html"), "utf8");
  const scripts = html.match(/<script[^>]*noModule=""[^>]*>/gi) ?? [];
  const named = scripts.flatMap((tag) => /src="\/([^"?]+)/.exec(tag)?.[1] ?? []);
  if (named.length > 0) return named;
  const chunks = readdirSync(join(out, "_next/static/chunks"));
  return chunks.filter((name) => name.startsWith("polyfills")).map((name) => `_next/static/chunks/${name}`);
}
