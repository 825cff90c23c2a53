import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

/**
 * Changes the source of one bug's files on their way into a test. Throws when a text is not there exactly once: a bug that no longer fits the
 * code proves nothing.
 * @param {import("./bugs.mjs").SeededBug} bug
 * @returns {import("vitest/config").Plugin}
 */
export function plant(bug) {
  return {
    name: `legwork-seeded-bug: ${bug.name}`,
    enforce: "pre",
    transform(code, id) {
      const file = id.split("?")[0] ?? "";
      const edits = bug.edits.filter((edit) => file === `${root}${edit.file}`);
      return edits.length === 0 ? null : edits.reduce(applyEdit, code);
    },
  };
}

/**
 * @param {string} code
 * @param {import("./bugs.mjs").Edit} edit
 * @returns {string}
 */
export function applyEdit(code, { file, find, replace }) {
  const found = code.split(find).length - 1;
  if (found !== 1) throw new Error(`${file} holds this ${found} times instead of once: ${find}`);
  return code.replace(find, () => replace);
}
