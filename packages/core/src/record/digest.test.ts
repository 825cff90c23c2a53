import { hash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyUuid, recordIdOf } from "../testing";
import { changeDigest, type Digest, digestOf, digestWithin, sameDigest, type DigestedRecord } from "./index";

const anyRecord: fc.Arbitrary<DigestedRecord> = fc.record({
  id: fc.nat({ max: 50 }).map((number) => recordIdOf(String(number))),
  kind: fc.constantFrom("run_log", "run_feel", "later_kind"),
  opId: anyUuid,
  deleted: fc.boolean(),
});

test("[REC17] the digest of one record is the first 8 bytes of SHA-256(id ‖ opId)", () => {
  const record = { id: recordIdOf("x"), kind: "run_log", opId: recordIdOf("y"), deleted: false };
  expect(digestOf([record])).toEqual({ run_log: { count: 1, xor: "3f8cea37db70a607" } });
  expect(digestOf([{ ...record, deleted: true }])).toEqual({});
});

test("[REC17] the digest does not depend on order, and is kept up to date by one change at a time", () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyRecord, { selector: ({ id }) => id }), anyUuid, (records, opId) => {
      expect(digestOf(records.toReversed())).toEqual(digestOf(records));
      const [first, ...others] = records;
      if (first === undefined) return;
      const changed = { ...first, opId, deleted: !first.deleted };
      expect(changeDigest(digestOf(records), [{ before: first, after: changed }])).toEqual(
        digestOf([changed, ...others]),
      );
      expect(changeDigest(digestOf(records), [{ before: first, after: null }])).toEqual(digestOf(others));
    }),
  );
});

test("[REC17] many changes at once, with the SHA-256 of the machine, give the digest of one after the other", () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyRecord, { selector: ({ id }) => id }), anyUuid, (records, opId) => {
      const changes = [
        ...records.map((after) => ({ before: null, after })),
        ...records.map((before) => ({ before, after: { ...before, opId, deleted: before.opId < opId } })),
      ];
      const byOne = changes.reduce<Digest>((digest, change) => changeDigest(digest, [change]), {});
      expect(changeDigest({}, changes, (text) => hash("sha256", text, "buffer"))).toEqual(byOne);
    }),
  );
});

test("[REC17] a scope sees the digest of its own kinds only", () => {
  const records = ["run_log", "run_feel"].map((kind) => ({
    id: recordIdOf(kind),
    kind,
    opId: recordIdOf("op"),
    deleted: false,
  }));
  const whole = digestOf(records);
  expect(Object.keys(digestWithin(whole, ["run_log"]))).toEqual(["run_log"]);
  expect(sameDigest(digestWithin(whole, null), whole)).toBe(true);
  expect(sameDigest(digestWithin(whole, ["run_log"]), whole)).toBe(false);
});
