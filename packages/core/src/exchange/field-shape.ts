import { type KindSchema, kindSchema } from "../record/schemas";
import { clockTime, localDate } from "../record/values";

/** How a person would enter a value: what a simple control can hold. */
export type FieldShape =
  | {
      readonly type: "number";
      readonly lowest: number | null;
      readonly highest: number | null;
      readonly whole: boolean;
    }
  | { readonly type: "text"; readonly longest: number | null }
  | { readonly type: "day" }
  | { readonly type: "clockTime" }
  | { readonly type: "choice"; readonly options: readonly string[] }
  | { readonly type: "yesNo" };

type FieldSchema = KindSchema["registers"][string];

/** The shape of the value at `key`; null when it is no single value, or of a newer core. */
export function fieldShape(kind: string, key: string): FieldShape | null {
  const schema = kindSchema(kind);
  const [field = "", entry] = key.split("/", 2);
  if (schema === null) return null;
  const lists = entry === undefined ? schema.registers : schema.maps;
  if (!Object.hasOwn(lists, field)) return null;
  const value = entry === undefined ? schema.registers[field] : schema.maps[field]?.value;
  return value === undefined ? null : shapeOf(value);
}

/** The fields of a kind, maps included; empty for a kind of a newer core. */
export function fieldNames(kind: string): readonly string[] {
  const schema = kindSchema(kind);
  return schema === null ? [] : [...Object.keys(schema.registers), ...Object.keys(schema.maps)];
}

function shapeOf(schema: FieldSchema): FieldShape | null {
  if (schema === localDate) return { type: "day" };
  if (schema === clockTime) return { type: "clockTime" };
  switch (schema.type) {
    case "number":
      return {
        type: "number",
        lowest: numberOf(schema, "min_value"),
        highest: numberOf(schema, "max_value"),
        whole: has(schema, "integer"),
      };
    case "string":
      // An instant or a zone has a form of its own: not for typing.
      return has(schema, "iso_timestamp") || has(schema, "regex")
        ? null
        : { type: "text", longest: numberOf(schema, "max_length") };
    case "boolean":
      return { type: "yesNo" };
    case "picklist": {
      const options = optionsOf(schema);
      return options === null ? null : { type: "choice", options };
    }
    default:
      return null;
  }
}

interface Check {
  readonly type: string;
  readonly requirement?: unknown;
}

// A schema in a pipe lists its checks beside it; the types of valibot tell it only of schemas known by name.
function checksOf(schema: FieldSchema): readonly Check[] {
  return "pipe" in schema && Array.isArray(schema.pipe) ? (schema.pipe as Check[]) : [];
}

function has(schema: FieldSchema, check: string): boolean {
  return checksOf(schema).some(({ type }) => type === check);
}

function numberOf(schema: FieldSchema, check: string): number | null {
  const requirement = checksOf(schema).find(({ type }) => type === check)?.requirement;
  return typeof requirement === "number" ? requirement : null;
}

function optionsOf(schema: FieldSchema): readonly string[] | null {
  const options: unknown = "options" in schema ? schema.options : null;
  return Array.isArray(options) && options.every((each) => typeof each === "string") ? options : null;
}
