import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const POLICY = fileURLToPath(new URL("../../worker/src/static/content-policy.ts", import.meta.url));

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".ico": "image/x-icon",
};

/** Serves the exported app as the real server does: clean addresses, the content policy, real 404s. For looking and for tests. */
export async function serveOut(out, port = 0) {
  const hashes = JSON.parse(readFileSync(join(out, "../csp.json"), "utf8"));
  const contentPolicy = await loadContentPolicy();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const found = fileFor(out, path);
    const file = found ?? "404.html";
    const type = extname(file);
    response.writeHead(found === null ? 404 : 200, {
      "content-type": TYPES[type] ?? "application/octet-stream",
      "cache-control": file.startsWith("_next/static/") ? "public, max-age=31536000, immutable" : "no-cache",
      ...(type === ".html" ? { "content-security-policy": contentPolicy(hashes[file] ?? [], false) } : {}),
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(join(out, file)).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve({ url: `http://localhost:${address.port}`, close: () => server.close() });
    });
  });
}

// The very function of the server, so that what is looked at here obeys the same policy.
async function loadContentPolicy() {
  const { outputFiles } = await build({
    entryPoints: [POLICY],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
  });
  const source = Buffer.from(outputFiles[0].contents).toString("base64");
  return (await import(`data:text/javascript;base64,${source}`)).contentPolicy;
}

function fileFor(out, path) {
  const name = normalize(path).replace(/^\/+|\/+$/g, "");
  if (name.startsWith("..") || path.startsWith("/api/")) return null;
  for (const file of [name, `${name || "index"}.html`])
    if (existsSync(join(out, file)) && statSync(join(out, file)).isFile()) return file;
  return null;
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const { url } = await serveOut(new URL("../out", import.meta.url).pathname, Number(process.argv[2] ?? 0));
  console.log(url);
}
