import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** Everything that decides what the phone downloads. */
const SOURCES = [
  "apps/web/src",
  "apps/web/public",
  "apps/web/scripts",
  "apps/web/package.json",
  "apps/web/next.config.ts",
  // A kept page keeps the policy it came with, so a new policy must be a new page.
  "apps/worker/src/static/content-policy.ts",
  "packages/core/src",
  "packages/core/messages",
  "pnpm-lock.yaml",
];

/** The build id: the same source gives the same id on every machine. */
export function sourceHash(workspace) {
  const hash = createHash("sha256");
  for (const source of SOURCES)
    for (const file of filesUnder(join(workspace, source))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash.update(relative(workspace, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  return hash.digest("hex").slice(0, 20);
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
