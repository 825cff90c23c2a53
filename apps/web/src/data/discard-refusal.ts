import type { RecordId } from "@legwork/core/record";
import { readCurrentRunner } from "@/local-db";
import { discardRefused } from "@/sync";
import { announceChange, localDb } from "./local-store";

/** Lets refused changes of a record go, and those that wait behind them. */
export async function discardRefusal(record: RecordId) {
  const db = localDb();
  await discardRefused(db, await readCurrentRunner(db), record);
  announceChange();
}
