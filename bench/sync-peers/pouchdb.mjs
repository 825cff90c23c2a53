// pouchdb-server: CouchDB's protocol in Node over LevelDB on disk.
import { randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeRequest } from "../sync/connection.mjs";
import { runLogBody } from "../sync/devices.mjs";
import { freePort, startPeer } from "./start-peer.mjs";

export const POUCHDB = { name: "pouchdb-server", version: "4.2.0" };

export async function openPouchdb(installed, scratch) {
  const port = await freePort();
  const folder = mkdtempSync(join(scratch, "pouchdb-"));
  const config = join(folder, "config.json");
  // By default it writes a line of each request to a file, which we do not.
  writeFileSync(config, JSON.stringify({ log: { file: join(folder, "log.txt"), level: "error" } }));
  const url = `http://127.0.0.1:${port}`;
  const server = await startPeer({
    program: join(installed, "node_modules/pouchdb-server/bin/pouchdb-server"),
    args: ["--port", String(port), "--dir", join(folder, "databases"), "--config", config, "--no-stdout-logs"],
    folder,
    healthUrl: `${url}/`,
  });
  return {
    name: "pouchdb-server",
    port,
    configured:
      "LevelDB on disk (its default), one database for all logs, nobody signs in (its default), no line logged per request; POST _bulk_docs",
    promise:
      "an answer means handed to the operating system: LevelDB's write without `sync`, so a killed process loses nothing, a power cut may (it syncs only when it starts another file)",
    modes: [{ name: "pouchdb-server", body: "bulk" }],
    openPlace: async (name) => makePlace(url, port, name.toLowerCase()),
    pids: async () => [server.pid],
    stop: server.stop,
  };
}

async function makePlace(url, port, database) {
  const made = await fetch(`${url}/${database}`, { method: "PUT" });
  if (!made.ok) throw new Error(`The database ${database} was not made: ${made.status} ${await made.text()}`);
  const headers = { Host: `127.0.0.1:${port}`, "Content-Type": "application/json" };
  const newDoc = () => ({ _id: randomUUID(), ...runLogBody() });
  return {
    requests(count, logsEach) {
      const body = () => JSON.stringify({ docs: Array.from({ length: logsEach }, newDoc) });
      return Array.from({ length: count }, () =>
        makeRequest({ path: `/${database}/_bulk_docs`, headers, body: body() }),
      );
    },
    /** On a retry "conflict" is the answer for a document that is there. */
    stored({ status, body }) {
      const text = body.toString();
      if (status !== 201) throw new Error(`_bulk_docs answered ${status}: ${text.slice(0, 300)}`);
      return text.match(/"ok":true|"error":"conflict"/g)?.length ?? 0;
    },
    async readBack() {
      return (await fetch(`${url}/${database}/_all_docs?include_docs=true`)).text();
    },
  };
}
