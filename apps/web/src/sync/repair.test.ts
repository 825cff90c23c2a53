import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { digestOf } from "@legwork/core/record";
import { FakeServer } from "./testing/fake-server";
import { makePhone, type Phone, recordId } from "./testing/phone";
import { streamOf } from "./stream";

describe("phone and server compare what they hold", () => {
  test("the digest kept on the phone is the digest of what the server told, whatever was written and deleted", async () => {
    const step = fc.record({ record: fc.nat(4), name: fc.constantFrom("a", "b", null), sync: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const server = new FakeServer();
        server.pageSize = 2;
        const phone = await makePhone(server);
        const ids = Array.from({ length: 5 }, recordId);
        for (const { record, name, sync } of steps) {
          const id = ids[record] ?? recordId();
          await (name === null ? phone.remove(id) : phone.write(id, { name }));
          if (sync) await phone.sync();
        }
        await phone.sync();
        const { digest } = await phone.db.read(["streams"], (tx) => streamOf(tx, phone.runner));
        expect(digest).toEqual(digestOf(server.records.values()));
        expect(digest).toEqual(digestOf((await toldTo(phone)).flatMap(({ server: told }) => told ?? [])));
      }),
      { numRuns: 40 },
    );
  });

  test("a database from before digests were kept counts once and goes on from there", async () => {
    const server = new FakeServer();
    const { phone, ids } = await phoneWithRecords(server, 3);
    await phone.db.write(["streams"], async (tx) => {
      const { digest: _digest, sentRev: _rev, ...old } = await streamOf(tx, phone.runner);
      await tx.objectStore("streams").put(old);
    });
    await phone.write(ids[0] ?? recordId(), { name: "new" });
    await phone.sync();
    const { digest } = await phone.db.read(["streams"], (tx) => streamOf(tx, phone.runner));
    expect(digest).toEqual(digestOf(server.records.values()));
    expect(server.manifestRequests).toEqual([]);
  });

  test("no request is made beyond the usual ones while both hold the same", async () => {
    const server = new FakeServer();
    const { phone } = await phoneWithRecords(server, 3);
    const before = server.requests.length;
    await phone.sync();
    expect(server.requests.length - before).toBe(1);
    expect(server.manifestRequests).toEqual([]);
  });

  test("what the server lost with its receipts is pushed again, the same bytes", async () => {
    const server = new FakeServer();
    const { phone, ids } = await phoneWithRecords(server, 3);
    const lost = ids[1] ?? recordId();
    const first = server.requests.flatMap(({ ops }) => ops).find(({ record }) => record === lost);
    server.lose(lost, "andReceipts");
    expect(await phone.sync()).toEqual({ status: "upToDate", waiting: 0 });
    expect(server.get(lost)?.body).toEqual({ name: "n1" });
    expect(server.requests.at(-2)?.ops).toEqual([first]);
    expect(await phone.status()).toMatchObject({ onlyHere: 0 });
  });

  test("what the server lost although it has the receipts is offered as a whole, once", async () => {
    const server = new FakeServer();
    const { phone, ids } = await phoneWithRecords(server, 3);
    const lost = ids[1] ?? recordId();
    server.lose(lost, "butNotReceipts");
    expect(await phone.sync()).toEqual({ status: "upToDate", waiting: 0 });
    expect(server.get(lost)?.body).toEqual({ name: "n1" });
    expect((await phone.shown(lost))?.body).toEqual({ name: "n1" });

    server.lose(lost, "butNotReceipts");
    const before = server.requests.length;
    for (let count = 0; count < 5; count += 1) await phone.sync();
    expect(server.requests.length - before).toBeLessThan(10);
  });

  test("a server whose digest is always wrong costs one comparison a day, and syncs all the same", async () => {
    const server = new FakeServer();
    const { phone } = await phoneWithRecords(server, 3);
    const real = server.sync.bind(server);
    server.sync = async (...asked) => {
      const answer = await real(...asked);
      return answer.ok ? { ok: true, response: { ...answer.response, digest: {} } } : answer;
    };
    for (let count = 0; count < 20; count += 1) {
      await phone.write(recordId(), { name: `x${count}` });
      expect(await phone.sync()).toMatchObject({ status: "upToDate" });
    }
    expect(server.records.size).toBe(23);
    expect(server.manifestRequests.length).toBeLessThan(3);
  });

  test("asks in pages", async () => {
    const server = new FakeServer();
    const { phone } = await phoneWithRecords(server, 1);
    await phone.db.write(["sent"], async (tx) => {
      const [entry] = await tx.objectStore("sent").getAll();
      for (let count = 0; count < 5_200; count += 1) {
        const opId = `op-${count}`;
        await tx.objectStore("sent").put({ ...entry, opId, op: { ...entry?.op, opId }, seq: 100 + count } as never);
      }
    });
    server.epoch = "other";
    server.faults = [{ status: 409, code: "epochChanged" }];
    const pages: number[] = [];
    server.manifest = (_runner, { opIds }) => {
      pages.push(opIds.length);
      return Promise.resolve({ ok: true, response: { epoch: "other", missing: [] } });
    };
    await phone.sync();
    expect(pages).toEqual([5_000, 201]);
  });
});

