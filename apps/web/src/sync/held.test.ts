import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { programmeId, type RunnerId, type StoredRecord } from "@legwork/core/record";
import { storedRecord, uuidOf } from "@legwork/core/testing";
import { putDeviceValue } from "@/local-db";
import { letKeptGo, readAside, resolveHeld, takeKept } from "./held";
import { FakeServer } from "./testing/fake-server";
import { makePhone, recordId } from "./testing/phone";

const RUN = { date: "2026-11-16", kind: "easy", minutes: 40 };
const COACH = "account-of-the-coach";

async function phoneWithHeld({
  author,
  key = "minutes",
  value,
}: {
  author: string;
  key?: string;
  value: number | null;
}) {
  const server = new FakeServer();
  const phone = await makePhone(server);
  const run = recordId();
  await phone.write(run, RUN, "run_log");
  await phone.sync();
  const put = (record: StoredRecord) => {
    server.head += 1;
    server.records.set(record.id, { ...record, rev: server.head });
  };
  const names = { coachName: "Bea", squadName: "Track", read: [], write: [], since: "2026-11-01T10:00:00Z" };
  put(storedRecord({ grantee: COACH, ...names }, { id: recordId(), kind: "grant", author: "me" }));
  const held = storedRecord({ record: run, kind: "run_log", key, value }, { id: recordId(), kind: "held", author });
  put(held);
  await phone.sync();
  return { server, phone, run, held };
}

async function onlyChoice(phone: Awaited<ReturnType<typeof makePhone>>) {
  const [choice] = (await readAside(phone.db)).held;
  if (choice === undefined) throw new Error("there is nothing to choose");
  return choice;
}

describe("yours and theirs", () => {
  test("both values are told with the record, the field and who wrote them", async () => {
    const { phone, run } = await phoneWithHeld({ author: COACH, value: 60 });
    expect(await onlyChoice(phone)).toMatchObject({
      record: { id: run },
      kind: "run_log",
      key: "minutes",
      held: 60,
      standing: 40,
      heldBy: { who: "other", name: "Bea" },
      standingBy: { who: "runner" },
    });
  });

  test("taking the held value writes it and removes the question, on the server too", async () => {
    const { server, phone, run, held } = await phoneWithHeld({ author: COACH, value: 60 });
    await resolveHeld(phone.db, await onlyChoice(phone), "held", 5_000);
    expect((await phone.shown(run))?.body["minutes"]).toBe(60);
    expect((await readAside(phone.db)).held).toEqual([]);
    await phone.sync();
    expect(server.get(run)?.body["minutes"]).toBe(60);
    expect(server.get(held.id)?.deleted).toBe(true);
  });

  test("keeping what stands changes no value and removes the question", async () => {
    const { server, phone, run, held } = await phoneWithHeld({ author: "me", value: 60 });
    const choice = await onlyChoice(phone);
    expect(choice).toMatchObject({ heldBy: { who: "runner" }, standingBy: { who: "other", name: "Bea" } });
    await resolveHeld(phone.db, choice, "standing", 5_000);
    await phone.sync();
    expect(server.get(run)?.body["minutes"]).toBe(40);
    expect(server.get(held.id)?.deleted).toBe(true);
  });

  test("a held deletion deletes the record when it is taken", async () => {
    const { server, phone, run } = await phoneWithHeld({ author: COACH, key: "", value: null });
    await resolveHeld(phone.db, await onlyChoice(phone), "held", 5_000);
    await phone.sync();
    expect(server.get(run)?.deleted).toBe(true);
  });
});

describe("from before the sign-in", () => {
  async function phoneWithKept() {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const id = programmeId(phone.runner);
    const own = { startDate: "2026-11-16", zone: "Europe/Amsterdam", kit: "gym", maxMinutes: 40 };
    await phone.write(id, own, "programme");
    const body = { startDate: "2026-10-05", zone: "Europe/Amsterdam", kit: "none" };
    const name = `kept/${uuidOf("before")}` as const;
    await phone.db.write(["device"], (tx) => putDeviceValue(tx, name, [{ kind: "programme", body, keptAt: 7 }]));
    return { server, phone, id, body };
  }

  test("using it makes the record say the same, keys it lacks removed", async () => {
    const { server, phone, id, body } = await phoneWithKept();
    const [kept] = (await readAside(phone.db)).kept;
    if (kept === undefined) throw new Error("nothing was kept");
    await takeKept(phone.db, kept, 5_000);
    await phone.sync();
    expect(server.get(id)?.body).toEqual({ ...body, maxMinutes: null });
  });

  test("letting it go takes it from the phone and leaves the record", async () => {
    const { phone, id } = await phoneWithKept();
    await letKeptGo(phone.db, { name: `kept/${uuidOf("before")}` as `kept/${RunnerId}`, index: 0 });
    expect((await readAside(phone.db)).kept).toEqual([]);
    expect((await phone.shown(id))?.body["kit"]).toBe("gym");
  });
});
