import { v4 as randomId } from "uuid";
import type { Json, RecordId, RecordKind, RunnerId } from "@legwork/core/record";
import { openLocalDb, type PhoneDb, readCurrentRunner, type StoredRecord } from "@/local-db";
import { type CycleOutcome, runCycle } from "../cycle";
import { carryOver } from "../join-account";
import { readSyncStatus, type SyncStatus } from "../status";
import { changeStream } from "../stream";
import type { Transport } from "../transport";
import { writeRecords } from "../write";

/** A phone with a database of its own; `again` opens the same one as a second tab or after a kill. */
export interface Phone {
  readonly db: PhoneDb;
  readonly name: string;
  readonly runner: RunnerId;
  write(id: RecordId, patch: Readonly<Record<string, Json>>, kind?: RecordKind): Promise<void>;
  remove(id: RecordId): Promise<void>;
  sync(): Promise<CycleOutcome>;
  shown(id: RecordId): Promise<StoredRecord | undefined>;
  status(): Promise<SyncStatus>;
  again(): Promise<Phone>;
}

export async function makePhone(server: Transport, options: { name?: string; runner?: RunnerId } = {}): Promise<Phone> {
  const name = options.name ?? `phone-${randomId()}`;
  const db = openLocalDb({ name, carryOver });
  if (options.runner !== undefined) await adopt(db, options.runner);
  const runner = await readCurrentRunner(db);
  await db.write(["streams"], (tx) => changeStream(tx, runner, { state: "live" }));
  let clock = 1_000;
  const now = () => (clock += 1);
  return {
    db,
    name,
    runner,
    write: (id, patch, kind = "settings") => writeRecords(db, [{ id, kind, patch }], now()),
    remove: (id) => writeRecords(db, [{ id, kind: "settings", patch: {}, del: true }], now()),
    sync: () => runCycle({ db: db.account(runner), transport: server, runner, now, insist: true }),
    shown: (id) => db.read(["records"], (tx) => tx.objectStore("records").get([runner, id])),
    status: () => readSyncStatus(db),
    again: () => makePhone(server, { name }),
  };
}

export function recordId(): RecordId {
  return randomId() as RecordId;
}

async function adopt(db: PhoneDb, runner: RunnerId) {
  await db.account(runner).bear();
  await db.show(runner);
}
