import * as v from "valibot";
import type { RecordId, RunnerId } from "../record/kinds";
import { SyncedRecord } from "./sync";

/** Replaced values are shown this long; the export has them for as long as the account lives. Our own choice. */
export const HISTORY_DAYS = 30;

/** A record as it stood for a while. */
export const RecordVersion = v.pipe(
  v.object({
    /** As it stood; `rev` is the change that made it so, `author` who made that change. `opId` is empty for a version that was replaced. */
    record: SyncedRecord,
    /** ISO instant of the change that replaced it, at the latest where that change only added; null = it stands. */
    replacedAt: v.nullable(v.string()),
  }),
  v.readonly(),
);
export type RecordVersion = v.InferOutput<typeof RecordVersion>;

/** Newest first, the standing one included. */
export const RecordHistory = v.pipe(v.object({ versions: v.pipe(v.array(RecordVersion), v.readonly()) }), v.readonly());
export type RecordHistory = v.InferOutput<typeof RecordHistory>;

/** `GET /api/runners/:runner/records/:record/history`; the runner's own account only. */
export function historyPath(runner: RunnerId, record: RecordId): string {
  return `/api/runners/${runner}/records/${record}/history`;
}

/** An op of this runner's stream that the server refused and keeps aside. */
export const Refusal = v.pipe(
  v.object({
    /** SHA-256 of the op, hex: its name here. */
    hash: v.string(),
    /** The op as it came, JSON text. */
    op: v.string(),
    code: v.string(),
    /** Account of whoever sent it. */
    author: v.string(),
    /** ISO instant. */
    at: v.string(),
  }),
  v.readonly(),
);
export type Refusal = v.InferOutput<typeof Refusal>;

/** In the order of hashes. `next`: pass as `after` for the next page; null at the end. */
export const RefusalPage = v.pipe(
  v.object({ refusals: v.pipe(v.array(Refusal), v.readonly()), next: v.nullable(v.string()) }),
  v.readonly(),
);
export type RefusalPage = v.InferOutput<typeof RefusalPage>;

/** `GET /api/runners/:runner/refusals?after=<hash>` → RefusalPage · `DELETE …/refusals/:hash`; the runner's own account only. */
export function refusalsPath(runner: RunnerId): string {
  return `/api/runners/${runner}/refusals`;
}
