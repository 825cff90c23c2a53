import { expect, test } from "vitest";
import type { RecordId, RunnerId } from "@legwork/core/record";
import type { StoredRecord } from "@/local-db";
import { sameRecord } from "./same-record";

const record = (changes: Partial<StoredRecord> = {}): StoredRecord => ({
  runner: "ann" as RunnerId,
  id: "log" as RecordId,
  kind: "session_log",
  date: "2026-11-16",
  server: null,
  body: { date: "2026-11-16", prescription: { kind: "A", pairs: [[{ sets: 2 }]] }, "sets/P3.1": { amount: 8 } },
  deleted: false,
  ...changes,
});

test("a record that reads the same is the same, its body too", () => {
  const first = sameRecord(record());
  expect(sameRecord(record())).toBe(first);
  expect(sameRecord(record({ runner: "bob" as RunnerId })).body).not.toBe(first.body);
});

test("a change deep inside makes another body, with what it holds", () => {
  const first = sameRecord(record());
  const body = { ...record().body, "sets/P3.1": { amount: 9 } };
  const changed = sameRecord(record({ body }));
  expect(changed.body).not.toBe(first.body);
  expect(changed).toEqual(record({ body }));
  expect(sameRecord(record({ body }))).toBe(changed);
});

test("a removed key and a deletion are seen", () => {
  sameRecord(record());
  const { "sets/P3.1": removed, ...body } = record().body;
  expect(removed).toBeDefined();
  expect(sameRecord(record({ body })).body).toEqual(body);
  expect(sameRecord(record({ deleted: true })).deleted).toBe(true);
});
