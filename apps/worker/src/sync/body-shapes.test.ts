import { createHash } from "node:crypto";
import { toJsonSchema } from "@valibot/to-json-schema";
import { KIND_SCHEMAS, RECORD_KINDS, type RecordKind, SCHEMA_VERSIONS } from "@legwork/core/record";
import { expect, test } from "vitest";

// A new fingerprint means that phones out there write or read other bodies than this one. Raise the kind in SCHEMA_VERSIONS, say in
// SCHEMA_STEPS how older bodies are read, and write both here.
const SHAPES: Readonly<Record<RecordKind, readonly [version: number, shape: string]>> = {
  programme: [3, "040f0c2ff6c16ecf"],
  settings: [1, "98b397aa2c7dd8a6"],
  run_plan: [1, "1c293e5a81916369"],
  week_plan: [1, "a2fd61da93c92d91"],
  session_log: [2, "a5113ad0fac41e47"],
  run_log: [1, "0b79d7294eece6da"],
  run_feel: [1, "e1c80891e17da6e5"],
  health: [2, "12d7b017f5787637"],
  strength_test: [1, "ac102c32cabd682c"],
  adjustments: [1, "9b754f8139889e57"],
  comment: [1, "6694db45b29176f8"],
  grant: [1, "05b595172d349b5a"],
  held: [1, "97770ccb3941daf7"],
};

test.each(RECORD_KINDS)("the body of kind %s has not changed behind its version", (kind) => {
  expect([SCHEMA_VERSIONS[kind], shapeOf(kind)]).toEqual(SHAPES[kind]);
});

test("a custom check, an entry and a merge rule are part of the shape", () => {
  const marks = ["a day YYYY-MM-DD", '"sun"', '"once"'];
  const texts = RECORD_KINDS.map(textOf).join("");
  for (const mark of marks) expect(texts).toContain(mark);
});

function shapeOf(kind: RecordKind): string {
  return createHash("sha256").update(textOf(kind)).digest("hex").slice(0, 16);
}

function textOf(kind: RecordKind): string {
  const { registers, maps, required } = KIND_SCHEMAS[kind];
  const fields = Object.entries(registers).map(([field, schema]) => [field, jsonSchema(schema)]);
  const entries = Object.entries(maps).map(([field, map]) => [field, { ...map, value: jsonSchema(map.value) }]);
  const sorted = (rows: readonly unknown[][]) =>
    rows.toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1));
  return JSON.stringify([sorted(fields), sorted(entries), required.toSorted()]);
}

/** A check of our own is no JSON Schema: its words stand for it. */
function jsonSchema(schema: Parameters<typeof toJsonSchema>[0]): object {
  return toJsonSchema(schema, {
    errorMode: "ignore",
    ignoreActions: ["readonly"],
    overrideSchema: ({ valibotSchema, jsonSchema: made }) =>
      valibotSchema.type === "custom" && "message" in valibotSchema
        ? { ...made, description: String(valibotSchema.message) }
        : undefined,
  });
}
