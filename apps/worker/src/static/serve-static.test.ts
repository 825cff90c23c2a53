import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App, AppEnv } from "../env";
import { serveStatic } from "./serve-static";

const HASH = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
const LONG = "x".repeat(2_000);
let folder: string;
let app: App;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "legwork-static-"));
  const files = {
    "out/index.html": "<h1>today</h1>",
    "out/week.html": `<h1>week</h1>${LONG}`,
    "out/week.txt": "week as data",
    "out/404.html": "<h1>not here</h1>",
    "out/coach/squad.html": "<h1>squad</h1>",
    "out/help/index.html": "<h1>help</h1>",
    "out/sw.js": "self.skipWaiting",
    "out/manifest.webmanifest": "{}",
    "out/_next/static/chunks/main-3f2a.js": LONG,
    "out/icon.png": LONG,
    "csp.json": JSON.stringify({ "week.html": [HASH], "404.html": [] }),
    "secret.txt": "must not leave",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  app = new Hono<AppEnv>().use(serveStatic({ folder: join(folder, "out"), secure: false }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = (path: string, headers: Record<string, string> = {}) => app.request(`http://localhost${path}`, { headers });

describe("addresses", () => {
  test.each([
    ["/", "today"],
    ["/week", "week"],
    ["/week.html", "week"],
    ["/week?id=7", "week"],
    ["/coach/squad", "squad"],
    ["/help", "help"],
    ["/week.txt?_rsc=abc", "week as data"],
  ])("%s is the page of the export", async (path, text) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(text);
  });

  test("a page with a slash at its end has its home without, query kept", async () => {
    const response = await get("/week/?id=7");
    expect([response.status, response.headers.get("Location")]).toEqual([308, "/week?id=7"]);
  });

  test("an address nobody made is the 404 page", async () => {
    const response = await get("/nowhere");
    expect([response.status, await response.text()]).toEqual([404, "<h1>not here</h1>"]);
  });

  test("a missing file of the build is a plain 404 that nobody keeps", async () => {
    const response = await get("/_next/static/chunks/gone.js");
    expect([response.status, await response.text()]).toEqual([404, "Not found\n"]);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  });

  test.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/_next/..%2f..%2fsecret.txt",
    "/..%5csecret.txt",
    "//secret.txt",
    "/week.html/../../secret.txt",
    "/%00",
    "/%E0%A4%A",
    "/.%2e/csp.json",
    "/__proto__",
    "/constructor",
  ])("%s leaves the folder by no way", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain("must not leave");
  });

  test("no slash leads to a foreign host", async () => {
    for (const path of ["//evil.example/", "/\\evil.example/", "/%2Fevil.example/"]) {
      expect((await get(path)).headers.get("Location")).toBeNull();
    }
  });
});

describe("headers", () => {
  test.each([
    ["/", "no-cache", "text/html; charset=utf-8"],
    ["/week.txt", "no-cache", "text/plain; charset=utf-8"],
    ["/sw.js", "no-cache", "text/javascript; charset=utf-8"],
    ["/manifest.webmanifest", "no-cache", "application/manifest+json"],
    ["/_next/static/chunks/main-3f2a.js", "public, max-age=31536000, immutable", "text/javascript; charset=utf-8"],
  ])("%s is kept by browsers as %s", async (path, cacheControl, type) => {
    const { headers } = await get(path);
    expect([headers.get("Cache-Control"), headers.get("Content-Type")]).toEqual([cacheControl, type]);
  });

  test("a page runs its own inline scripts and no others", async () => {
    const policy = async (path: string) => (await get(path)).headers.get("Content-Security-Policy") ?? "";
    expect(await policy("/week")).toContain(`script-src 'self' '${HASH}';`);
    expect(await policy("/")).toContain("script-src 'self';");
    for (const part of ["style-src-elem 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      expect(await policy("/week")).toContain(part);
    }
    expect(await policy("/week")).not.toContain("upgrade-insecure-requests");
  });

  test("under https browsers are told to stay there", async () => {
    const secure = new Hono<AppEnv>().use(serveStatic({ folder: join(folder, "out"), secure: true }));
    const { headers } = await secure.request("https://localhost/week");
    expect(headers.get("Content-Security-Policy")).toContain("upgrade-insecure-requests");
  });

  test("what a browser has already is not sent again", async () => {
    const tag = (await get("/week")).headers.get("ETag") ?? "";
    const again = await get("/week", { "If-None-Match": `"other", W/${tag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(again.headers.get("Content-Security-Policy")).toContain(HASH);
    expect((await get("/week", { "If-None-Match": '"other"' })).status).toBe(200);
  });

  test("HEAD says the same without the body", async () => {
    const [head, whole] = [await app.request("/week", { method: "HEAD" }), await get("/week")];
    expect(await head.text()).toBe("");
    expect([...head.headers]).toEqual([...whole.headers]);
    expect(Number(head.headers.get("Content-Length"))).toBe((await whole.text()).length);
  });
});

describe("compression", () => {
  const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());

  test("texts go as brotli, else gzip, else as they are", async () => {
    const [br, gzip, plain] = [
      await get("/week", { "Accept-Encoding": "gzip, deflate, br" }),
      await get("/week", { "Accept-Encoding": "gzip, br;q=0" }),
      await get("/week"),
    ];
    const whole = await plain.text();
    expect([br, gzip, plain].map(({ headers }) => headers.get("Content-Encoding"))).toEqual(["br", "gzip", null]);
    expect(brotliDecompressSync(await bytes(br)).toString()).toBe(whole);
    expect(gunzipSync(await bytes(gzip)).toString()).toBe(whole);
    const tags = new Set([br, gzip, plain].map(({ headers }) => headers.get("ETag")));
    expect(tags.size).toBe(3);
    expect(br.headers.get("Vary")).toBe("Accept-Encoding");
  });

  test("pictures and very short texts go as they are", async () => {
    for (const path of ["/icon.png", "/week.txt"]) {
      expect((await get(path, { "Accept-Encoding": "br" })).headers.get("Content-Encoding")).toBeNull();
    }
  });
});
