import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeInlineScriptHashes } from "./content-policy.mjs";
import { buildServiceWorker } from "./service-worker.mjs";

// The whole build of the app: pages, what they may run, and the service worker that keeps them for offline.
const here = fileURLToPath(new URL("..", import.meta.url));
const out = fileURLToPath(new URL("../out", import.meta.url));

// A compiler cache from before a dependency changed can fail a build or hold on to what is gone.
rmSync(fileURLToPath(new URL("../.next/cache", import.meta.url)), { recursive: true, force: true });

const next = spawnSync(process.execPath, [fileURLToPath(import.meta.resolve("next/dist/bin/next")), "build"], {
  cwd: here,
  stdio: "inherit",
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
});
if (next.status !== 0) process.exit(next.status ?? 1);

writeInlineScriptHashes(out);
const { files, bytes } = await buildServiceWorker(out);
console.log(`Service worker keeps ${files} files, ${(bytes / 1024).toFixed(0)} kB.`);
