import { parseClockTime, type ClockTime } from "@legwork/core/calendar";
import { parseNumber } from "@/ui/parse-number";

/** A whole number from `min` to `max`; null for anything else. */
export function readWhole(text: string, [min, max]: readonly [min: number, max: number]): number | null {
  const value = parseNumber(text);
  return value !== null && Number.isInteger(value) && value >= min && value <= max ? value : null;
}

export type ReadSetting<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: "outOfRange" | "timeMissing" | "sameTime" };

/** A number that has to be there. */
export function readNumber(text: string, range: readonly [min: number, max: number]): ReadSetting<number> {
  const value = readWhole(text, range);
  return value === null ? { ok: false, problem: "outOfRange" } : { ok: true, value };
}

/** A number, or nothing for "as planned". */
export function readOptionalNumber(
  text: string,
  range: readonly [min: number, max: number],
): ReadSetting<number | null> {
  return text.trim() === "" ? { ok: true, value: null } : readNumber(text, range);
}

/** The time of strength; it cannot be the other time as well. */
export function readStrengthTime(text: string, other: ClockTime | null): ReadSetting<ClockTime> {
  const value = parseClockTime(text);
  if (value === null) return { ok: false, problem: "timeMissing" };
  return value === other ? { ok: false, problem: "sameTime" } : { ok: true, value };
}

/** Another time that suits, or none. */
export function readOtherTime(text: string, strengthTime: ClockTime): ReadSetting<ClockTime | null> {
  if (text === "") return { ok: true, value: null };
  return readStrengthTime(text, strengthTime);
}
