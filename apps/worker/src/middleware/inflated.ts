import { promisify } from "node:util";
import { brotliDecompress, gunzip } from "node:zlib";
import { ProblemError } from "../problem";

/** How a body may be compressed on its way to us. */
const INFLATE = { gzip: promisify(gunzip), br: promisify(brotliDecompress) } as const;

export interface Compressed {
  /** The request's `Content-Encoding`; null when it had none. */
  readonly encoding: string | null;
  /** Of what comes out: inflating ends there, however little went in. */
  readonly maxBytes: number;
}

/** The bytes as they were before compression. Refuses an encoding we do not read, what is not in that encoding, and too much of it. */
export async function inflated(bytes: Uint8Array, { encoding, maxBytes }: Compressed): Promise<Uint8Array> {
  const name = (encoding ?? "identity").trim().toLowerCase();
  if (name === "identity" || name === "") return bytes;
  if (name !== "gzip" && name !== "br") {
    const detail = "Content-Encoding may be gzip or br; send the body plain otherwise.";
    throw new ProblemError("wrongMediaType", { detail });
  }
  try {
    return await INFLATE[name](bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ("code" in error && error.code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(maxBytes);
    throw new ProblemError("invalidRequest", { detail: `The body is not ${name}, or was cut off.` });
  }
}

export function tooLarge(maxBytes: number): ProblemError {
  return new ProblemError("tooLarge", { detail: `At most ${maxBytes} bytes.` });
}
