import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyOp, anyPatch, anyStored, anyUuid, opOf, recordIdOf, runnerOf, uuidOf } from "../testing";
import { type RecordId, toSynced } from "../record";
import { makeRescue, parseRescue, type RescueChange, type RescueFile, type RescueRecord } from "./index";

const EMPTY: RescueFile = {
  runner: runnerOf(),
  exportedAt: "2026-11-16T18:30:00.000Z",
  stream: { state: "local", email: null, epoch: null, cursor: 0, acknowledgedAt: null },
  device: {},
  records: [],
  changes: [],
  keptAside: [],
  server: null,
};

const anyRecord: fc.Arbitrary<RescueRecord> = fc
  .tuple(anyUuid, anyPatch, fc.boolean(), fc.option(anyStored))
  .map(([id, body, deleted, stored]) => ({
    id: id as RecordId,
    kind: "run_log",
    body,
    deleted,
    server: stored === null ? null : toSynced({ ...stored, id: id as RecordId }),
  }));

const anyChange: fc.Arbitrary<RescueChange> = fc.oneof(
  fc.tuple(anyOp, fc.nat(), fc.nat()).map(([op, rev, at]) => ({ state: "sent" as const, op, rev, acknowledgedAt: at })),
  fc
    .tuple(anyOp, fc.option(fc.constant("effort")), fc.nat())
    .map(([op, key, at]) => ({ state: "refused" as const, op, code: "badValue", key, refusedAt: at })),
  fc
    .tuple(anyOp, fc.boolean(), fc.nat())
    .map(([op, frozen, at]) => ({ state: "waiting" as const, op, frozen, writtenAt: at })),
);

const anyFile: fc.Arbitrary<RescueFile> = fc
  .record({
    records: fc.uniqueArray(anyRecord, { selector: ({ id }) => id, maxLength: 6 }),
    changes: fc.uniqueArray(anyChange, { selector: ({ op }) => op.opId, maxLength: 6 }),
    kept: fc.array(anyPatch, { maxLength: 2 }),
    cursor: fc.nat(),
  })
  .map(({ records, changes, kept, cursor }) => ({
    ...EMPTY,
    stream: { state: "live", email: "ann@example.org", epoch: "e1", cursor, acknowledgedAt: 7 },
    device: { restTimerOff: true, "notNow/2026-11-16": true },
    records,
    changes,
    keptAside: kept.length === 0 ? [] : [{ name: `kept/${uuidOf("old")}`, values: kept.map(aside) }],
    server: { records: [1, "two"] },
  }));

function aside(body: RescueRecord["body"]) {
  return { kind: "programme", body, keptAt: 3 };
}

/** A good file with parts of it replaced. */
function spoiled(changes: object): string {
  return JSON.stringify({ ...(JSON.parse(makeRescue(EMPTY)) as object), ...changes });
}

function errorOf(text: string) {
  const parsed = parseRescue(text);
  return parsed.ok ? null : parsed.error;
}

