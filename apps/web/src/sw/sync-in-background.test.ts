import "fake-indexeddb/auto";
import { afterEach, expect, test, vi } from "vitest";
import { openLocalDb, readCurrentRunner } from "@/local-db";
import { changeStream, writeRecords } from "@/sync";
import { FakeServer } from "@/sync/testing/fake-server";
import { recordId } from "@/sync/testing/phone";
import { syncInBackground } from "./sync-in-background";

afterEach(() => vi.unstubAllGlobals());

const NO_PAGES = { matchAll: () => Promise.resolve([]) } as never;

async function phoneWithWaiting(server: FakeServer) {
  const db = openLocalDb();
  const runner = await readCurrentRunner(db);
  await db.write(["streams"], (tx) => changeStream(tx, runner, { state: "live" }));
  const id = recordId();
  await writeRecords(db, [{ id, kind: "settings", patch: { name: "Ada" } }], 5);
  db.close();
  vi.stubGlobal("fetch", async (_path: string, { body }: { body: string }) => {
    const answer = await server.sync(runner, JSON.parse(body));
    return answer.ok ? Response.json(answer.response) : new Response(null, { status: answer.status });
  });
  return id;
}

test("without an open page the worker sends what waits; cut off, it asks to be woken again", async () => {
  const server = new FakeServer();
  const id = await phoneWithWaiting(server);
  server.faults = ["noSignal"];
  await expect(syncInBackground(NO_PAGES)).rejects.toThrow("could not be reached");
  await syncInBackground(NO_PAGES);
  expect(server.get(id)?.body).toEqual({ name: "Ada" });
});

test("open pages are asked instead", async () => {
  const server = new FakeServer();
  await phoneWithWaiting(server);
  const postMessage = vi.fn();
  await syncInBackground({ matchAll: () => Promise.resolve([{ postMessage }]) } as never);
  expect(postMessage).toHaveBeenCalledWith({ type: "sync" }, []);
  expect(server.requests).toEqual([]);
});
