// The figures (rig, poses, drawing; without React) stay small enough to load beside a session: fails above the budget.
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { root } from "./run-pnpm.mjs";

/** Bytes of minified script, gzipped. OURS */
const BUDGET = 12_000;

const bundle = await build({
  entryPoints: [join(root, "apps/web/src/drawing/figure/exercise-figure.tsx")],
  bundle: true,
  write: false,
  minify: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  external: ["react", "react/jsx-runtime"],
});
const bytes = gzipSync(bundle.outputFiles[0].contents, { level: 9 }).length;
console.log(`figures: ${bytes} bytes gzip of ${BUDGET}`);
process.exit(bytes <= BUDGET ? 0 : 1);
