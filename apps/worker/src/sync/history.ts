import { type RecordId, type RunnerId, versionsOf } from "@legwork/core/record";
import { HISTORY_DAYS, type RecordHistory, type RecordVersion } from "@legwork/core/wire";
import type { StreamStore } from "./stream-store";

export interface HistoryInput {
  readonly runner: RunnerId;
  /** Account of the session. */
  readonly account: string;
  readonly record: RecordId;
  readonly now: Date;
}

/** What one answer holds at most; the export has everything. Our own choice. */
export const VERSIONS_MAX = 200;
const BYTES_MAX = 2 * 1024 * 1024;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The versions of a record that stood within the last days, newest first; null for everybody but the runner, and for no record. */
export async function historyOf(store: StreamStore, input: HistoryInput): Promise<RecordHistory | null> {
  const { runner, account, record, now } = input;
  const past = await store.view(runner, async (view) => (view.head.account === account ? view.history(record) : null));
  if (past === null) return null;
  const since = new Date(now.getTime() - HISTORY_DAYS * DAY_MS).toISOString();
  return { versions: firstOf(versionsOf(past), since) };
}

function firstOf(versions: Iterable<RecordVersion>, since: string): readonly RecordVersion[] {
  const told: RecordVersion[] = [];
  let bytes = 0;
  for (const version of versions) {
    bytes += Buffer.byteLength(JSON.stringify(version.record.body));
    const isOld = version.replacedAt !== null && version.replacedAt < since;
    if (isOld || told.length === VERSIONS_MAX || (told.length > 0 && bytes > BYTES_MAX)) break;
    told.push(version);
  }
  return told;
}
