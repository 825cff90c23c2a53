import { hash } from "node:crypto";
import { type RejectCode, validateOp } from "@legwork/core/record";
import { Op } from "@legwork/core/wire";
import * as v from "valibot";

/** Why an op is refused: a code of core's, or one that only the server can find. */
export interface Refusal {
  readonly code: RejectCode | "opIdReused" | "notWritable" | "unstorable";
  /** The key of the patch at fault. */
  readonly key?: string;
}

/** An op of a request, judged as far as that goes without the stream. */
export type ReadOp =
  | { readonly ok: true; readonly op: Op; readonly raw: string; readonly hash: string }
  | { readonly ok: false; readonly opId: string; readonly refusal: Refusal; readonly raw: string };

/** What every op must have, so that its result can be named. */
export const NamedOp = v.looseObject({ opId: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) });
export type NamedOp = v.InferOutput<typeof NamedOp>;

/** Deeper values than this no field has; JSON.stringify itself gives up at some thousands. Our own choice. */
const DEPTH_MAX = 32;

/** Reads an op alone, so that a bad one delays no other. */
export function readOp(named: NamedOp): ReadOp {
  const { opId } = named;
  if (isDeeper(named, DEPTH_MAX)) {
    return { ok: false, opId, refusal: { code: "malformed" }, raw: JSON.stringify({ opId, tooDeep: true }) };
  }
  const raw = JSON.stringify(named);
  const parsed = v.safeParse(Op, named);
  if (!parsed.success) return { ok: false, opId, refusal: { code: "malformed" }, raw };
  const refusal = droppedKey(named, parsed.output) ?? validateOp(parsed.output);
  if (refusal !== null) return { ok: false, opId, refusal, raw };
  return { ok: true, op: parsed.output, raw, hash: hash("sha256", raw) };
}

/** Valibot leaves out `__proto__`, `prototype` and `constructor`: nothing sent may vanish behind an "applied". */
function droppedKey({ patch: sent }: NamedOp, { patch: read }: Op): Refusal | null {
  const key = Object.keys(sent ?? {}).find((one) => !Object.hasOwn(read, one));
  return key === undefined ? null : { code: "badKey", key };
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
