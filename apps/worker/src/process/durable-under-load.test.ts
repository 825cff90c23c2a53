import { randomUUID } from "node:crypto";
import { closeDatabase, openDatabase } from "@legwork/db";
import { findEmbedded } from "@legwork/db/embedded";
import type { SyncResponse } from "@legwork/core/wire";
import { expect, test } from "vitest";
import { feelOp } from "../testing/stream";
import { syncRequest } from "../testing/test-server";
import { isRunning, postmasterPid } from "./child-server";
import { serversOfThisFile } from "./servers-of-this-file";

const WRITERS = 4;

/** The same after a start on another port. */
const ORIGIN = "http://localhost:4161";

const { start, dataDir } = serversOfThisFile({ LEGWORK_URL: ORIGIN });

test("SIGTERM under load: what was answered is there, late pushes are refused so that a phone tries again, and nothing is left running", async () => {
  const server = start();
  const load = await beginLoad(await server.ready);
  await load.hasAcknowledged(40);
  const postgres = postmasterPid(dataDir());
  server.child.kill("SIGTERM");
  expect(await server.ended).toBe(0);
  await load.end();

  expect(postgres !== null && isRunning(postgres)).toBe(false);
  expect(load.refusals().filter((refusal) => refusal !== "network" && refusal !== 503)).toEqual([]);
  expect(load.refusals().length).toBeGreaterThan(0);
  await load.isWholeAt(await start().ready);
}, 150_000);

test("Postgres stopped at once (SIGQUIT) under load: every acknowledged op is there after the next start, once", async () => {
  const server = start();
  const load = await beginLoad(await server.ready);
  await load.hasAcknowledged(40);
  const postgres = postmasterPid(dataDir());
  if (postgres === null) throw new Error("There is no Postgres.");
  process.kill(postgres, "SIGQUIT");
  expect(await server.ended).toBe(1);
  await load.end();
  await load.isWholeAt(await start().ready);
}, 150_000);

test("connections ended by the database in the middle of pushes: phones try again, no op is lost, none is there twice", async () => {
  const url = await start().ready;
  const found = await findEmbedded(dataDir());
  if (found.status !== "served") throw new Error("The server does not serve.");
  const db = openDatabase({ connection: found.connection, poolSize: 1 });
  const load = await beginLoad(url);
  let ended = 0;
  for (let round = 1; round <= 8; round += 1) {
    await load.hasAcknowledged(round * 15);
    const { rowCount } = await db.client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    ended += rowCount ?? 0;
  }
  await load.hasAcknowledged(140);
  await load.end();
  await closeDatabase(db);

  expect(ended).toBeGreaterThan(8);
  expect(load.refusals().filter((refusal) => refusal !== 503)).toEqual([]);
  await load.isWholeAt(url);
}, 150_000);

/** Phones that push one op at a time and send it again until it is acknowledged, as ours do. */
async function beginLoad(url: string) {
  const account = { email: `${randomUUID()}@example.org`, password: "an evening run by the river", name: "Mo" };
  const headers: Record<string, string> = { Origin: ORIGIN, "Content-Type": "application/json" };
  const made = await fetch(`${url}/api/auth/sign-up/email`, { method: "POST", headers, body: JSON.stringify(account) });
  expect(made.status).toBe(200);
  headers["Cookie"] = made.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
  const { runner } = (await (await fetch(`${url}/api/me`, { headers })).json()) as { readonly runner: string };

  const acknowledged: string[] = [];
  const refusals: (number | "network")[] = [];
  const over = new AbortController();
  const sync = (at: string, request: Parameters<typeof syncRequest>[0]) =>
    fetch(`${at}/api/runners/${runner}/sync`, { method: "POST", headers, body: JSON.stringify(syncRequest(request)) });

  const writer = async (_: unknown, index: number) => {
    let op = feelOp();
    while (!over.signal.aborted) {
      const answer = await sync(url, { ops: [op], device: `device-${index}`, limit: 1 }).catch(() => null);
      const body = answer?.ok === true ? ((await answer.json().catch(() => null)) as SyncResponse | null) : null;
      if (body !== null) {
        acknowledged.push(...body.results.map(({ opId }) => opId));
        op = feelOp();
      } else {
        refusals.push(answer === null || answer.ok ? "network" : answer.status);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
  const writers = Promise.all(Array.from({ length: WRITERS }, writer));

  return {
    refusals: () => refusals,
    async hasAcknowledged(count: number) {
      while (acknowledged.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    async end() {
      over.abort();
      await writers;
    },
    /** Every acknowledged op is in the stream, and none is there twice. */
    async isWholeAt(at: string) {
      const seen: string[] = [];
      let cursor = 0;
      for (let more = true; more;) {
        const answer = await sync(at, { cursor });
        expect(answer.status).toBe(200);
        const page = (await answer.json()) as SyncResponse;
        seen.push(...page.changes.map(({ opId }) => opId));
        ({ cursor, more } = page);
      }
      expect(new Set(acknowledged).size).toBe(acknowledged.length);
      expect(new Set(seen).size).toBe(seen.length);
      expect(acknowledged.filter((opId) => !seen.includes(opId))).toEqual([]);
      // At most the one op of each writer that was under way.
      expect(seen.length - acknowledged.length).toBeLessThanOrEqual(WRITERS);
    },
  };
}
