import * as v from "valibot";
import { ProblemError } from "../problem";
import { inflated, tooLarge } from "./inflated";

// fatal: two bodies that differ must not become one.
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The body as JSON, inflated when it was compressed; refused unread when it is longer than `maxBytes`, on the wire or inflated. */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const bytes = await inflated(await readBytes(request, maxBytes), {
    encoding: request.headers.get("Content-Encoding"),
    maxBytes,
  });
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    throw new ProblemError("invalidRequest", { detail: "The body is not JSON in UTF-8." });
  }
}

/** The body under `schema`, or a problem that names the first place where they disagree. */
export async function readBody<Schema extends v.GenericSchema>(
  request: Request,
  schema: Schema,
  maxBytes = BODY_BYTES_MAX,
): Promise<v.InferOutput<Schema>> {
  return parseOr400(schema, await readJson(request, maxBytes));
}

/** Longest body of a route that takes only a few fields. Our own choice. */
const BODY_BYTES_MAX = 16 * 1024;

export function parseOr400<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, input, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const at = issue.path ? pathText(issue.path.map((item) => item.key)) : "";
  throw new ProblemError("invalidRequest", { detail: issue.message, ...(at === "" ? {} : { at }) });
}

function pathText(keys: readonly unknown[]): string {
  return keys
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const said = request.headers.get("Content-Length");
  if (Number(said ?? 0) > maxBytes) throw tooLarge(maxBytes);
  if (said !== null) {
    // No more comes than was said, and read as a whole it need not become a web stream first.
    const whole = new Uint8Array(await request.arrayBuffer());
    if (whole.byteLength > maxBytes) throw tooLarge(maxBytes);
    return whole;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
