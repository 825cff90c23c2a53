/** Reads what a keypad of any country types: `7.5`, `7,5`, ` 7 `. Null when it is no number. */
export function parseNumber(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  return /^-?\d+(\.\d*)?$/.test(plain) ? Number(plain) : null;
}
