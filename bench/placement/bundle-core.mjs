// The rules as one module, bundled from the source as the phone and the server bundle them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const source = join(dirname(fileURLToPath(import.meta.url)), "../../packages/core/src");

/** Everything that the named files of core export: doors like `placement/index.ts`, and what a bench needs from behind them. */
export async function bundleCore(files) {
  const folder = mkdtempSync(join(tmpdir(), "legwork-bench-"));
  try {
    const outfile = join(folder, "core.mjs");
    const contents = files.map((file) => `export * from ${JSON.stringify(join(source, file))};`).join("\n");
    await build({
      stdin: { contents, resolveDir: source },
      bundle: true,
      platform: "node",
      format: "esm",
      outfile,
      logLevel: "error",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Doses of the real programme for a kit, each made once: what is measured is the placement. */
export function programmeDoses(core, kit) {
  const doses = new Map();
  return ({ kind, week, exposures, returning, turn, kit: taken }) => {
    const key = `${kind}${week} ${exposures} ${returning} ${turn} ${taken}`;
    if (!doses.has(key)) {
      const asked = core.prescribe({ kind, week, turn, kit: taken === "none" ? "none" : kit, maxMinutes: null });
      doses.set(key, { minutes: core.sessionMinutes(asked), legLoad: core.legLoad(asked, { exposures, returning }) });
    }
    return doses.get(key);
  };
}

/** The programme week of a calendar week: 1 to 12, then blocks that begin at week 5. */
export function programmeWeek(index) {
  return index < 12 ? index + 1 : 5 + ((index - 12) % 8);
}