describe("a backup was restored", () => {
  test.each(["answered", "unknown"] as const)(
    "what it lacks comes back from the phone when the manifest is %s, and nothing else is pushed if it can tell",
    async (manifests) => {
      const server = new FakeServer();
      server.manifests = manifests;
      const { phone, ids } = await phoneWithRecords(server, 20);
      const restore = server.backUp();
      const late = recordId();
      await phone.write(late, { name: "late" });
      await phone.write(ids[0] ?? late, { theme: "dark" });
      await phone.sync();
      restore();
      const before = server.requests.length;
      expect(await phone.sync()).toEqual({ status: "upToDate", waiting: 0 });
      expect(server.get(late)?.body).toEqual({ name: "late" });
      expect(server.get(ids[0] ?? late)?.body).toEqual({ name: "n0", theme: "dark" });
      const pushed = server.requests.slice(before).flatMap(({ ops }) => ops);
      // The first request still believed in the old history and had nothing to push.
      expect(pushed.length).toBe(manifests === "answered" ? 2 : 22);
      expect(await phone.status()).toMatchObject({ onlyHere: 0, refused: 0 });
    },
  );

  test("two phones heal it together: also what a third one wrote that is gone", async () => {
    const server = new FakeServer();
    const { phone, ids } = await phoneWithRecords(server, 2);
    const other = await makePhone(server, { runner: phone.runner });
    const third = await makePhone(server, { runner: phone.runner });
    await other.sync();
    await third.sync();
    const restore = server.backUp();
    const [late, id] = [recordId(), ids[0] ?? recordId()];
    await third.write(late, { name: "of the third" });
    await third.write(id, { name: "changed by the third" });
    await third.sync();
    await phone.sync();
    await other.sync();
    await other.write(ids[1] ?? id, { name: "of the other" });
    await other.sync();
    restore();
    for (const each of [other, phone, other, phone]) expect(await each.sync()).toMatchObject({ status: "upToDate" });
    expect(server.get(late)?.body).toEqual({ name: "of the third" });
    expect(server.get(id)?.body).toEqual({ name: "changed by the third" });
    expect(server.get(ids[1] ?? id)?.body).toEqual({ name: "of the other" });
    for (const each of [phone, other]) {
      expect(digestOf((await toldTo(each)).flatMap(({ server: told }) => told ?? []))).toEqual(
        digestOf(server.records.values()),
      );
    }
  });

  test("a cut in the middle of the repair leaves everything as it was, and the next cycle begins it anew", async () => {
    const server = new FakeServer();
    const { phone } = await phoneWithRecords(server, 8);
    const restore = server.backUp();
    const late = recordId();
    await phone.write(late, { name: "late" });
    await phone.sync();
    restore();
    server.pageSize = 3;
    let calls = 0;
    const real = server.sync.bind(server);
    server.sync = (...asked) => {
      calls += 1;
      return calls === 3 ? Promise.reject(new TypeError("cut")) : real(...asked);
    };
    expect(await phone.sync()).toEqual({ status: "retry", afterMs: null });
    expect((await phone.shown(late))?.body).toEqual({ name: "late" });
    expect(await phone.sync()).toMatchObject({ status: "upToDate" });
    expect(server.get(late)?.body).toEqual({ name: "late" });
  });
});

describe("what may be read has changed", () => {
  test("what was told before is dropped and pulled anew; what waits stays", async () => {
    const server = new FakeServer();
    const runner = await phoneWithRecords(server, 3);
    await runner.phone.write(recordId(), { date: "2026-10-05", kind: "easy", minutes: 30 }, "run_log");
    await runner.phone.sync();
    server.scope = { read: ["settings", "run_log"], write: ["settings"] };
    const coach = await makePhone(server, { runner: runner.phone.runner });
    await coach.sync();
    expect(await toldTo(coach)).toHaveLength(4);

    const own = recordId();
    server.scope = { read: ["run_log"], write: [] };
    server.rejectOps.add(own);
    await coach.write(own, { name: "mine" });
    expect(await coach.sync()).toMatchObject({ status: "upToDate" });
    const left = await toldTo(coach);
    expect(left.filter(({ server: told }) => told !== null).map(({ kind }) => kind)).toEqual(["run_log"]);
    expect((await coach.shown(own))?.body).toEqual({ name: "mine" });
    expect(server.manifestRequests).toEqual([]);
  });
});

async function phoneWithRecords(server: FakeServer, count: number) {
  const phone = await makePhone(server);
  const ids = Array.from({ length: count }, recordId);
  for (const [index, id] of ids.entries()) await phone.write(id, { name: `n${index}` });
  await phone.sync();
  return { phone, ids };
}

function toldTo(phone: Phone) {
  return phone.db.read(["records"], (tx) => tx.objectStore("records").getAll());
}
