import fc from "fast-check";
import { addDays } from "../calendar";
import type { Body, Json, StoredRecord } from "../record";
import type { Op } from "../wire";
import { day, namedId, opOf, recordIdOf, storedRecord, uuidOf } from "./builders";

/** Days of the years 2020–2031. */
export const anyDate = fc.integer({ min: 0, max: 4_380 }).map((offset) => addDays(day("2020-01-01"), offset));

/** UUIDs that read the same in every run of the same seed. */
export const anyUuid = fc.nat({ max: 1_000_000 }).map((number) => uuidOf(String(number)));

/** Of a change, or now and then of an offer to a restored server. */
const anyOpId = fc.oneof({ weight: 4, arbitrary: anyUuid }, { weight: 1, arbitrary: anyUuid.map((id) => namedId(id)) });

export const anyAuthor = fc.constantFrom("ann", "bob", "coach");

/** Accounts, keys and values from small sets, so that ops meet each other often. */
export const anyKey = fc.constantFrom("effort", "km", "tags/hot", "tags/hilly", "future", "future/x");
const valueOfKey: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  effort: fc.constantFrom(null, 1, 2, 3),
  km: fc.constantFrom(null, 5, 10.5),
  "tags/hot": fc.constantFrom(null, true),
  "tags/hilly": fc.constantFrom(null, true),
  future: fc.jsonValue({ maxDepth: 1 }).map((value) => value as Json),
  "future/x": fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
};

/** A patch of a run log: known keys in bounds, and keys of a newer core. */
export const anyPatch: fc.Arbitrary<Body> = fc
  .uniqueArray(anyKey, { maxLength: 4 })
  .chain((keys) => fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), valueOfKey[key] ?? fc.constant(null)))))
  .map((entries) => Object.fromEntries(entries));

const required: Body = { date: "2026-11-16", kind: "easy", minutes: 40 };

/** A live run log whose keys were written at different revs by different people. */
export const anyStored: fc.Arbitrary<StoredRecord> = fc
  .tuple(anyPatch, fc.infiniteStream(fc.tuple(fc.integer({ min: 1, max: 9 }), anyAuthor)))
  .map(([patch, stamps]) => {
    const body: Body = { ...required, ...patch };
    const keyRev = Object.fromEntries(
      Object.keys(body).map((key) => [key, stamps.next().value ?? [1, "ann"]] as const),
    );
    const rev = Math.max(...Object.values(keyRev).map(([each]) => each));
    return storedRecord(body, { rev, keyRev });
  });

/** An op on that run log: begin, change or delete, from any base. */
export const anyOp: fc.Arbitrary<Op> = fc
  .record({
    opId: anyOpId,
    base: fc.integer({ min: 0, max: 10 }),
    del: fc.boolean(),
    after: fc.option(anyUuid, { nil: undefined, freq: 3 }),
    patch: anyPatch,
    complete: fc.boolean(),
  })
  .map(({ opId, base, del, after, patch, complete }) =>
    opOf({
      opId,
      base,
      record: recordIdOf("run log"),
      ...(after === undefined ? {} : { after }),
      ...(del ? { del, patch: {} } : { patch: complete ? { ...required, ...patch } : patch }),
    }),
  );
