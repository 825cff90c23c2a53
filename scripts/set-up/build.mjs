import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { root, toolEnv } from "../run-pnpm.mjs";

/** Builds what changed; turbo answers from its cache for the rest. */
export function build() {
  const turbo = join(root, "node_modules/turbo/bin/turbo");
  const flags = ["run", "build", "--output-logs=errors-only", "--log-order=grouped", "--ui=stream"];
  const built = spawnSync(process.execPath, [turbo, ...flags], {
    cwd: root,
    stdio: "inherit",
    // turbo runs each package's script through the pnpm that it finds on the path.
    env: { ...toolEnv, PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH}` },
  });
  if (built.error) throw built.error;
  if (built.status !== 0) console.error("The build failed, see above.");
  return built.status === 0;
}
