import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { readCurrentRunner } from "@/local-db";
import { mendRefused, readRefused } from "./mend";
import { discardRefused } from "./setbacks";
import { FakeServer } from "./testing/fake-server";
import { makePhone, recordId } from "./testing/phone";

const RUN = { date: "2026-11-16", kind: "easy", minutes: 40 };

async function phoneWithRefusal(patch: Readonly<Record<string, string | number>>) {
  const server = new FakeServer();
  const phone = await makePhone(server);
  const id = recordId();
  await phone.write(id, patch, "run_log");
  await phone.sync();
  const [refused] = await readRefused(phone.db);
  if (refused === undefined) throw new Error("nothing was refused");
  return { server, phone, id, refused };
}

describe("mending what the server refused", () => {
  test("the mended value goes out under a new opId, and the record is whole on the server", async () => {
    const { server, phone, id, refused } = await phoneWithRefusal({ ...RUN, minutes: 4000 });
    expect(refused.refusal).toMatchObject({ code: "badValue", key: "minutes" });
    expect(refused.record?.body["minutes"]).toBe(4000);

    const { opId } = refused.refusal;
    expect(await mendRefused(phone.db, { opId, key: "minutes", value: { as: "value", value: 45 } })).toEqual({
      ok: true,
    });
    expect((await phone.shown(id))?.body).toEqual({ ...RUN, minutes: 45 });
    expect(await phone.status()).toMatchObject({ refused: 0, onlyHere: 1 });
    await phone.sync();
    expect(server.get(id)).toMatchObject({ body: { ...RUN, minutes: 45 } });
    expect(server.get(id)?.opId).not.toBe(opId);
    expect(await phone.status()).toMatchObject({ refused: 0, onlyHere: 0 });
  });

  test("what waits behind it names the mended change, and all of it arrives in order", async () => {
    const { server, phone, id, refused } = await phoneWithRefusal({ ...RUN, minutes: 4000 });
    await phone.write(id, { effort: 4 }, "run_log");
    await phone.write(id, { effort: 5, km: 8 }, "run_log");
    const [again] = await readRefused(phone.db);
    expect(again?.behind.map(({ op }) => op.patch)).toEqual([{ effort: 5, km: 8 }]);
    await phone.sync();
    expect(server.get(id)).toBeUndefined();

    const { opId } = refused.refusal;
    await mendRefused(phone.db, { opId, key: "minutes", value: { as: "value", value: 45 } });
    await phone.sync();
    expect(server.get(id)?.body).toEqual({ ...RUN, minutes: 45, effort: 5, km: 8 });
    expect(await phone.status()).toMatchObject({ onlyHere: 0, refused: 0 });
  });

  test("a waiting change that was perhaps sent takes a new opId, because its bytes change", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const id = recordId();
    await phone.write(id, { ...RUN, minutes: 4000 }, "run_log");
    server.faults = ["noSignal"];
    await phone.sync();
    // The first change is frozen, so this one stands behind it and goes out with it.
    await phone.write(id, { effort: 4 }, "run_log");
    await phone.sync();
    const runner = await readCurrentRunner(phone.db);
    const waiting = () => phone.db.read(["outbox"], (tx) => tx.objectStore("outbox").getAll());
    const [before] = await waiting();
    expect(before?.frozen).toBe(true);

    const [refused] = await readRefused(phone.db);
    const opId = refused?.refusal.opId ?? "";
    await mendRefused(phone.db, { opId, key: "minutes", value: { as: "value", value: 45 } });
    const [mended, behind] = await waiting();
    expect(mended?.runner).toBe(runner);
    expect(behind?.op.after).toBe(mended?.opId);
    expect(behind?.opId).not.toBe(before?.opId);
    await phone.sync();
    expect(server.get(id)?.body).toEqual({ ...RUN, minutes: 45, effort: 4 });
  });

  test("a value can be left out, and the rest of the change goes on", async () => {
    const { server, phone, id, refused } = await phoneWithRefusal({ ...RUN, km: 4000 });
    const { opId } = refused.refusal;
    expect(await mendRefused(phone.db, { opId, key: "km", value: { as: "leaveOut" } })).toEqual({ ok: true });
    await phone.sync();
    expect(server.get(id)?.body).toEqual(RUN);
  });

  test("a value that would be refused again is not sent, and nothing changes", async () => {
    const { phone, refused } = await phoneWithRefusal({ ...RUN, minutes: 4000 });
    const { opId } = refused.refusal;
    const mended = await mendRefused(phone.db, { opId, key: "minutes", value: { as: "value", value: 0 } });
    expect(mended).toEqual({ ok: false, error: { code: "badValue", key: "minutes" } });
    const left = await mendRefused(phone.db, { opId, key: "minutes", value: { as: "leaveOut" } });
    expect(left).toEqual({ ok: false, error: { code: "missingField", key: "minutes" } });
    expect(await phone.status()).toMatchObject({ refused: 1 });
  });

  test("what another tab has mended or let go already is told, and not done twice", async () => {
    const { phone, id, refused } = await phoneWithRefusal({ ...RUN, minutes: 4000 });
    await discardRefused(phone.db, phone.runner, id);
    const { opId } = refused.refusal;
    expect(await mendRefused(phone.db, { opId, key: "minutes", value: { as: "value", value: 45 } })).toEqual({
      ok: false,
      error: { code: "gone" },
    });
    expect(await phone.shown(id)).toBeUndefined();
  });
});
