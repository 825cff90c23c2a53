import type { randomUUID } from "node:crypto";

type Uuid = ReturnType<typeof randomUUID>;

/** Makes every id of a run follow from its number, so that a seed tells the same story twice. Returns the way back. */
export function seedIds(): () => void {
  const { crypto } = globalThis;
  let count = 0;
  // An own property in front of the platform's; taking it away is the way back.
  Object.defineProperty(crypto, "randomUUID", { configurable: true, value: () => countedId((count += 1)) });
  return () => void Reflect.deleteProperty(crypto, "randomUUID");
}

/** A well-formed random UUID (version 4) that stands for a number. Multiplied, so that the order of ids is not that of their making. */
export function countedId(count: number): Uuid {
  const spread = Math.imul(count, 0x9e3779b1) >>> 0;
  const hex = `${spread.toString(16).padStart(8, "0")}${count.toString(16).padStart(24, "0")}`;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}` as Uuid;
}
