import type { Body } from "@legwork/core/record";

/** The keys under which two bodies say something else; a removed one says nothing. */
export function differingKeys(one: Body, other: Body): readonly string[] {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.filter((key) => JSON.stringify(one[key] ?? null) !== JSON.stringify(other[key] ?? null)).sort();
}
