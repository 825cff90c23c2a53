import type { NamedGrant, StoredSquad } from "@legwork/db";
import type { Grant, Squad } from "@legwork/core/wire";

/** A squad as it travels. */
export function squadOf({ id, name, runners }: StoredSquad): Squad {
  return { id, name, runners };
}

/** A grant as it travels. */
export function grantOf({ grantee, coachName, squadName, since, read, write }: NamedGrant): Grant {
  return { grantee, coachName, squadName, since: since.toISOString(), read: [...read], write: [...write] };
}
