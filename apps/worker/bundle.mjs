import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const here = import.meta.dirname;

/** Bundles the server into a folder: our own packages go in, npm packages stay outside, migrations lie beside the bundle. */
export async function bundle(folder) {
  const programs = ["serve", "demo"].map((name) => join(here, "src", `${name}.ts`));
  await build({
    entryPoints: programs.filter((path) => existsSync(path)),
    outdir: folder,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    sourcemap: true,
    logLevel: "warning",
    plugins: [{ name: "ours-inside", setup: keepPackagesOutside }],
  });
  const migrations = join(folder, "migrations");
  rmSync(migrations, { recursive: true, force: true });
  cpSync(join(here, "../../packages/db/migrations"), migrations, { recursive: true });
}

function keepPackagesOutside(builder) {
  builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
    if (kind === "entry-point" || path.startsWith("@legwork/")) return null;
    return { path, external: true };
  });
}
