import type { RunnerId } from "@legwork/core/record";
import { type Connection, rowsOf, type Tx } from "./connection";

/** What a coach may do with one runner, in force. */
export interface AccessGrant {
  readonly runner: RunnerId;
  /** Account of the coach. */
  readonly grantee: string;
  readonly squad: string;
  /** Kinds of records. */
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly since: Date;
}

/** A grant as its runner sees it. */
export interface NamedGrant extends AccessGrant {
  readonly coachName: string;
  readonly squadName: string;
}

const GRANT_COLUMNS = `g.runner_id as runner, g.grantee, g.squad_id as squad, g.read, g.write, g.since`;
const READ_GRANT = {
  name: "read_grant",
  text: `select ${GRANT_COLUMNS} from access_grant g where g.runner_id = $1 and g.grantee = $2 and g.revoked_at is null`,
};
const GRANTS_OF_RUNNER = {
  name: "grants_of_runner",
  text: `
    select ${GRANT_COLUMNS}, coalesce(u.name, '') as "coachName", coalesce(s.name, '') as "squadName"
    from access_grant g left join "user" u on u.id = g.grantee left join squad s on s.squad_id = g.squad_id
    where g.runner_id = $1 and g.revoked_at is null order by g.since, g.grantee`,
};
const WRITE_GRANT = {
  name: "write_grant",
  text: `
    with head as (update runner_head set grants_rev = grants_rev + 1 where runner_id = $1)
    insert into access_grant as g (runner_id, grantee, squad_id, read, write) values ($1, $2, $3, $4, $5)
    on conflict (runner_id, grantee) do update set squad_id = excluded.squad_id, read = excluded.read, write = excluded.write,
      since = case when g.revoked_at is null then g.since else excluded.since end, revoked_at = null
    returning ${GRANT_COLUMNS}`,
};
const REVOKE_GRANT = {
  name: "revoke_grant",
  text: `
    with revoked as (
      update access_grant set revoked_at = now() where runner_id = $1 and grantee = $2 and revoked_at is null returning squad_id
    ), head as (
      update runner_head set grants_rev = grants_rev + 1 where runner_id = $1 and exists (select from revoked)
    )
    select squad_id as squad from revoked`,
};

/** Null when there is none or it was revoked. */
export async function readGrant(
  connection: Connection,
  runner: RunnerId,
  grantee: string,
): Promise<AccessGrant | null> {
  const [grant] = await rowsOf<AccessGrant>(connection, READ_GRANT, [runner, grantee]);
  return grant ?? null;
}

export function grantsOfRunner(connection: Connection, runner: RunnerId): Promise<readonly NamedGrant[]> {
  return rowsOf<NamedGrant>(connection, GRANTS_OF_RUNNER, [runner]);
}

/** Gives or widens or narrows a coach's access. Only under the lock of `lockHead`, so that no push lands between. */
export async function writeGrant(tx: Tx, grant: Omit<AccessGrant, "since">): Promise<AccessGrant> {
  const values = [grant.runner, grant.grantee, grant.squad, grant.read, grant.write];
  const [written] = await rowsOf<AccessGrant>(tx, WRITE_GRANT, values);
  if (!written) throw new Error("an upsert with returning gave no row");
  return written;
}

/** Ends a coach's access; null when there was none. Only under the lock of `lockHead`: no rev of theirs lands after it. */
export async function revokeGrant(
  tx: Tx,
  runner: RunnerId,
  grantee: string,
): Promise<{ readonly squad: string } | null> {
  const [revoked] = await rowsOf<{ squad: string }>(tx, REVOKE_GRANT, [runner, grantee]);
  return revoked ?? null;
}
