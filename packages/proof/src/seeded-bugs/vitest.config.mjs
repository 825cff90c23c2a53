import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { seededBugs } from "./bugs.mjs";
import { plant } from "./plant.mjs";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const folders = ["packages/core", "packages/db", "packages/proof", "apps/worker", "apps/web"];
const name = process.env["SEEDED_BUG"] ?? "";
const bug = seededBugs.find((one) => one.name === name);
if (bug === undefined && name !== "") throw new Error(`There is no seeded bug "${name}".`);

// The same projects as ever, with one bug in their sources.
export default defineConfig({
  root,
  test: {
    projects: folders.map((folder) => ({
      extends: `${root}${folder}/vitest.config.ts`,
      root: `${root}${folder}`,
      plugins: bug === undefined ? [] : [plant(bug)],
    })),
  },
});
