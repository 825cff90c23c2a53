/** All words of all texts in a JSON value, however deep; keys are not texts. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.split(/\s+/);
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
