/** A cell as it is handed in. A number is written with a point; nothing stays empty. */
export type Cell = string | number | null;

/** A spreadsheet takes a text that begins so for a formula, or for a command. */
const FORMULA = /^[=+\-@\t\r]/;

/** RFC 4180: lines end with CR LF, a cell with a comma, a quote or a line end stands in quotes. A text that a spreadsheet would run begins with an apostrophe. */
export function makeCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}

/** What a cell says in the file. */
export function harmlessText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export type ParsedCsv =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly error: { readonly kind: "openQuote" | "afterQuote"; readonly line: number } };

/** Reads RFC 4180; a line may end with LF alone, and the last one need not end. Empty lines at the end are none. */
export function parseCsv(text: string): ParsedCsv {
  const rows: string[][] = [];
  let row: string[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const cell = quoted ? readQuoted(text, at) : readPlain(text, at);
    if (cell === null) return { ok: false, error: { kind: "openQuote", line } };
    row.push(cell.value);
    line += cell.value.split("\n").length - 1;
    at = cell.end;
    const next = text.slice(at, at + 2);
    if (next.startsWith(",")) {
      at += 1;
      if (at === text.length) row.push("");
      continue;
    }
    const lineEnd = next === "\r\n" ? 2 : next.startsWith("\n") ? 1 : 0;
    if (lineEnd === 0 && at < text.length) return { ok: false, error: { kind: "afterQuote", line } };
    rows.push(row);
    row = [];
    line += 1;
    at += lineEnd;
  }
  if (row.length > 0) rows.push(row);
  return { ok: true, rows };
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = harmlessText(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

interface ReadCell {
  readonly value: string;
  readonly end: number;
}

function readPlain(text: string, from: number): ReadCell {
  let end = from;
  while (end < text.length && text[end] !== "," && text[end] !== "\n" && text.slice(end, end + 2) !== "\r\n") end += 1;
  return { value: text.slice(from, end), end };
}

function readQuoted(text: string, from: number): ReadCell | null {
  let value = "";
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}
