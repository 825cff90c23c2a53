import fc from "fast-check";
import { expect, test } from "vitest";
import { anyPatch, opOf, storedRecord, uuidOf } from "../testing";
import {
  lowerPatch,
  mergeOp,
  raiseBody,
  readBody,
  RECORD_KINDS,
  SCHEMA_STEPS,
  SCHEMA_VERSIONS,
  validateOp,
  type Body,
  type Json,
  type Renaming,
  type StoredRecord,
} from "./index";

const number = (value: Json): number => (typeof value === "number" ? value : 0);

// A kind that was renamed twice: rests in minutes, then in seconds, then in milliseconds, as a field and as a map.
const toSeconds: Renaming = {
  field: "restMinutes",
  becomes: "restS",
  raise: (value) => number(value) * 60,
  lower: (value) => Math.floor(number(value) / 60),
};
const toMilliseconds: Renaming = {
  field: "restS",
  becomes: "restMs",
  raise: (value) => number(value) * 1000,
  lower: (value) => Math.floor(number(value) / 1000),
};
const STEPS = [toSeconds, "addition", toMilliseconds] as const;
/** What each age of phone knows: its steps, and under which name it reads and writes the rest, in how many milliseconds. */
const AGES = [
  { steps: STEPS.slice(0, 0), field: "restMinutes", ms: 60_000 },
  { steps: STEPS.slice(0, 2), field: "restS", ms: 1_000 },
  { steps: STEPS, field: "restMs", ms: 1 },
] as const;

test("[REC23] each kind has a step into each of its versions, so that no version comes without a thought for older bodies", () => {
  for (const kind of RECORD_KINDS) expect([kind, SCHEMA_STEPS[kind].length + 1]).toEqual([kind, SCHEMA_VERSIONS[kind]]);
});

test("[REC23] a body of an older schema is read in ours, step by step, and is itself left as it came", () => {
  const old = { restMinutes: 2, "restMinutes/P3": 3, note: "kept" };
  const before = structuredClone(old);
  expect(raiseBody(STEPS, old)).toEqual({ restMs: 120_000, "restMs/P3": 180_000, note: "kept" });
  expect(raiseBody(STEPS.slice(0, 2), old)).toEqual({ restS: 120, "restS/P3": 180, note: "kept" });
  expect(old).toEqual(before);
});

test("[REC23] a newer schema than ours passes: keys, kinds and values that we do not know stay as they are", () => {
  fc.assert(
    fc.property(anyPatch, (patch) => {
      const future = { ...patch, restMs: 1, "restMs/P3": { unit: "ms" } };
      expect(raiseBody(AGES[1].steps, future)).toEqual(future);
    }),
  );
  const op = opOf({ schema: 9, patch: { minutes: "forty", date: 3 } });
  expect(validateOp(op)).toBeNull();
  const merged = mergeOp({ record: null, op, author: "ann", rev: 1, afterRev: null, restorePoint: null });
  expect(merged).toMatchObject({ status: "applied", record: { schema: 9, body: op.patch } });
});

test("[REC23] bodies of a kind whose steps only added are read as they are", () => {
  const run = { date: "2026-11-16", kind: "easy", minutes: 40 };
  expect(raiseBody(SCHEMA_STEPS.run_log, run)).toBe(run);
  expect(readBody("run_log", run)).toMatchObject({ ok: true, fields: run });
});

test("[REC24] phones of all schemas edit one record, each reads whoever wrote last, and no other field moves", () => {
  const anyWrite = fc.record({
    age: fc.nat({ max: 2 }),
    amount: fc.option(fc.integer({ min: 0, max: 9 })),
    entry: fc.constantFrom("", "/P3"),
    other: anyPatch,
  });
  fc.assert(
    fc.property(fc.array(anyWrite, { minLength: 1, maxLength: 10 }), (writes) => {
      let record: StoredRecord = storedRecord({ note: "kept" }, { kind: "artificial", schema: 1 });
      let others: Body = { note: "kept" };
      const last = new Map<string, { readonly amount: number; readonly ms: number } | null>();
      for (const [index, { age, amount, entry, other }] of writes.entries()) {
        const phone = AGES[age] ?? AGES[0];
        // As a phone does: what it shows already is no write.
        const shown = raiseBody(phone.steps, record.body)[phone.field + entry] ?? null;
        const written: Body = shown === amount ? {} : { [phone.field + entry]: amount };
        const patch = lowerPatch(phone.steps, { ...other, ...written });
        const op = opOf({
          opId: uuidOf(`write ${index}`),
          kind: "artificial",
          schema: age + 1,
          base: record.rev,
          patch,
        });
        const merged = mergeOp({ record, op, author: "ann", rev: record.rev + 1, afterRev: null, restorePoint: null });
        if (merged.status !== "applied") throw new Error(merged.status);
        record = merged.record ?? record;
        others = { ...others, ...other };
        if (shown !== amount) last.set(entry, amount === null ? null : { amount, ms: phone.ms });
        for (const { steps, field, ms } of AGES) {
          const read = raiseBody(steps, record.body);
          for (const [each, wanted] of last) {
            const value = read[field + each] ?? null;
            // Finer than the writer could say it, a reader may see what was there before.
            const unitMs = Math.max(ms, wanted?.ms ?? 0);
            const seen = value === null ? null : Math.floor((number(value) * ms) / unitMs);
            expect(seen).toBe(wanted === null ? null : Math.floor((wanted.amount * wanted.ms) / unitMs));
          }
          expect(read).toMatchObject(others);
        }
      }
      expect(record.schema).toBe(Math.max(...writes.map(({ age }) => age + 1)));
    }),
    { numRuns: 200 },
  );
});
