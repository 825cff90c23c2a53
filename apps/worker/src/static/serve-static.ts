import { join } from "node:path";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../env";
import { chooseEncoding, compressedFiles } from "./compressed";
import { contentPolicy, readScriptHashes } from "./content-policy";
import { listStaticFiles, type StaticFile } from "./listing";

export interface StaticOptions {
  /** The export; `csp.json` lies beside it. */
  readonly folder: string;
  /** Phones reach us by https. */
  readonly secure: boolean;
}

/** Serves the export as Next lays it out: `/week` is `week.html`, what is missing is `404.html`, and a missing `/_next` file says so plainly. */
export function serveStatic({ folder, secure }: StaticOptions) {
  const files = listStaticFiles(folder);
  const hashes = readScriptHashes(join(folder, "..", "csp.json"));
  const compressed = compressedFiles();

  return createMiddleware<AppEnv>(async function serveStatic(context, next) {
    if (context.req.method !== "GET" && context.req.method !== "HEAD") return next();
    const path = decodedPath(context.req.url);
    const redirect = withoutTrailingSlash(path, files);
    if (redirect !== null) return context.redirect(redirect + new URL(context.req.url).search, 308);

    const found = path === null ? undefined : findFile(path, files);
    if (found === undefined && path?.startsWith("/_next/")) return plainNotFound();
    const file = found ?? files.get("404.html");
    if (file === undefined) return plainNotFound();
    return answer(file, found === undefined ? 404 : 200, context.req.raw);
  });

  async function answer(file: StaticFile, status: 200 | 404, request: Request): Promise<Response> {
    const { bytes, etag } = file;
    const encoding = chooseEncoding(file, request.headers.get("Accept-Encoding") ?? undefined);
    const tag = `"${etag}${encoding === null ? "" : `-${encoding}`}"`;
    const headers = new Headers({
      "Content-Type": file.type,
      "Cache-Control": file.cacheControl,
      "Content-Security-Policy": contentPolicy(hashes[file.path] ?? [], secure),
      ETag: tag,
      Vary: "Accept-Encoding",
    });
    if (status === 200 && matches(request.headers.get("If-None-Match"), tag)) {
      return new Response(null, { status: 304, headers });
    }
    const body = encoding === null ? bytes : await compressed(file, encoding);
    if (encoding !== null) headers.set("Content-Encoding", encoding);
    headers.set("Content-Length", String(body.length));
    return new Response(request.method === "HEAD" ? null : new Uint8Array(body), { status, headers });
  }
}

/** The path without its escapes; null when they are no text. */
function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    // A malformed escape names no file: the caller answers 404.
    return null;
  }
}

function findFile(path: string, files: ReadonlyMap<string, StaticFile>): StaticFile | undefined {
  const name = path.slice(1);
  if (name === "") return files.get("index.html");
  return files.get(name) ?? files.get(`${name}.html`) ?? files.get(`${name}/index.html`);
}

/** `/week/` has its home at `/week`; only an existing page is redirected, so that no path leads to a foreign host. */
function withoutTrailingSlash(path: string | null, files: ReadonlyMap<string, StaticFile>): string | null {
  if (path === null || !/^\/[^/\\]+(\/[^/\\]+)*\/$/.test(path)) return null;
  const short = path.slice(0, -1);
  return findFile(short, files) === undefined ? null : encodeURI(short);
}

function matches(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(",").some((one) => one.trim().replace(/^W\//, "") === tag);
}

function plainNotFound(): Response {
  return new Response("Not found\n", {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
