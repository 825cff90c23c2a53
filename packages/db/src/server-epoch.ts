import { type Connection, rowsOf } from "./connection";

const BEGIN_SERVER_EPOCH = {
  name: "begin_server_epoch",
  text: `update server_state set epoch = gen_random_uuid(), restored_at = $1 returning epoch`,
};

/**
 * Begins a new life of the server after a restore: no runner has been met in it, so all grants rest until a device of the runner's own
 * account syncs. Call it in the transaction of the restore, before anybody is served. Returns the new server-wide epoch.
 */
export async function beginServerEpoch(connection: Connection, now: Date): Promise<string> {
  const [state] = await rowsOf<{ epoch: string }>(connection, BEGIN_SERVER_EPOCH, [now]);
  if (!state) throw new Error("server_state has no row: the database was not migrated");
  return state.epoch;
}
