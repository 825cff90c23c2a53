import { v5 as uuidV5, validate as isUuid, version } from "uuid";
import type { Op, SyncedRecord } from "../wire/sync";
import type { Body, Json, RecordId } from "./kinds";
import { sameJson } from "./same-json";

/** Of the UUIDs that follow from a name. */
const OFFER_ID_VERSION = 5;

export interface OfferId {
  /** The history to which the record is offered. */
  readonly epoch: string;
  readonly record: RecordId;
  /** The op that wrote it last in the history that ended. */
  readonly opId: string;
  /** Account of the session that offers it. */
  readonly account: string;
  /** All else that the op says: one opId has one text for ever. */
  readonly text: string;
}

/** opId of an offer: the same on every device of an account that offers the same, another one for another account, whose receipt would not count. */
export function offerId({ epoch, record, opId, account, text }: OfferId): string {
  return uuidV5(`${epoch}/${record}/${opId}/${account}/${text}`, record);
}

/** Whether `opId` is that of an offer: every other op has a random one. */
export function isOfferId(opId: string): boolean {
  return isUuid(opId) && version(opId) === OFFER_ID_VERSION;
}

export interface OfferInput {
  /** The record as this device had it when the server went backwards. */
  readonly mine: SyncedRecord;
  /** The record as the server has it now; null when it has none. */
  readonly theirs: SyncedRecord | null;
  /** The present epoch, and the head at the restore that began it, as the answer to a sync told. */
  readonly epoch: string;
  readonly restoreHead: number;
  readonly account: string;
}

// Only the server writes these: what was held or granted comes back with the op that made it so.
const SERVER_KINDS: ReadonlySet<string> = new Set(["grant", "held"]);

/**
 * The one op that gives a server which went backwards what it has forgotten of a record; null when there is nothing to give. Its bytes
 * are the same on every device of the account that holds the same state. Its base is the restore point: what stood in the backup was
 * seen by whoever saw more, and what was written since the restore stands.
 */
export function offerOf({ mine, theirs, epoch, restoreHead, account }: OfferInput): Op | null {
  // A rev of the ended history up to the restore point is in the backup: the server has this state or a later one.
  if (SERVER_KINDS.has(mine.kind) || mine.rev <= restoreHead) return null;
  if (theirs === null ? mine.deleted : saysTheSame(mine, theirs)) return null;
  const { id: record, kind, schema, opId: lastOpId } = mine;
  const common = { record, kind, schema, base: theirs === null ? 0 : restoreHead, epoch };
  const said = mine.deleted
    ? { ...common, patch: {}, del: true as const }
    : { ...common, patch: inOrder<Body>(mine.body) };
  return { opId: offerId({ epoch, record, opId: lastOpId, account, text: JSON.stringify(said) }), ...said };
}

function saysTheSame(mine: SyncedRecord, theirs: SyncedRecord): boolean {
  if (mine.deleted || theirs.deleted) return mine.deleted === theirs.deleted;
  return Object.entries(mine.body).every(([key, value]) => sameJson(value, theirs.body[key] ?? null));
}

// Two devices may have got the keys in another order.
function inOrder<Value extends Json>(value: Value): Value;
function inOrder(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each: Json) => inOrder(each));
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, inOrder(each)]));
}
