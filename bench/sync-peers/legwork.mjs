// Our server, as each system here is seen: places for logs, requests that put logs there, and all of them read back.
import { openConnection } from "../sync/connection.mjs";
import { makeDevices } from "../sync/devices.mjs";
import { pg, startServer } from "../sync/server-under-load.mjs";
import { postgresProcesses } from "./syncs.mjs";

/** Each of another runner, and they take turns: no limit per account is met, and none waits for its own push before. */
const DEVICES = 300;
const READERS = 8;

export async function openLegwork(postgres) {
  const connection = await postgres.makeDatabase("ours");
  const server = await startServer(postgres, connection);
  const pool = new pg.Pool({ ...connection, max: 2 });
  return {
    name: "Legwork",
    port: server.port,
    configured:
      "as `npm start` does over the built-in Postgres; signed in by cookie, 300 accounts that take turns, rights, receipts and revisions as always",
    promise: "an answer means committed: fsync=on, synchronous_commit=on",
    modes: [{ name: "Legwork", body: "sync" }],
    openPlace: () => makePlace(server, pool),
    pids: async () => [server.pid, ...(await postgresProcesses(pool))],
    async stop() {
      await pool.end();
      await server.stop();
    },
  };
}

async function makePlace(server, pool) {
  const devices = await makeDevices(pool, server, DEVICES);
  const sent = devices.map(() => 0);
  let turn = 0;
  return {
    requests: (count, logsEach) =>
      Array.from({ length: count }, () => {
        const index = turn++ % devices.length;
        const cursor = sent[index];
        sent[index] += logsEach;
        return devices[index].push(logsEach, cursor);
      }),
    /** On a retry "duplicate" is the answer for a log that is there. */
    stored({ status, body }) {
      const text = body.toString();
      if (status !== 200) throw new Error(`A push answered ${status}: ${text.slice(0, 300)}`);
      return text.match(/"status":"(applied|duplicate)"/g)?.length ?? 0;
    },
    async readBack() {
      const queue = [...devices];
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
