// What the library page needs when it opens: all sessions with their minutes and leg load, and its searches, in one go on a module that
// has done nothing yet. Every sample is a process of its own. Fails over the limit, or when loading the module already builds sessions.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Milliseconds for the page's data on a cold module. Our own choice: a frame is 16. */
const LIMIT_MS = 20;
const SAMPLES = 21;

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "../../packages/core/src");
const folder = mkdtempSync(join(tmpdir(), "legwork-library-"));
try {
  const module = join(folder, "library.mjs");
  await build({
    stdin: {
      contents: ["session-library", "exercise"].map((door) => `export * from "./${door}/index.ts";`).join("\n"),
      resolveDir: source,
    },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: module,
    logLevel: "error",
  });
  const run = (...mode) =>
    JSON.parse(execFileSync(process.execPath, [join(here, "first-page.mjs"), module, ...mode], { encoding: "utf8" }));
  const samples = Array.from({ length: SAMPLES }, () => run());
  const times = samples.map(({ pageMs }) => pageMs);
  const page = quantile(times, 0.5);
  const load = quantile(
    samples.map(({ loadMs }) => loadMs),
    0.5,
  );
  const { callsAtImport, callsAfter } = run("calls");
  console.log(
    `bench library first page median=${page.toFixed(2)} ms, lower quartile=${quantile(times, 0.25).toFixed(2)} ms, limit=${LIMIT_MS} ms, ratio=${(page / LIMIT_MS).toFixed(2)}, sessions=${samples[0].sessions}, processes=${SAMPLES}; loading the module ${load.toFixed(2)} ms`,
  );
  console.log(`bench library sessions put together while loading=${callsAtImport}, when asked for=${callsAfter}`);
  if (page > LIMIT_MS || callsAtImport !== 0 || callsAfter === 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function quantile(values, share) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)];
}
