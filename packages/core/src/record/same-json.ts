import type { Json } from "./kinds";

/** Whether two JSON values say the same, whatever the order of their keys. */
export function sameJson(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object") return false;
  const entries = Object.entries(one);
  const others = new Map<string, Json>(Object.entries(other));
  if (Array.isArray(one) !== Array.isArray(other) || entries.length !== others.size) return false;
  return entries.every(([key, value]) => {
    const counterpart = others.get(key);
    return counterpart !== undefined && sameJson(value, counterpart);
  });
}
