import { type Connection, rowsOf } from "./connection";

/** Which life of the server this is. */
export interface ServerState {
  readonly epoch: string;
  /** When a backup was last restored; null when never. */
  readonly restoredAt: Date | null;
}

const READ_STATE = {
  name: "read_server_state",
  text: `select epoch, restored_at as "restoredAt" from server_state`,
};

export async function readServerState(connection: Connection): Promise<ServerState> {
  const [state] = await rowsOf<ServerState>(connection, READ_STATE, []);
  if (!state) throw new Error("server_state has no row: the database was not migrated");
  return state;
}
