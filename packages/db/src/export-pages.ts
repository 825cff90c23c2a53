import type { PastValue, RecordId, RunnerId, StoredRecord } from "@legwork/core/record";
import { type Connection, rowsOf } from "./connection";
import type { SeenDevice } from "./device";
import type { AccessGrant } from "./grant";

/** A record with everything the server keeps of it. */
export interface KeptRecord extends StoredRecord {
  readonly changedAt: Date;
}

/** What one op put aside of one record. */
export interface KeptPast {
  readonly rev: number;
  readonly id: RecordId;
  readonly values: readonly PastValue[];
  readonly at: Date;
}

/** A grant, in force or ended. */
export interface EverGrant extends Omit<AccessGrant, "runner"> {
  readonly revokedAt: Date | null;
}

const RECORDS_BY_ID = {
  name: "records_by_id",
  text: `select id, kind, schema, body, rev, deleted, author, op_id as "opId", key_rev as "keyRev", changed_at as "changedAt"
         from record where runner_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
};
const PAST_BY_REV = {
  name: "past_by_rev",
  text: `select rev, id, "values", at from record_past
         where runner_id = $1 and ($2::uuid is null or (rev, id) > ($3::bigint, $2)) order by rev, id limit $4`,
};
const DEVICES_BY_NAME = {
  name: "devices_by_name",
  text: `
    select device, account, cursor, json_build_object('count', outbox_count, 'oldestS', outbox_oldest_s) as outbox, last_seen as "lastSeen"
    from device where runner_id = $1 and device > $2 order by device limit $3`,
};
const GRANTS_EVER = {
  name: "grants_ever",
  text: `select grantee, squad_id as squad, read, write, since, revoked_at as "revokedAt" from access_grant
         where runner_id = $1 order by since, grantee`,
};

/** One page of records in the order of ids: none is told twice, however many change meanwhile. */
export function recordsAfter(
  connection: Connection,
  runner: RunnerId,
  { last, limit }: { readonly last: KeptRecord | null; readonly limit: number },
): Promise<readonly KeptRecord[]> {
  return rowsOf<KeptRecord>(connection, RECORDS_BY_ID, [runner, last?.id ?? null, limit]);
}

/** One page of what was put aside, oldest first. */
export function pastAfter(
  connection: Connection,
  runner: RunnerId,
  { last, limit }: { readonly last: KeptPast | null; readonly limit: number },
): Promise<readonly KeptPast[]> {
  return rowsOf<KeptPast>(connection, PAST_BY_REV, [runner, last?.id ?? null, last?.rev ?? null, limit]);
}

/** One page of devices in the order of their names. */
export function devicesAfter(
  connection: Connection,
  runner: RunnerId,
  { last, limit }: { readonly last: SeenDevice | null; readonly limit: number },
): Promise<readonly SeenDevice[]> {
  return rowsOf<SeenDevice>(connection, DEVICES_BY_NAME, [runner, last?.device ?? "", limit]);
}

/** All grants of a runner, ended ones too, oldest first. */
export function grantsEver(connection: Connection, runner: RunnerId): Promise<readonly EverGrant[]> {
  return rowsOf<EverGrant>(connection, GRANTS_EVER, [runner]);
}
