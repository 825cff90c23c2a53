import { appendFileSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { deletionFile, noteInFile, readDeletions } from "./deletion-file";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "legwork-deletions-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const deletion = (account: string) => ({
  account,
  at: new Date("2026-03-02T08:00:00Z"),
  tokenHashes: [Buffer.alloc(32, 1), Buffer.alloc(32, 2)],
});

test("what was noted is read again, in order, and only its owner may read the file", async () => {
  expect(await readDeletions(folder)).toEqual([]);
  await noteInFile(folder)(deletion("one"));
  await noteInFile(folder)(deletion("two"));
  expect(await readDeletions(folder)).toEqual([deletion("one"), deletion("two")]);
  expect(statSync(deletionFile(folder)).mode & 0o777).toBe(0o600);
});

test("a line that a full disk cut short costs no other", async () => {
  await noteInFile(folder)(deletion("one"));
  appendFileSync(deletionFile(folder), '\n{"account":"tw');
  await noteInFile(folder)(deletion("two"));
  expect((await readDeletions(folder)).map(({ account }) => account)).toEqual(["one", "two"]);
});
