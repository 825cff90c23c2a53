import type { Body, Json, RecordKind } from "./kinds";
import { sameJson } from "./same-json";

/**
 * How the bodies of a kind went from one schema version to the next: by new fields only, or by a field that became another. A field never
 * changes its meaning under its old name, so one body may hold both and phones of both ages may go on writing it.
 */
export type SchemaStep = "addition" | Renaming;

export interface Renaming {
  /** The field of the older schema. */
  readonly field: string;
  /** The field that says the same in the newer one. */
  readonly becomes: string;
  readonly raise: (value: Json) => Json;
  /** Back again, as well as the older field can say it; `lower(raise(x))` is x. */
  readonly lower: (value: Json) => Json;
}

/** The step into each version from 2 on: as many per kind as its version in `SCHEMA_VERSIONS` less one. */
export const SCHEMA_STEPS: Readonly<Record<RecordKind, readonly SchemaStep[]>> = {
  programme: ["addition", "addition"],
  settings: [],
  run_plan: [],
  week_plan: [],
  session_log: ["addition"],
  run_log: [],
  run_feel: [],
  health: ["addition"],
  strength_test: [],
  adjustments: [],
  comment: [],
  grant: [],
  held: [],
};

/**
 * `body` as if all of it had been written in our schema, for reading only: stored and sent it stays as it came. Where the older field says
 * something else than the newer one, a phone of the older schema wrote last, and its word counts.
 */
export function raiseBody(steps: readonly SchemaStep[], body: Body): Body {
  return renamings(steps).reduce(raiseField, body);
}

/** `patch` with the older fields beside the newer ones, so that phones of every older schema read what was written. */
export function lowerPatch(steps: readonly SchemaStep[], patch: Body): Body {
  return renamings(steps).toReversed().reduce(lowerField, patch);
}

function raiseField(body: Body, { field, becomes, raise, lower }: Renaming): Body {
  const raised: Record<string, Json> = { ...body };
  for (const [key, older] of Object.entries(body)) {
    const entry = entryOf(key, field);
    if (entry === null) continue;
    const newer = body[becomes + entry] ?? null;
    const isSaid = newer === null ? older === null : sameJson(lower(newer), older);
    if (!isSaid) raised[becomes + entry] = older === null ? null : raise(older);
    // Read for what it means under the newer name.
    delete raised[key];
  }
  return raised;
}

function lowerField(patch: Body, { field, becomes, lower }: Renaming): Body {
  const lowered = Object.entries(patch).flatMap(([key, value]): readonly [string, Json][] => {
    const entry = entryOf(key, becomes);
    return entry === null ? [] : [[field + entry, value === null ? null : lower(value)]];
  });
  return { ...patch, ...Object.fromEntries(lowered) };
}

/** What follows the field in `key`: nothing, or `/entry`; null for a key of another field. */
function entryOf(key: string, field: string): string | null {
  if (key === field) return "";
  return key.startsWith(`${field}/`) ? key.slice(field.length) : null;
}

function renamings(steps: readonly SchemaStep[]): readonly Renaming[] {
  return steps.flatMap((step) => (step === "addition" ? [] : [step]));
}
