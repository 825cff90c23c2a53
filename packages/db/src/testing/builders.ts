import { randomUUID } from "node:crypto";
import type { RecordId, RunnerId, StoredRecord } from "@legwork/core/record";
import { type Db, inTransaction } from "../connection";
import type { Push } from "../push";
import { createRunner } from "../runner";

/** A runner id as a phone makes it. */
export function newRunnerId(): RunnerId {
  return randomUUID() as string as RunnerId;
}

/** A runner with an account of its own and no records. */
export async function makeRunner(db: Db): Promise<RunnerId> {
  const runner = newRunnerId();
  await inTransaction(db, (tx) => createRunner(tx, { account: `account of ${runner}`, runner }));
  return runner;
}

/** An empty run log; a test names what matters. */
export function makeRecord(fields: Partial<StoredRecord> = {}): StoredRecord {
  return {
    id: randomUUID() as string as RecordId,
    kind: "run_log",
    schema: 1,
    body: {},
    rev: 1,
    keyRev: {},
    deleted: false,
    author: "me",
    opId: randomUUID(),
    ...fields,
  };
}

/** What changes nothing but the head; a test names what matters. */
export function makePush(fields: Partial<Push> & Pick<Push, "runner" | "head">): Push {
  return { records: [], created: new Set(), past: [], receipts: [], digest: {}, ...fields };
}
