import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** A file of the export, read at the start: a build that lands under a running server must not mix its pages with the former ones' hashes. */
export interface StaticFile {
  /** With slashes, relative to the export: `week.html`, `_next/static/chunks/x.js`. */
  readonly path: string;
  readonly type: string;
  readonly cacheControl: string;
  readonly bytes: Buffer;
  /** Hash of the content. */
  readonly etag: string;
}

/** All files of `folder`, by path. What is not in this list is not served, so no path can climb out of the folder. Throws when there is no folder. */
export function listStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  if (!existsSync(folder)) throw new Error(`The app is not built: there is no folder ${folder}.`);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const absolute = join(entry.parentPath, entry.name);
      const path = absolute.slice(join(folder, sep).length).split(sep).join("/");
      return [path, readStaticFile(absolute, path)];
    }),
  );
}

function readStaticFile(absolute: string, path: string): StaticFile {
  const bytes = readFileSync(absolute);
  const etag = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  return { path, type: mediaType(path), cacheControl: cacheControl(path), bytes, etag };
}

/** Names under `_next/static` hold a hash of their content; everything else may change with the next build. */
function cacheControl(path: string): string {
  return path.startsWith("_next/static/") ? "public, max-age=31536000, immutable" : "no-cache";
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  jpg: "image/jpeg",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  map: "application/json",
  mp3: "audio/mpeg",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
  webp: "image/webp",
  woff2: "font/woff2",
  xml: "application/xml",
};

function mediaType(path: string): string {
  return MEDIA_TYPES[path.slice(path.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";
}
