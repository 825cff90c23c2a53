import type { Json, ProgrammeFields } from "@legwork/core/record";

/** Keys of the programme's body with their new values; null removes. */
export type ProgrammePatch = Readonly<Record<string, Json>>;

/** The patch that brings back what `patch` changes. */
export function patchBack(fields: ProgrammeFields, patch: ProgrammePatch): ProgrammePatch {
  return Object.fromEntries(Object.keys(patch).map((key) => [key, valueAt(fields, key)]));
}

function valueAt(fields: ProgrammeFields, key: string): Json {
  const [field = "", entry] = key.split("/");
  const value = (asJson(fields)[field] ?? null) as Json;
  if (entry === undefined || value === null) return value;
  return (value as Readonly<Record<string, Json>>)[entry] ?? null;
}

// What was read from a body is JSON; its type only lacks the index signature.
function asJson(fields: ProgrammeFields): Readonly<Record<string, unknown>> {
  return { ...fields };
}
