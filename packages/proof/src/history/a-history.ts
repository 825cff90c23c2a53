import { digestOf, toSynced, type Body, type RecordId, type StoredRecord } from "@legwork/core/record";
import type { Op, OpResult, SyncedRecord } from "@legwork/core/wire";
import { countedId } from "../simulation/chance";
import type { FinalDevice, FinalServer, FinalState, HistoryEvent, SyncAnswered, WriteEvent } from "./types";

/** Builders for hand-made histories: one runner, one comment, two devices. */
const COMMENT = countedId(1) as string as RecordId;
export const OWNER = "mo";

function opId(count: number): string {
  return countedId(1_000 + count);
}

export function op(count: number, change: Partial<Op> = {}): Op {
  return {
    opId: opId(count),
    record: COMMENT,
    kind: "comment",
    schema: 1,
    base: 0,
    epoch: "e1",
    patch: { text: `v${count}` },
    ...change,
  };
}

type Invoked = Extract<WriteEvent, { phase: "invoke" }>;

/** A tap that was called saved. */
export function saved(device: string, value: string, change: Partial<Invoked> = {}): readonly HistoryEvent[] {
  const call = `write ${device} ${value}`;
  const invoke: Invoked = {
    type: "write",
    phase: "invoke",
    call,
    device,
    account: OWNER,
    record: COMMENT,
    kind: "comment",
    change: { key: "text", value },
    merge: "latest",
    known: "byAll",
    ...change,
  };
  return [invoke, { type: "write", phase: "ok", call }];
}

export interface Exchange {
  readonly device?: string;
  readonly account?: string;
  readonly ops?: readonly Op[];
  readonly results?: readonly OpResult[];
  readonly changes?: readonly SyncedRecord[];
  readonly cursor?: number;
  readonly epoch?: string;
}

let exchanges = 0;

/** A request and the answer that reached the device. */
export function exchanged({
  device = "phone",
  account = OWNER,
  ops = [],
  results = [],
  ...answer
}: Exchange): readonly HistoryEvent[] {
  const call = `sync ${(exchanges += 1)}`;
  const ok: SyncAnswered = {
    type: "sync",
    phase: "ok",
    call,
    epoch: answer.epoch ?? "e1",
    head: answer.cursor ?? 1,
    cursor: answer.cursor ?? 1,
    results,
    changes: answer.changes ?? [],
  };
  return [{ type: "sync", phase: "invoke", call, device, account, epoch: "e1", cursor: 0, ops }, ok];
}

export function applied(count: number, rev: number): OpResult {
  return { opId: opId(count), status: "applied", rev };
}

export function committed(count: number, rev: number, account = OWNER): HistoryEvent {
  const record = { id: COMMENT, kind: "comment", rev, opId: opId(count) };
  return { type: "commit", account, epoch: "e1", head: rev, opIds: [opId(count)], records: [record] };
}

export function record(rev: number, body: Body, change: Partial<StoredRecord> = {}): StoredRecord {
  const author = change.author ?? OWNER;
  const keyRev = Object.fromEntries(Object.keys(body).map((key) => [key, [rev, author] as const]));
  return {
    id: COMMENT,
    kind: "comment",
    schema: 1,
    body,
    rev,
    keyRev,
    deleted: false,
    author,
    opId: opId(rev),
    ...change,
  };
}

/** What travels of a record. */
export function told(one: StoredRecord): SyncedRecord {
  return toSynced(one);
}

export function shows(device: string, cursor: number, known: readonly StoredRecord[]): HistoryEvent {
  return { type: "shows", state: { device, epoch: "e1", cursor, records: known.map(seen) } };
}

/** A record that the device holds and the server has not told it of. */
export function showsUntold(device: string, one: StoredRecord): HistoryEvent {
  return { type: "shows", state: { device, epoch: "e1", cursor: 0, records: [{ ...seen(one), server: null }] } };
}

function seen(one: StoredRecord) {
  const { id, kind, body, deleted } = one;
  return { id, kind, body, deleted, server: told(one) };
}

export function device(name: string, known: readonly StoredRecord[], change: Partial<FinalDevice> = {}): FinalDevice {
  const cursor = Math.max(0, ...known.map(({ rev }) => rev));
  const records = known.map(seen);
  return {
    device: name,
    account: OWNER,
    scope: null,
    epoch: "e1",
    cursor,
    records,
    ops: [],
    cyclesToRest: 1,
    ...change,
  };
}

/** A server that holds these records, one receipt for each, and the devices at its side. */
export function atRest(
  records: readonly StoredRecord[],
  devices: readonly FinalDevice[],
  server: Partial<FinalServer> = {},
): FinalState {
  const receipts = records.map(({ opId: id, author, rev }) => ({ opId: id, author, rev }));
  const head = Math.max(0, ...records.map(({ rev }) => rev));
  return {
    owner: OWNER,
    server: { epoch: "e1", head, digest: digestOf(records), records, past: [], receipts, ...server },
    devices,
    cyclesAllowed: 4,
  };
}
