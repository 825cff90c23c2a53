import "fake-indexeddb/auto";
import { describe, expect, test, vi } from "vitest";
import fc from "fast-check";
import { runCycle } from "./cycle";
import { FakeServer, type Fault } from "./testing/fake-server";
import { makePhone, recordId } from "./testing/phone";
import { discardRefused } from "./setbacks";

describe("sync cycle", () => {
  test("a write reaches the server and is no longer only on this phone", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const id = recordId();
    await phone.write(id, { name: "Ada" });
    expect(await phone.status()).toMatchObject({ onlyHere: 1 });

    expect(await phone.sync()).toEqual({ status: "upToDate", waiting: 0 });
    expect(server.get(id)?.body).toEqual({ name: "Ada" });
    expect(await phone.status()).toMatchObject({ onlyHere: 0 });
    expect((await phone.shown(id))?.body).toEqual({ name: "Ada" });
  });

  test("after a lost answer the same bytes go again and change nothing", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const id = recordId();
    await phone.write(id, { name: "Ada" });
    server.faults = ["loseAnswer"];
    expect(await phone.sync()).toMatchObject({ status: "retry" });
    const revAfterFirst = server.head;

    expect(await phone.sync()).toMatchObject({ status: "upToDate" });
    expect(server.requests[1]?.ops).toEqual(server.requests[0]?.ops);
    expect(server.head).toBe(revAfterFirst);
    expect(await phone.status()).toMatchObject({ onlyHere: 0 });
  });

  test("unsent changes of a record become one op that holds only what changed", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const id = recordId();
    await phone.write(id, { name: "Ada", theme: "dark" });
    await phone.write(id, { name: "Ada", theme: "light" });
    await phone.sync();
    expect(server.requests[0]?.ops).toHaveLength(1);
    expect(server.requests[0]?.ops[0]?.patch).toEqual({ name: "Ada", theme: "light" });

    await phone.write(id, { name: "Ada", theme: "dark" });
    await phone.sync();
    expect(server.requests.at(-2)?.ops[0]?.patch).toEqual({ theme: "dark" });
  });

  test("a change after an op that was perhaps sent is a further op that names it", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const id = recordId();
    await phone.write(id, { name: "Ada" });
    server.faults = ["noSignal"];
    await phone.sync();
    await phone.write(id, { name: "Ida" });
    await phone.sync();
    const ops = server.requests[1]?.ops ?? [];
    expect(ops).toHaveLength(2);
    expect(ops[1]?.after).toBe(ops[0]?.opId);
    expect(server.get(id)?.body).toEqual({ name: "Ida" });
  });

  test("a record made and deleted before it was sent leaves nothing to send", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const id = recordId();
    await phone.write(id, { name: "Ada" });
    await phone.remove(id);
    expect(await phone.status()).toMatchObject({ onlyHere: 0 });
    expect(await phone.shown(id)).toBeUndefined();
  });

  test("a kill between the server's work and the phone's book-keeping loses and doubles nothing", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const id = recordId();
    await phone.write(id, { name: "Ada" });
    server.faults = ["loseAnswer"];
    await phone.sync();
    phone.db.close();

    const reopened = await phone.again();
    expect((await reopened.shown(id))?.body).toEqual({ name: "Ada" });
    await reopened.sync();
    expect(server.head).toBe(1);
    expect(await reopened.status()).toMatchObject({ onlyHere: 0 });
  });

  test("two tabs that sync at once send the same ops and end the same", async () => {
    const server = new FakeServer();
    const tab = await makePhone(server);
    const other = await tab.again();
    const ids = Array.from({ length: 20 }, recordId);
    for (const id of ids) await tab.write(id, { name: "Ada" });
    await Promise.all([tab.sync(), other.sync(), other.write(recordId(), { name: "Bo" })]);
    await tab.sync();
    expect(server.records.size).toBe(21);
    expect(await tab.status()).toMatchObject({ onlyHere: 0, refused: 0 });
  });

  test.each([
    [401, "signedOut"],
    [403, "stopped"],
    [404, "stopped"],
    [410, "accountDeleted"],
    [426, "updateNeeded"],
  ] as const)("%i stops the stream as %s, asks no more by itself, and keeps everything", async (status, connection) => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const id = recordId();
    await phone.write(id, { name: "Ada" });
    server.faults = [{ status }];
    expect(await phone.sync()).toEqual({ status: "paused" });
    expect(await phone.status()).toMatchObject({ onlyHere: 1, connection });
    const { db, runner } = phone;
    expect(await runCycle({ db, transport: server, runner, now: () => 5 })).toEqual({ status: "paused" });
    expect(server.requests).toHaveLength(1);
    expect((await phone.shown(id))?.body).toEqual({ name: "Ada" });
    // Asked by the runner it tries again, and goes on where it stopped.
    expect(await phone.sync()).toMatchObject({ status: "upToDate" });
    expect(await phone.status()).toMatchObject({ onlyHere: 0, connection: "live" });
  });

  test.each([500, 502, 429, 503])("%i is tried again after the time that the server names", async (status) => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    await phone.write(recordId(), { name: "Ada" });
    server.faults = [{ status, retryAfterMs: 7_000 }];
    expect(await phone.sync()).toEqual({ status: "retry", afterMs: 7_000 });
    expect(await phone.status()).toMatchObject({ onlyHere: 1, connection: "live", refused: 0 });
  });

  test("a 400 about the envelope puts no change aside", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    await phone.write(recordId(), { name: "Ada" });
    server.faults = [{ status: 400, code: "invalidRequest", at: "cursor" }];
    expect(await phone.sync()).toMatchObject({ status: "retry" });
    expect(await phone.status()).toMatchObject({ onlyHere: 1, refused: 0 });
  });

  test("a 400 about an op puts aside only that one", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    for (const name of ["Ada", "Bo"]) await phone.write(recordId(), { name });
    const about = { status: 400, code: "invalidRequest", at: "ops[0].patch" } as const;
    server.faults = [about, about];
    expect(await phone.sync()).toMatchObject({ status: "upToDate" });
    expect(await phone.status()).toMatchObject({ onlyHere: 1, refused: 1 });
    expect(server.records.size).toBe(1);
  });

  test("a newer protocol in the answer asks for an update and takes nothing in", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const id = recordId();
    await phone.write(id, { name: "Ada" });
    const real = server.sync.bind(server);
    server.sync = async (...asked) => {
      const answer = await real(...asked);
      return answer.ok ? { ok: true, response: { ...answer.response, proto: 2 } } : answer;
    };
    expect(await phone.sync()).toEqual({ status: "paused" });
    expect(await phone.status()).toMatchObject({ onlyHere: 1, connection: "updateNeeded" });
  });

  test("a tab that was passed over stops before its next step", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    await phone.write(recordId(), { name: "Ada" });
    const { db, runner } = phone;
    let steps = 0;
    const hold = { keep: () => Promise.resolve((steps += 1) <= 1) };
    const outcome = await runCycle({ db, transport: server, runner, now: () => 5, hold });
    expect(outcome).toEqual({ status: "retry", afterMs: null });
    expect(server.requests).toHaveLength(1);
    expect(await phone.sync()).toMatchObject({ status: "upToDate" });
    expect(server.records.size).toBe(1);
  });

  test("a server that never answers holds nobody for longer than 30 seconds", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const server = new FakeServer();
    const phone = await makePhone(server);
    await phone.write(recordId(), { name: "Ada" });
    const asked = vi.fn();
    const never = { sync: () => new Promise<never>(asked) };
    const outcome = runCycle({ db: phone.db, transport: never, runner: phone.runner, now: () => 5 });
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await outcome).toEqual({ status: "retry", afterMs: null });
    vi.useRealTimers();
    expect(await phone.status()).toMatchObject({ onlyHere: 1 });
  });

  test("413 halves the batch until it fits", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    for (let count = 0; count < 8; count += 1) await phone.write(recordId(), { name: "Ada" });
    server.faults = [{ status: 413 }, { status: 413 }];
    await phone.sync();
    expect(server.requests.map((request) => request.ops.length)).toEqual([8, 4, 2, 2, 2, 2, 0]);
    expect(server.records.size).toBe(8);
  });

  test("a refused op is put aside, stays visible, and delays no other record", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const [bad, good] = [recordId(), recordId()];
    server.rejectOps.add(bad);
    await phone.write(bad, { name: "Ada" });
    await phone.write(good, { name: "Bo" });
    await phone.sync();
    await phone.write(bad, { theme: "dark" });
    await phone.sync();
    expect(server.get(good)?.body).toEqual({ name: "Bo" });
    expect(await phone.status()).toMatchObject({ onlyHere: 1, refused: 1 });
    expect((await phone.shown(bad))?.body).toEqual({ name: "Ada", theme: "dark" });

    await discardRefused(phone.db, phone.runner, bad);
    expect(await phone.status()).toMatchObject({ onlyHere: 0, refused: 0 });
    expect(await phone.shown(bad)).toBeUndefined();
  });

  test("a deletion behind a refused change is not forgotten", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const bad = recordId();
    server.rejectOps.add(bad);
    await phone.write(bad, { name: "Ada" });
    await phone.sync();
    await phone.write(bad, { theme: "dark" });
    await phone.remove(bad);
    expect(await phone.shown(bad)).toMatchObject({ deleted: true });
    expect(await phone.status()).toMatchObject({ onlyHere: 1, refused: 1 });
  });

  test("pulls page by page and shows own changes meanwhile", async () => {
    const server = new FakeServer();
    const first = await makePhone(server);
    for (let count = 0; count < 7; count += 1) await first.write(recordId(), { name: `n${count}` });
    await first.sync();
    server.pageSize = 2;
    const second = await makePhone(server, { runner: first.runner });
    const own = recordId();
    await second.write(own, { name: "mine" });
    await second.sync();
    const all = await second.db.read(["records"], (tx) => tx.objectStore("records").getAll());
    expect(all).toHaveLength(8);
    expect((await second.shown(own))?.body).toEqual({ name: "mine" });
  });

  test("a server that was set back gets what it forgot from the phone", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const id = recordId();
    await phone.write(id, { name: "Ada" });
    await phone.sync();
    await phone.write(id, { theme: "dark" });
    await phone.sync();
    server.forget();
    await phone.sync();
    expect(server.get(id)?.body).toEqual({ name: "Ada", theme: "dark" });
    expect(await phone.status()).toMatchObject({ onlyHere: 0 });
  });

  test("whatever is lost on the way, every write ends on the server once and all phones show the same", async () => {
    const fault = fc.constantFrom<Fault | null>("loseAnswer", "noSignal", { status: 503 }, { status: 401 }, null);
    const step = fc.oneof(
      fc.record({ phone: fc.nat(1), record: fc.nat(2), key: fc.constantFrom("name", "theme"), value: fc.nat(9) }),
      fc.record({ phone: fc.nat(1), fault }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const server = new FakeServer();
        const one = await makePhone(server);
        const phones = [one, await makePhone(server, { runner: one.runner })];
        const ids = [recordId(), recordId(), recordId()];
        for (const each of steps) {
          const phone = phones[each.phone] ?? one;
          if ("fault" in each) {
            server.faults = each.fault === null ? [] : [each.fault];
            await phone.sync();
          } else {
            const value = each.key === "theme" ? "dark" : `n${each.value}`;
            await phone.write(ids[each.record] ?? recordId(), { [each.key]: value });
          }
        }
        server.faults = [];
        for (const phone of [...phones, ...phones]) await phone.sync();
        for (const phone of phones) {
          expect(await phone.status()).toMatchObject({ onlyHere: 0, refused: 0 });
          for (const id of ids) {
            expect((await phone.shown(id))?.body).toEqual(server.get(id)?.body);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
