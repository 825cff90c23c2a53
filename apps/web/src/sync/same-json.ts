import type { Json } from "@legwork/core/record";

/** Equal as JSON, whatever the order of the keys. */
export function sameJson(left: Json, right: Json): boolean {
  if (left === right) return true;
  if (left === null || right === null || typeof left !== "object" || typeof right !== "object") return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((each: Json, index) => sameJson(each, (right as readonly Json[])[index] ?? null))
    );
  }
  const a = left as Readonly<Record<string, Json>>;
  const b = right as Readonly<Record<string, Json>>;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => key in b && sameJson(a[key] ?? null, b[key] ?? null))
  );
}
