// parse-server over the same Postgres as ours, in a database of its own.
import { randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeRequest } from "../sync/connection.mjs";
import { runLogBody } from "../sync/devices.mjs";
import { pg } from "../sync/server-under-load.mjs";
import { freePort, startPeer } from "./start-peer.mjs";
import { postgresProcesses } from "./syncs.mjs";

export const PARSE = {
  name: "parse-server",
  version: "9.10.0",
  // It reaches into a file of `router` that changed after its release: with 2.3.0 every batch ends in "Internal server error".
  overrides: { router: "2.2.0" },
};
const MASTER_KEY = "a key of the bench";
const APP = { "X-Parse-Application-Id": "bench", "Content-Type": "application/json" };
const MASTER = { ...APP, "X-Parse-Master-Key": MASTER_KEY };
const DUPLICATE_VALUE = '"code":137';
const READ_MAX = 1_000_000;

export async function openParse(installed, scratch, postgres) {
  const port = await freePort();
  const folder = mkdtempSync(join(scratch, "parse-"));
  const connection = await postgres.makeDatabase("parse");
  const config = join(folder, "config.json");
  const url = `http://127.0.0.1:${port}/parse`;
  writeFileSync(config, JSON.stringify(settings({ port, url, connection })));
  const server = await startPeer({
    program: join(installed, "node_modules/parse-server/bin/parse-server"),
    args: [config],
    folder,
    healthUrl: `${url}/health`,
  });
  const pool = new pg.Pool({ ...connection, max: 1 });
  return {
    name: "parse-server",
    port,
    configured:
      "the same Postgres as ours, its pool of 10, no files of logs, classes with all fields made before, nobody signs in (public create), router 2.2.0; POST batch, one log POST classes",
    promise: "an answer means committed in the same Postgres: fsync=on, synchronous_commit=on",
    modes: [
      { name: "parse-server", body: "plain" },
      { name: "parse-server, batch as one transaction", body: "transaction", only: "batches" },
      { name: "parse-server, ids made by the client", body: "ownIds", only: "cuts" },
    ],
    openPlace: async (name, body) => makePlace({ url, port, body, className: `Log${name.replace(/\W/g, "")}` }),
    pids: async () => [server.pid, ...(await postgresProcesses(pool))],
    async stop() {
      await pool.end();
      await server.stop();
    },
  };
}

function settings({ port, url, connection }) {
  return {
    appId: "bench",
    masterKey: MASTER_KEY,
    serverURL: url,
    port,
    host: "127.0.0.1",
    // The address says which kind of database; where it is says `databaseOptions`, for an address cannot name a socket's folder.
    databaseURI: "postgres://localhost/parse",
    databaseOptions: { ...connection, max: 10 },
    logsFolder: null,
    silent: true,
    allowClientClassCreation: false,
    allowCustomObjectId: true,
  };
}

async function makePlace({ url, port, body, className }) {
  const type = { string: "String", number: "Number" };
  const fields = Object.fromEntries(
    Object.entries(runLogBody()).map(([key, value]) => [key, { type: type[typeof value] }]),
  );
  const anybody = { "*": true };
  const made = await fetch(`${url}/schemas/${className}`, {
    method: "POST",
    headers: MASTER,
    body: JSON.stringify({
      className,
      fields,
      classLevelPermissions: { create: anybody, find: anybody, get: anybody },
    }),
  });
  if (!made.ok) throw new Error(`The class ${className} was not made: ${made.status} ${await made.text()}`);
  const headers = { Host: `127.0.0.1:${port}`, ...APP };
  const path = `/parse/classes/${className}`;
  const newLog = () => ({ ...(body === "ownIds" ? { objectId: randomUUID() } : {}), ...runLogBody() });
  const batch = (logs) => ({
    requests: Array.from({ length: logs }, () => ({ method: "POST", path, body: newLog() })),
    ...(body === "transaction" ? { transaction: true } : {}),
  });
  return {
    requests(count, logsEach) {
      return Array.from({ length: count }, () =>
        logsEach === 1
          ? makeRequest({ path, headers, body: JSON.stringify(newLog()) })
          : makeRequest({ path: "/parse/batch", headers, body: JSON.stringify(batch(logsEach)) }),
      );
    },
    /** On a retry with the client's own id, "duplicate value" is the answer for a log that is there. */
    stored({ status, body: answer }) {
      const text = answer.toString();
      if (status === 201 || (status === 400 && text.includes(DUPLICATE_VALUE))) return 1;
      if (status !== 200) throw new Error(`parse-server answered ${status}: ${text.slice(0, 300)}`);
      return text.match(/\{"success":/g)?.length ?? 0;
    },
    async readBack() {
      return (await fetch(`${url}/classes/${className}?limit=${READ_MAX}&keys=plannedRun`, { headers: APP })).text();
    },
  };
}
