import { OP_BYTES_MAX, type Op } from "../wire/sync";
import { missingFields, valueFaults } from "./body";
import { parseRecordId } from "./ids";
import { kindSchema } from "./schemas";
import { SCHEMA_VERSIONS } from "./version";
import type { RecordKind } from "./kinds";

export const REJECT_CODES = [
  "malformed",
  "tooLarge",
  "badKey",
  "badValue",
  "missingField",
  "kindDiffers",
  "serverKind",
  "nothingToDelete",
] as const;
/** Why an op can never be applied as it stands. */
export type RejectCode = (typeof REJECT_CODES)[number];

export interface Rejection {
  readonly code: RejectCode;
  /** The key of the patch at fault. */
  readonly key?: string;
}

const KIND = /^[a-z][a-z0-9_]{0,39}$/;
const EPOCH_MAX = 64;

/**
 * What makes an op impossible whatever the server holds; null when nothing does. A kind or schema newer than ours
 * is only measured, not read: it must pass through.
 */
export function validateOp(op: Op): Rejection | null {
  if (!isWellFormed(op)) return { code: "malformed" };
  if (isLonger(JSON.stringify(op), OP_BYTES_MAX)) return { code: "tooLarge" };
  if (op.kind === "grant" || (op.kind === "held" && op.del !== true)) return { code: "serverKind" };

  const isNewer = isNewerThanOurs(op);
  const [fault] = valueFaults(isNewer ? null : kindSchema(op.kind), op.patch);
  if (fault) return { code: fault.fault, key: fault.key };

  const begins = op.base === 0 && op.after === undefined && op.del !== true && !isNewer;
  const [missing] = begins ? missingFields(op.kind, op.patch) : [];
  return missing ? { code: missing.fault, key: missing.key } : null;
}

/** Whether a newer core made the op: its fields are then not ours to judge. */
export function isNewerThanOurs(op: Op): boolean {
  return kindSchema(op.kind) === null || op.schema > SCHEMA_VERSIONS[op.kind as RecordKind];
}

function isWellFormed(op: Op): boolean {
  return (
    parseRecordId(op.opId) === op.opId &&
    parseRecordId(op.record) === op.record &&
    (op.after === undefined || parseRecordId(op.after) === op.after) &&
    KIND.test(op.kind) &&
    Number.isSafeInteger(op.schema) &&
    op.schema >= 1 &&
    Number.isSafeInteger(op.base) &&
    op.base >= 0 &&
    op.epoch.length <= EPOCH_MAX &&
    (op.del !== true || Object.keys(op.patch).length === 0)
  );
}

// Nothing takes more than three bytes a code unit: hardly any op has to be counted.
function isLonger(text: string, bytes: number): boolean {
  return text.length * 3 > bytes && utf8Length(text) > bytes;
}

// Bytes of the text as it travels, without TextEncoder, which core does not have.
function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
