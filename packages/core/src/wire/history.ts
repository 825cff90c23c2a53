import * as v from "valibot";
import type { RecordId, RunnerId } from "../record/kinds";
import { SyncedRecord } from "./sync";

/** Replaced values are shown this long; the export has them for as long as the account lives. Our own choice. */
export const HISTORY_DAYS = 30;

/** A record as it stood for a while. */
export const RecordVersion = v.pipe(
  v.object({
    /** As it stood; `rev` is the change that made it so, `author` who made that change. */
    record: SyncedRecord,
    /** ISO instant of the change that replaced it; null = it stands. */
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
