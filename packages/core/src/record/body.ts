import * as v from "valibot";
import type { Body, FieldsByKind, Json, RecordKind } from "./kinds";
import { raiseBody, SCHEMA_STEPS } from "./schema-steps";
import { kindSchema, KIND_SCHEMAS, type KindSchema } from "./schemas";

/** What is wrong with one key of a body. */
export interface BodyFault {
  readonly key: string;
  readonly fault: "badKey" | "badValue" | "missingField";
}

export type ReadBody<Kind extends RecordKind> =
  | { readonly ok: true; readonly fields: FieldsByKind[Kind] }
  | { readonly ok: false; readonly faults: readonly BodyFault[] };

const KEY = /^[a-z][A-Za-z0-9]{0,39}(\/[A-Za-z0-9][A-Za-z0-9._:@-]{0,119})?$/;

// What every object has already: a body that lacks such a key would seem to hold it.
const TAKEN_FIELDS: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), "prototype"]);

/** Whether `key` can stand in a body: `field` or `field/entry`. */
export function isBodyKey(key: string): boolean {
  return KEY.test(key) && !TAKEN_FIELDS.has(splitKey(key)[0]);
}

/** Reads a flat body of any schema into its fields. Removed entries (null) are left out, keys of a newer core are passed over. */
export function readBody<Kind extends RecordKind>(kind: Kind, stored: Body): ReadBody<Kind> {
  const body = raiseBody(SCHEMA_STEPS[kind], stored);
  const schema = KIND_SCHEMAS[kind];
  const faults = [...valueFaults(schema, body), ...missingFields(kind, body)];
  if (faults.length > 0) return { ok: false, faults };

  const fields: Record<string, unknown> = Object.fromEntries(Object.keys(schema.maps).map((map) => [map, {}]));
  for (const [key, value] of Object.entries(body)) {
    if (value === null) continue;
    const [field, entry] = splitKey(key);
    if (entry === undefined && Object.hasOwn(schema.registers, field)) fields[field] = value;
    if (entry !== undefined && Object.hasOwn(schema.maps, field))
      (fields[field] as Record<string, Json>)[entry] = value;
  }
  // Every register and entry was checked against the kind's schema, and the required ones are there.
  return { ok: true, fields: fields as unknown as FieldsByKind[Kind] };
}

/** The flat body of `fields`: the way back from `readBody`. */
export function makeBody<Kind extends RecordKind>(kind: Kind, fields: FieldsByKind[Kind]): Body {
  const { maps } = KIND_SCHEMAS[kind];
  const body: Record<string, Json> = {};
  for (const [field, value] of Object.entries(fields as Readonly<Record<string, Json | undefined>>)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(maps, field)) body[field] = value;
    else for (const [entry, each] of Object.entries(value as Body)) body[`${field}/${entry}`] = each;
  }
  return body;
}

/** `body` with the values of `patch`; a null stays, so that other devices learn of the removal. */
export function applyPatch(body: Body, patch: Body): Body {
  return { ...body, ...patch };
}

/** Keys of `patch` that no body of this kind may hold, or whose value is out of bounds. Null removes, except a required field. */
export function valueFaults(schema: KindSchema | null, patch: Body): readonly BodyFault[] {
  return Object.entries(patch).flatMap(([key, value]): readonly BodyFault[] => {
    if (!isBodyKey(key)) return [{ key, fault: "badKey" }];
    const [field, entry] = splitKey(key);
    if (schema === null) return [];
    if (value === null) return schema.required.includes(field) ? [{ key, fault: "badValue" }] : [];
    const valueSchema = entry === undefined ? schema.registers[field] : schema.maps[field]?.value;
    return valueSchema === undefined || v.is(valueSchema, value) ? [] : [{ key, fault: "badValue" }];
  });
}

/** Fields without which a record of `kind` cannot begin. */
export function missingFields(kind: string, body: Body): readonly BodyFault[] {
  const schema = kindSchema(kind);
  if (schema === null) return [];
  const raised = raiseBody(SCHEMA_STEPS[kind as RecordKind], body);
  return schema.required
    .filter((field) => raised[field] === undefined || raised[field] === null)
    .map((key) => ({ key, fault: "missingField" }));
}

function splitKey(key: string): readonly [field: string, entry?: string] {
  const slash = key.indexOf("/");
  return slash < 0 ? [key] : [key.slice(0, slash), key.slice(slash + 1)];
}
