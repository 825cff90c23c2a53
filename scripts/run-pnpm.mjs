import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** The environment every tool of ours runs in: no telemetry, no prompts. */
export const toolEnv = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  DO_NOT_TRACK: "1",
};

/** Runs the pinned pnpm with these arguments in the project's root; returns its exit code. */
export function runPnpm(args, options = {}) {
  const [program, ...before] = installedPnpm() ?? ["npx", "--yes", packageManager];
  const result = spawnSync(program, [...before, ...args], {
    cwd: root,
    stdio: "inherit",
    env: toolEnv,
    shell: program === "npx" && process.platform === "win32",
    ...options,
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/** The pnpm among our own packages, when it is the pinned one: quicker than npx, and without the network. */
function installedPnpm() {
  const folder = join(root, "node_modules/pnpm");
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) return null;
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  return packageManager === `pnpm@${version}` ? [process.execPath, join(folder, "bin/pnpm.cjs")] : null;
}
