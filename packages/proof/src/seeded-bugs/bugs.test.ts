import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { seededBugs } from "./bugs.mjs";
import { applyEdit } from "./plant.mjs";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

test.each(seededBugs.map(({ name, edits }) => [name, edits] as const))("%s still fits the code", (_name, edits) => {
  const sources = new Map<string, string>();
  for (const edit of edits) {
    const source = sources.get(edit.file) ?? readFileSync(`${root}${edit.file}`, "utf8");
    sources.set(edit.file, applyEdit(source, edit));
  }
  expect(sources.size).toBeGreaterThan(0);
});

test("every test that is to catch a bug is there", () => {
  const files = [...new Set(seededBugs.flatMap(({ caughtBy }) => caughtBy))];
  expect(files.filter((file) => !existsSync(`${root}${file}`))).toEqual([]);
});
