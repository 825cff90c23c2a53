import type { FieldShape } from "@legwork/core/exchange";
import type { Json } from "@legwork/core/record";
import type { RefusedChange } from "@/data";
import { parseNumber } from "@/ui/parse-number";

/** The key that a person can set right; null when the fault lies in no single value. */
export function mendableKey({ code, key }: RefusedChange["refusal"]): string | null {
  return code === "badValue" || code === "badKey" || code === "missingField" ? key : null;
}

/** What was typed as a value of its shape; null when it is none. */
export function typedValue(shape: FieldShape, typed: string): Json {
  const text = typed.trim();
  switch (shape.type) {
    case "number": {
      const number = parseNumber(text);
      if (number === null || (shape.whole && !Number.isInteger(number))) return null;
      if (shape.lowest !== null && number < shape.lowest) return null;
      return shape.highest !== null && number > shape.highest ? null : number;
    }
    case "yesNo":
      return text === "true" ? true : text === "false" ? false : null;
    case "text":
    case "day":
    case "clockTime":
    case "choice":
    default:
      return text === "" ? null : text;
  }
}
