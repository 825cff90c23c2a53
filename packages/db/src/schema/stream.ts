import type { RecordId, RunnerId } from "@legwork/core/record";
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";

// Everything about one runner starts with runner_id, keys included: a push touches one runner, and so one shard.
const runnerId = () => uuid("runner_id").$type<RunnerId>().notNull();
const recordId = (name: string) => uuid(name).$type<RecordId>().notNull();
const rev = (name: string) => bigint(name, { mode: "number" }).notNull();
const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Which runner an account is. */
export const accountRunner = pgTable("account_runner", {
  // The runner of a session, read with every request.
  accountId: text("account_id").primaryKey(),
  runnerId: uuid("runner_id").$type<RunnerId>().notNull(),
});

/** One row per runner; updating it is the lock under which revs are handed out. */
export const runnerHead = pgTable("runner_head", {
  // lockHead, readHead
  runnerId: uuid("runner_id").$type<RunnerId>().primaryKey(),
  accountId: text("account_id").notNull(),
  /** The history that revs belong to; changes when the server had to go backwards. */
  epoch: uuid("epoch").notNull(),
  head: rev("head").default(0),
  /** Head at the restore point when this epoch began; a base of an older epoch counts at most that. */
  restoreHead: rev("restore_head").default(0),
  /** Of each ended epoch: the last rev that still means what it meant then. */
  endedEpochs: json("ended_epochs").notNull().default({}),
  /** Per kind: count and xor of the live records. */
  digest: json("digest").notNull().default({}),
  /** The server's life in which a device of this runner was last met; another one than the server's suspends all grants. */
  serverEpoch: uuid("server_epoch").notNull(),
  /** Rises with every change of a grant. */
  grantsRev: rev("grants_rev").default(0),
});

/** The current state of each record, tombstones too. */
export const record = pgTable(
  "record",
  {
    runnerId: runnerId(),
    id: recordId("id"),
    kind: text("kind").notNull(),
    schema: bigint("schema", { mode: "number" }).notNull(),
    // json, not jsonb: kept letter by letter, the server never looks inside, and jsonb refuses some legal JSON strings.
    body: json("body").notNull(),
    rev: rev("rev"),
    keyRev: json("key_rev").notNull(),
    deleted: boolean("deleted").notNull(),
    author: text("author").notNull(),
    opId: text("op_id").notNull(),
    /** When it took its rev; shown in its history, never used for order. */
    changedAt: moment("changed_at").notNull().defaultNow(),
  },
  (table) => [
    // readRecords, writePush: the records that a push is about.
    primaryKey({ columns: [table.runnerId, table.id] }),
    // changesAfter: what a device has not seen, in order.
    unique("record_runner_rev").on(table.runnerId, table.rev),
  ],
);

/** Values that were replaced and bodies that were deleted, as long as the account lives. */
export const recordPast = pgTable(
  "record_past",
  {
    runnerId: runnerId(),
    /** Rev of the op that replaced them. */
    rev: rev("rev"),
    id: recordId("id"),
    /** Each with its key, reason, author and the rev it was written at. */
    values: json("values").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [
    // readBuried: the body under a tombstone; and a runner's history in order.
    primaryKey({ columns: [table.runnerId, table.rev, table.id] }),
    // pastOfRecord: the history of one record.
    index("record_past_of_record").on(table.runnerId, table.id, table.rev),
  ],
);

/** Settled ops, so that an op sent twice counts once. */
export const opReceipt = pgTable(
  "op_receipt",
  {
    runnerId: runnerId(),
    opId: text("op_id").notNull(),
    author: text("author").notNull(),
    /** SHA-256 of the op as sent. */
    hash: bytes("hash").notNull(),
    status: text("status").$type<"applied" | "merged" | "held">().notNull(),
    rev: rev("rev"),
  },
  // readReceipts: which of these ops are settled.
  (table) => [primaryKey({ columns: [table.runnerId, table.opId] })],
);

/** Refused ops as they came, a bounded number per runner. */
export const opQuarantine = pgTable(
  "op_quarantine",
  {
    runnerId: runnerId(),
    /** SHA-256 of `op`. */
    hash: bytes("hash").notNull(),
    op: text("op").notNull(),
    code: text("code").notNull(),
    author: text("author").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  // quarantineOps: the same op refused again is one row.
  (table) => [primaryKey({ columns: [table.runnerId, table.hash] })],
);

/** Who beside the runner may read and write which kinds. */
export const accessGrant = pgTable(
  "access_grant",
  {
    runnerId: runnerId(),
    /** Account of the coach. */
    grantee: text("grantee").notNull(),
    squadId: uuid("squad_id").notNull(),
    read: text("read").array().notNull(),
    write: text("write").array().notNull(),
    since: moment("since").notNull().defaultNow(),
    revokedAt: moment("revoked_at"),
  },
  // readGrant, grantsOfRunner
  (table) => [primaryKey({ columns: [table.runnerId, table.grantee] })],
);

/** What each device said last. */
export const device = pgTable(
  "device",
  {
    runnerId: runnerId(),
    device: text("device").notNull(),
    account: text("account").notNull(),
    lastSeen: moment("last_seen").notNull().defaultNow(),
    cursor: rev("cursor"),
    outboxCount: bigint("outbox_count", { mode: "number" }).notNull(),
    outboxOldestS: bigint("outbox_oldest_s", { mode: "number" }).notNull(),
  },
  // saveDevice, devicesOfRunner
  (table) => [primaryKey({ columns: [table.runnerId, table.device] })],
);

/** What a coach's list shows, derived from the records at `rev`; a part per set of kinds, so that a grant removes whole parts. */
export const summary = pgTable(
  "summary",
  {
    runnerId: runnerId(),
    part: text("part").notNull(),
    rev: rev("rev"),
    coreVersion: integer("core_version").notNull(),
    facts: json("facts").notNull(),
  },
  // readSummaries: the parts of a page of runners.
  (table) => [primaryKey({ columns: [table.runnerId, table.part] })],
);