describe("the rescue file", () => {
  test("[EXC1] reads back as everything that it was made of", () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const text = makeRescue(file);
        expect(parseRescue(text)).toEqual({ ok: true, file: JSON.parse(JSON.stringify(file)) as RescueFile });
        expect(makeRescue(file)).toBe(text);
      }),
    );
  });

  test("[EXC1] has one record or change a line, so that a person can read it", () => {
    const record: RescueRecord = {
      id: recordIdOf("run"),
      kind: "run_log",
      body: { minutes: 40 },
      deleted: false,
      server: null,
    };
    expect(makeRescue({ ...EMPTY, records: [record, { ...record, id: recordIdOf("other") }] })).toContain(
      `"records": [\n${JSON.stringify(record)},\n{"id"`,
    );
  });

  test("[EXC1] keeps kinds and keys of a newer core", () => {
    const record: RescueRecord = {
      id: recordIdOf("new"),
      kind: "sleep_diary",
      body: { "nights/1": { hours: 8 } },
      deleted: false,
      server: null,
    };
    const parsed = parseRescue(makeRescue({ ...EMPTY, records: [record] }));
    expect(parsed.ok && parsed.file.records).toEqual([record]);
  });

  test("[EXC2] of the first version is read with its records, changes and what was put aside", () => {
    const [record, op] = [recordIdOf("run"), opOf({ patch: { minutes: 40 } })];
    const first = {
      format: "legwork-rescue",
      version: 1,
      runner: runnerOf(),
      exportedAt: EMPTY.exportedAt,
      stream: { runner: runnerOf(), ...EMPTY.stream },
      records: [{ id: record, kind: "run_log", body: { minutes: 40 }, deleted: false, rev: 3 }],
      waiting: [op],
      refused: [{ op: opOf({ opId: uuidOf("no") }), code: "badValue", key: null }],
      keptAside: [{ kind: "programme", body: { kit: "gym" }, keptAt: 5 }],
    };
    const parsed = parseRescue(JSON.stringify(first));
    expect(parsed).toMatchObject({
      ok: true,
      file: {
        runner: runnerOf(),
        stream: EMPTY.stream,
        records: [{ id: record, kind: "run_log", body: { minutes: 40 }, deleted: false, server: null }],
        changes: [
          { state: "refused", code: "badValue" },
          { state: "waiting", op, frozen: true },
        ],
        keptAside: [{ values: [{ kind: "programme", body: { kit: "gym" } }] }],
      },
    });
  });
});

describe("a file that is none", () => {
  const run = { id: recordIdOf("run"), kind: "run_log", body: {}, deleted: false, server: null };
  test.each([
    ["a photo", "\u{fffd}PNG\r\n", { kind: "notJson" }],
    ["an empty file", "", { kind: "notJson" }],
    ["another app's JSON", `{"type":"FeatureCollection"}`, { kind: "otherFormat" }],
    ["a list", "[]", { kind: "otherFormat" }],
    ["half a download", makeRescue(EMPTY).slice(0, 120), { kind: "cutOff" }],
    ["one of a newer app", spoiled({ version: 3 }), { kind: "newerVersion" }],
    ["a version that is no number", spoiled({ version: "2" }), { kind: "damaged", at: "version" }],
    ["a runner that is no id", spoiled({ runner: 7 }), { kind: "damaged", at: "runner" }],
    ["records that are no list", spoiled({ records: {} }), { kind: "damaged", at: "records" }],
    ["a record without an id", spoiled({ records: [{ ...run, id: "x" }] }), { kind: "damaged", at: "records[0]" }],
    ["a record twice", spoiled({ records: [run, run] }), { kind: "damaged", at: "records[1]" }],
    [
      "a key no body has",
      spoiled({ records: [{ ...run, body: { "a/b/c": 1 } }] }),
      { kind: "damaged", at: "records[0]" },
    ],
    [
      "a value for the language",
      makeRescue(EMPTY).replace(
        `"records": [`,
        `"records": [{"id":"${run.id}","kind":"run_log","deleted":false,"server":null,"body":{"__proto__":{"a":1}}}`,
      ),
      { kind: "damaged", at: "records[0]" },
    ],
    [
      "a value of a thousand levels",
      makeRescue(EMPTY).replace(`"records": [`, `"records": [${"[".repeat(1000)}${"]".repeat(1000)}`),
      { kind: "damaged", at: "records[0]" },
    ],
    ["a device value that is not one", spoiled({ device: { currentRunner: true } }), { kind: "damaged", at: "device" }],
    [
      "a change that is no op",
      spoiled({ changes: [{ state: "waiting", op: {} }] }),
      { kind: "damaged", at: "changes[0]" },
    ],
  ])("[EXC3] %s is refused whole, and says why", (_, text, error) => {
    expect(errorOf(text)).toEqual(error);
  });

  test("[EXC3] whatever is in a file, the answer is a file or one of the reasons", () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.dictionary(fc.constantFrom("runner", "records", "changes", "device", "stream"), fc.jsonValue()),
        (text, parts) => {
          parseRescue(text);
          parseRescue(spoiled(parts));
        },
      ),
    );
  });
});
