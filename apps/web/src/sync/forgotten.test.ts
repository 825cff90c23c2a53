import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import type { SyncResponse } from "@legwork/core/wire";
import { applyAnswer } from "./answer";
import { runCycle } from "./cycle";
import { discardRefused } from "./setbacks";
import { streamOf } from "./stream";
import { FakeServer } from "./testing/fake-server";
import { makePhone, type Phone, recordId } from "./testing/phone";

describe("a server forgets what it has acknowledged", () => {
  test("an acknowledgement that was told in an ended history settles nothing", async () => {
    const { phone } = await phoneThatSynced();
    const opId = await unsent(phone);
    await acknowledge(phone, opId, "epoch-0");
    expect(await opsIn(phone, "outbox")).toEqual([opId]);
    const { epoch } = await phone.db.read(["streams"], (tx) => streamOf(tx, phone.runner));
    await acknowledge(phone, opId, epoch ?? "");
    expect(await opsIn(phone, "outbox")).toEqual([]);
  });

  test("a clock that jumps ten years ahead leaves what was acknowledged, so that it can go again", async () => {
    const { server, phone } = await phoneThatSynced();
    const before = await opsIn(phone, "sent");
    expect(before.length).toBeGreaterThan(0);
    const inTenYears = () => Date.now() + 10 * 365 * 86_400_000;
    await runCycle({ db: phone.db, transport: server, runner: phone.runner, now: inTenYears, insist: true });
    expect(await opsIn(phone, "sent")).toEqual(before);
  });

  test("what another tab was told is settled while the manifest is asked goes again", async () => {
    const { server, phone } = await phoneThatSynced();
    const late = recordId();
    const opId = await unsent(phone, late);
    const { epoch } = await phone.db.read(["streams"], (tx) => streamOf(tx, phone.runner));
    server.forget();
    const ask = server.manifest.bind(server);
    server.manifest = async (...asked) => {
      await acknowledge(phone, opId, epoch ?? "");
      return ask(...asked);
    };
    expect(await phone.sync()).toMatchObject({ status: "upToDate" });
    expect(server.get(late)?.body).toEqual({ name: "late" });
  });

  test("what it acknowledged of a record goes again before a later change that it refused, which goes on waiting", async () => {
    const { server, phone, id } = await phoneThatSynced();
    server.rejectOps.add(id);
    await phone.write(id, { name: "refused" });
    await phone.sync();
    server.rejectOps.delete(id);
    server.forget();
    await phone.sync();
    expect(server.get(id)?.body).toEqual({ name: "first" });
    expect(await opsIn(phone, "outbox")).toEqual([]);
    expect(await phone.status()).toMatchObject({ refused: 1 });
  });

  test("who lets the refused change go keeps what was acknowledged before it, and lets go what waits behind it", async () => {
    const { server, phone, id } = await phoneThatSynced();
    server.rejectOps.add(id);
    await phone.write(id, { name: "refused" });
    await phone.sync();
    await phone.write(id, { theme: "dark" });
    server.rejectOps.delete(id);
    server.forget();
    // The repair is done, and the line is cut before what was forgotten goes again.
    const sync = server.sync.bind(server);
    server.sync = (runner, request) =>
      request.ops.length > 0 ? Promise.reject(new TypeError("cut")) : sync(runner, request);
    await phone.sync();
    expect(await opsIn(phone, "outbox")).toHaveLength(2);
    await discardRefused(phone.db, phone.runner, id);
    expect(await opsIn(phone, "outbox")).toHaveLength(1);
    server.sync = sync;
    await phone.sync();
    expect(server.get(id)?.body).toEqual({ name: "first" });
    expect((await phone.shown(id))?.body).toEqual({ name: "first" });
  });

  test("it is found out by the change that was settled last, although others took it past where it stood", async () => {
    const server = new FakeServer();
    const [id, other] = [recordId(), recordId()];
    const phone = await makePhone(server);
    const second = await makePhone(server, { runner: phone.runner });
    const failOver = server.failOver();
    await phone.write(id, { name: "first" });
    await phone.sync();
    failOver();
    for (const each of [id, other]) await second.write(each, { theme: "dark" });
    await second.sync();
    await phone.sync();
    expect(server.get(id)?.body).toEqual({ name: "first", theme: "dark" });
    expect(await phone.status()).toMatchObject({ onlyHere: 0 });
  });

  test.each([
    { who: "the runner's", scope: null, named: [1] },
    { who: "a coach's", scope: { read: ["settings"], write: [] }, named: [] },
  ])("of all phones that only read, $who names the first change that the server can no longer know", async (asked) => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const reader = await makePhone(server, { runner: phone.runner });
    const other = await makePhone(server, { runner: phone.runner });
    const failOver = server.failOver();
    for (const id of [recordId(), recordId()]) await phone.write(id, { name: "forgotten" });
    await phone.sync();
    server.scope = asked.scope;
    await reader.sync();
    failOver();
    for (const id of [recordId(), recordId(), recordId()]) await other.write(id, { name: "later" });
    await other.sync();
    const [before, forgotten] = [server.requests.length, await opsIn(phone, "sent")];
    await reader.sync();
    const told = server.requests.slice(before).flatMap(({ settled }) => settled ?? []);
    expect(told.filter(({ opId }) => forgotten.includes(opId)).map(({ rev }) => rev)).toEqual(asked.named);
  });

  test("a phone that alone knows what was forgotten gives it back, even when no new history begins", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const failOver = server.failOver();
    const id = recordId();
    await phone.write(id, { name: "first" });
    await phone.sync();
    failOver();
    expect(await phone.sync()).toEqual({ status: "upToDate", waiting: 0 });
    expect(server.get(id)?.body).toEqual({ name: "first" });
  });
});

async function phoneThatSynced() {
  const server = new FakeServer();
  const phone = await makePhone(server);
  const id = recordId();
  await phone.write(id, { name: "first" });
  await phone.sync();
  return { server, phone, id };
}

/** Writes a change and returns the opId under which it waits. */
async function unsent(phone: Phone, id = recordId()): Promise<string> {
  await phone.write(id, { name: "late" });
  return (await opsIn(phone, "outbox")).at(-1) ?? "";
}

async function opsIn(phone: Phone, store: "outbox" | "sent"): Promise<readonly string[]> {
  const entries = await phone.db.read([store], (tx) => tx.objectStore(store).getAll());
  return entries.map(({ opId }) => opId);
}

/** What another tab takes in: the server says that it has settled an op. */
async function acknowledge(phone: Phone, opId: string, epoch: string) {
  const { cursor } = await phone.db.read(["streams"], (tx) => streamOf(tx, phone.runner));
  const response: SyncResponse = {
    proto: 1,
    epoch,
    head: cursor + 1,
    results: [{ opId, status: "applied", rev: cursor + 1 }],
    changes: [],
    cursor,
    more: true,
    digest: {},
    scope: null,
  };
  await applyAnswer(phone.db.account(phone.runner), { runner: phone.runner, response, askedFrom: cursor, now: 5_000 });
}
