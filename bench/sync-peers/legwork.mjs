// Our server, as each system here is seen: places for logs, requests that put logs there, and all of them read back.
import { openConnection } from "../sync/connection.mjs";
import { makeDevices } from "../sync/devices.mjs";
import { pg, startServer } from "../sync/server-under-load.mjs";
import { postgresProcesses } from "./syncs.mjs";

const READERS = 8;

export async function openLegwork(postgres) {
  const connection = await postgres.makeDatabase("ours");
  const server = await startServer(postgres, connection);
  const pool = new pg.Pool({ ...connection, max: 2 });
  return {
    name: "Legwork",
    port: server.port,
    configured:
      "as `npm start` does over the built-in Postgres; signed in by cookie, each request from another account, rights, receipts and revisions as always",
    promise: "an answer means committed: fsync=on, synchronous_commit=on",
    modes: [{ name: "Legwork", body: "sync" }],
    /** Of each request another device of another runner, so that no limit per account is met. */
    openPlace: async () => place(server, pool),
    pids: async () => [server.pid, ...(await postgresProcesses(pool))],
    async stop() {
      await pool.end();
      await server.stop();
    },
  };
}

function place(server, pool) {
  const all = [];
  return {
    async requests(count, logsEach) {
      const devices = await makeDevices(pool, server, count);
      all.push(...devices);
      return devices.map((device) => device.push(logsEach));
    },
    /** On a retry "duplicate" is the answer for a log that is there. */
    stored({ status, body }) {
      const text = body.toString();
      if (status !== 200) throw new Error(`A push answered ${status}: ${text.slice(0, 300)}`);
      return text.match(/"status":"(applied|duplicate)"/g)?.length ?? 0;
    },
    async readBack() {
      const queue = [...all];
      const found = [];
      const read = async () => {
        const connection = openConnection(server.port);
        for (let device = queue.pop(); device !== undefined; device = queue.pop()) {
          const { status, body } = await connection.send(device.pull(0));
          if (status !== 200) throw new Error(`A pull answered ${status}`);
          found.push(body.toString());
        }
        connection.close();
      };
      await Promise.all(Array.from({ length: READERS }, read));
      return found.join("\n");
    },
  };
}
