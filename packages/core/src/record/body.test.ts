import fc from "fast-check";
import { expect, test } from "vitest";
import { anyPatch, day, opOf } from "../testing";
import { OP_BYTES_MAX } from "../wire";
import { makeBody, readBody, validateOp, type ProgrammeFields } from "./index";

const programme: ProgrammeFields = {
  startDate: day("2026-11-16"),
  zone: "Europe/Amsterdam",
  kit: "dumbbells",
  lockedDays: { sun: true, fri: true },
  minutesOn: { tue: 20 },
  races: { r1: { date: day("2027-01-31"), distance: "half", minutes: 110 } },
  timeOff: {},
  peaks: {},
  weights: { 8000: "pair" },
};

test("[REC1] a body is flat, and reading it gives back the fields it was made of", () => {
  const body = makeBody("programme", programme);
  expect(body).toEqual({
    startDate: "2026-11-16",
    zone: "Europe/Amsterdam",
    kit: "dumbbells",
    "lockedDays/sun": true,
    "lockedDays/fri": true,
    "minutesOn/tue": 20,
    "races/r1": { date: "2027-01-31", distance: "half", minutes: 110 },
    "weights/8000": "pair",
  });
  expect(readBody("programme", body)).toEqual({ ok: true, fields: programme });
});

test("[REC1] a removed entry or field stays as null in the body and is left out of the fields", () => {
  const body = { ...makeBody("programme", programme), "lockedDays/sun": null, restDay: null };
  expect(readBody("programme", body)).toEqual({ ok: true, fields: { ...programme, lockedDays: { fri: true } } });
});

test("[REC2] keys of a newer core are passed over when read and never a fault", () => {
  fc.assert(
    fc.property(anyPatch, (patch) => {
      const future = Object.fromEntries(Object.entries(patch).filter(([key]) => key.startsWith("future")));
      const body = { ...makeBody("programme", programme), ...future };
      expect(readBody("programme", body)).toEqual({ ok: true, fields: programme });
    }),
  );
});

test("[REC3] every value out of its bounds and every missing field is named", () => {
  expect(readBody("run_log", { date: "2026-02-30", minutes: 0, effort: 11, km: -1, "tags/hot": false })).toEqual({
    ok: false,
    faults: [
      { key: "date", fault: "badValue" },
      { key: "minutes", fault: "badValue" },
      { key: "effort", fault: "badValue" },
      { key: "km", fault: "badValue" },
      { key: "tags/hot", fault: "badValue" },
      { key: "kind", fault: "missingField" },
    ],
  });
});

test("[REC3] an op is refused for its shape, its size, a key, a value or a missing field", () => {
  const run = { date: "2026-11-16", kind: "easy", minutes: 40 };
  expect(validateOp(opOf({ patch: run }))).toBeNull();
  expect(validateOp(opOf({ opId: "1", patch: run }))).toEqual({ code: "malformed" });
  expect(validateOp(opOf({ base: -1, patch: run }))).toEqual({ code: "malformed" });
  expect(validateOp(opOf({ base: 3, del: true, patch: run }))).toEqual({ code: "malformed" });
  expect(validateOp(opOf({ patch: { ...run, future: "é".repeat(OP_BYTES_MAX / 2) } }))).toEqual({ code: "tooLarge" });
  expect(validateOp(opOf({ patch: { ...run, "tags/a/b": true } }))).toEqual({ code: "badKey", key: "tags/a/b" });
  expect(validateOp(opOf({ patch: { ...run, minutes: 10_000 } }))).toEqual({ code: "badValue", key: "minutes" });
  expect(validateOp(opOf({ base: 2, patch: { date: null } }))).toEqual({ code: "badValue", key: "date" });
  expect(validateOp(opOf({ patch: { kind: "easy", minutes: 4 } }))).toEqual({ code: "missingField", key: "date" });
  expect(validateOp(opOf({ base: 2, patch: { effort: 4 } }))).toBeNull();
});

test.each(["toString", "valueOf", "constructor", "hasOwnProperty/x", "prototype"])(
  "[REC3] a key that every object has, %s, is refused by name in any kind",
  (key) => {
    const run = { date: "2026-11-16", kind: "easy", minutes: 40 };
    expect(validateOp(opOf({ patch: { ...run, [key]: 1 } }))).toEqual({ code: "badKey", key });
    expect(validateOp(opOf({ kind: "shoes", base: 2, patch: { [key]: null } }))).toEqual({ code: "badKey", key });
  },
);

test("[REC3] a grant is never written by an op, and a held value only removed", () => {
  expect(validateOp(opOf({ kind: "grant", patch: {} }))).toEqual({ code: "serverKind" });
  expect(validateOp(opOf({ kind: "held", base: 3, patch: { value: 1 } }))).toEqual({ code: "serverKind" });
  expect(validateOp(opOf({ kind: "held", base: 3, del: true }))).toBeNull();
});

test("[REC2] an op of an unknown kind or a newer schema passes with values that ours would refuse", () => {
  expect(validateOp(opOf({ kind: "shoes", patch: { brand: "x" } }))).toBeNull();
  expect(validateOp(opOf({ schema: 2, patch: { minutes: "forty" } }))).toBeNull();
});
