// Gzip bytes of JavaScript per route of the built app, beside a bare Next page built with the same Next in the same run.
import { cpSync, existsSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { root, toolEnv } from "../../scripts/run-pnpm.mjs";
import { routeSizes } from "../../apps/web/scripts/route-sizes.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const web = join(root, "apps/web");
const bare = join(web, ".bare-page");

const app = routeSizes(join(web, "out"));
const [bareRoute] = routeSizes(buildBarePage()).filter((row) => row.route === "/");
rmSync(bare, { recursive: true, force: true });

console.log(`bare Next page  ${kB(bareRoute.gzipBytes)} kB gzip`);
for (const { route, gzipBytes } of app) {
  console.log(`${route.padEnd(14)}  ${kB(gzipBytes)} kB gzip  ${(gzipBytes / bareRoute.gzipBytes).toFixed(2)} × bare`);
}

function buildBarePage() {
  rmSync(bare, { recursive: true, force: true });
  cpSync(join(here, "bare-page"), bare, { recursive: true });
  const built = spawnSync(join(web, "node_modules/.bin/next"), ["build"], {
    cwd: bare,
    env: { ...toolEnv, BARE_PAGE_ROOT: root },
    encoding: "utf8",
  });
  if (built.status !== 0 || !existsSync(join(bare, "out")))
    throw new Error(`The bare page did not build:\n${built.stdout}${built.stderr}`);
  return join(bare, "out");
}

function kB(bytes) {
  return (bytes / 1000).toFixed(1).padStart(6);
}
