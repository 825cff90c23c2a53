import "fake-indexeddb/auto";
import { v4 as randomId } from "uuid";
import { describe, expect, test, vi } from "vitest";
import type { LocalDate } from "@legwork/core/calendar";
import { programmeId, runFeelId, runLogId, type RunnerId } from "@legwork/core/record";
import { type AccountDb, deviceValue, type LocalDb, openLocalDb, putDeviceValue, readCurrentRunner } from "@/local-db";
import { runCycle } from "./cycle";
import { carryOver, joinAccount, readKeptAside } from "./join-account";
import { leaveAccount } from "./leave-account";
import { changeStream } from "./stream";
import { FakeServer } from "./testing/fake-server";
import { makePhone, recordId } from "./testing/phone";
import { writeRecords } from "./write";

const START = "2026-10-05" as LocalDate;
const PROGRAMME = { startDate: START, zone: "Europe/Amsterdam", kit: "none" };

async function phoneWithLogs(server: FakeServer) {
  const phone = await makePhone(server);
  await setState(phone.db, phone.runner, "local");
  const { runner } = phone;
  const runId = runLogId(runner, "w1@2026-10-05");
  await phone.write(programmeId(runner), PROGRAMME, "programme");
  const run = { plannedRun: "w1@2026-10-05", date: START, kind: "easy", minutes: 50 };
  await phone.write(runId, run, "run_log");
  await phone.write(runFeelId(runner, runId), { run: runId, date: START, feel: 3 }, "run_feel");
  const extra = recordId();
  await phone.write(extra, { date: START, kind: "long", minutes: 90 }, "run_log");
  return { phone, extra };
}

describe("joining an account", () => {
  test("ids that follow from the runner are made anew, and references with them", async () => {
    const server = new FakeServer();
    const { phone, extra } = await phoneWithLogs(server);
    const to = randomId() as RunnerId;
    await phone.db.bear(to);
    await joinAccount(phone.db, to);

    expect(await readCurrentRunner(phone.db)).toBe(to);
    const joined = await phone.again();
    const runId = runLogId(to, "w1@2026-10-05");
    expect((await joined.shown(runId))?.body["minutes"]).toBe(50);
    expect((await joined.shown(runFeelId(to, runId)))?.body["run"]).toBe(runId);
    expect((await joined.shown(extra))?.body["minutes"]).toBe(90);
    await joined.sync();
    expect(server.records.size).toBe(4);
    expect(await joined.status()).toMatchObject({ onlyHere: 0 });
  });

  test("the account's programme stays, the phone's own is kept aside, logs come together", async () => {
    const server = new FakeServer();
    const old = await makePhone(server);
    await old.write(programmeId(old.runner), { ...PROGRAMME, kit: "gym" }, "programme");
    await old.write(
      runLogId(old.runner, "w1@2026-10-05"),
      { date: START, kind: "easy", minutes: 50, km: 9 },
      "run_log",
    );
    await old.sync();

    const both = await makePhone(server);
    await setState(both.db, both.runner, "local");
    await both.write(programmeId(both.runner), PROGRAMME, "programme");
    const run = { plannedRun: "w1@2026-10-05", date: START, kind: "easy", minutes: 50, effort: 4 };
    await both.write(runLogId(both.runner, "w1@2026-10-05"), run, "run_log");
    await pull(both.db.account(old.runner), server);
    await joinAccount(both.db, old.runner);

    const joined = await both.again();
    expect((await joined.shown(programmeId(old.runner)))?.body["kit"]).toBe("gym");
    const kept = await both.db.read(["device"], (tx) => deviceValue(tx, `kept/${both.runner}`));
    expect(kept).toMatchObject([{ kind: "programme", body: { kit: "none" } }]);
    expect(await readKeptAside(both.db)).toMatchObject([{ from: both.runner, kind: "programme" }]);
    await joined.sync();
    expect(server.get(runLogId(old.runner, "w1@2026-10-05"))?.body).toMatchObject({ km: 9, effort: 4 });
    expect(server.get(programmeId(old.runner))?.body["kit"]).toBe("gym");
  });

  test("joining twice changes nothing more", async () => {
    const server = new FakeServer();
    const { phone } = await phoneWithLogs(server);
    const to = randomId() as RunnerId;
    await phone.db.bear(to);
    await joinAccount(phone.db, to);
    const before = await phone.db.read(["outbox"], (tx) => tx.objectStore("outbox").getAll());
    await joinAccount(phone.db, to);
    expect(await phone.db.read(["outbox"], (tx) => tx.objectStore("outbox").getAll())).toEqual(before);
  });

  test("signing in to another account takes over nothing of the one before", async () => {
    const server = new FakeServer();
    const { phone } = await phoneWithLogs(server);
    await setState(phone.db, phone.runner, "live");
    const other = randomId() as RunnerId;
    await phone.db.bear(other);
    await joinAccount(phone.db, other);
    expect(await readCurrentRunner(phone.db)).toBe(other);
    expect(await waitingIn(phone.db)).toBe(0);
    expect(await waitingIn(phone.db.account(phone.runner))).toBe(4);
  });

  test("signing out leaves what was not sent, and signing in again sends it", async () => {
    const server = new FakeServer();
    const { phone } = await phoneWithLogs(server);
    await setState(phone.db, phone.runner, "live");
    await leaveAccount(phone.db);
    const fresh = await readCurrentRunner(phone.db);
    expect(fresh).not.toBe(phone.runner);
    expect(await waitingIn(phone.db)).toBe(0);
    expect(await waitingIn(phone.db.account(phone.runner))).toBe(4);

    await joinAccount(phone.db, phone.runner);
    await phone.db.write(["streams"], (tx) => changeStream(tx, phone.runner, { state: "live" }));
    await phone.sync();
    expect(server.records.size).toBe(4);
  });

  test("a tap in another tab lands in the account or before the carrying over, never in what was left", async () => {
    const server = new FakeServer();
    const { phone } = await phoneWithLogs(server);
    const to = randomId() as RunnerId;
    await phone.db.bear(to);
    const tab = openLocalDb({ name: phone.name, carryOver });
    const ids = Array.from({ length: 12 }, recordId);
    const taps = ids.map(async (id) => {
      await writeRecords(tab, [{ id, kind: "run_log", patch: { date: START, kind: "easy", minutes: 30 } }], 9);
    });
    await Promise.all([...taps, joinAccount(phone.db, to)]);
    expect(await readCurrentRunner(tab)).toBe(to);
    for (const id of ids) {
      expect(await tab.read(["records"], (tx) => tx.objectStore("records").get([to, id]))).toBeDefined();
    }
  });

  test("a tab that still has the old database open is refused there and writes to the account", async () => {
    const server = new FakeServer();
    const { phone } = await phoneWithLogs(server);
    const tab = openLocalDb({ name: phone.name, carryOver });
    expect(await readCurrentRunner(tab)).toBe(phone.runner);
    const to = randomId() as RunnerId;
    const [from, account] = [phone.db.account(phone.runner), phone.db.account(to)];
    await account.bear();
    await from.write(["device"], (tx) => putDeviceValue(tx, "movedTo", to));
    const id = recordId();
    await writeRecords(tab, [{ id, kind: "run_log", patch: { date: START, kind: "easy", minutes: 30 } }], 9);
    expect(await account.read(["records"], (tx) => tx.objectStore("records").get([to, id]))).toBeDefined();
  });

  test.each(["afterTheMark", "afterTheCarryingOver"] as const)(
    "killed %s, the next start ends what was begun, without a signal",
    async (killed) => {
      const server = new FakeServer();
      const { phone, extra } = await phoneWithLogs(server);
      const to = randomId() as RunnerId;
      const [from, account] = [phone.db.account(phone.runner), phone.db.account(to)];
      await account.bear();
      await from.write(["device"], (tx) => putDeviceValue(tx, "movedTo", to));
      if (killed === "afterTheCarryingOver") await carryOver(from, account);
      phone.db.close();

      const next = openLocalDb({ name: phone.name, carryOver });
      expect(await readCurrentRunner(next)).toBe(to);
      expect(await waitingIn(next)).toBe(4);
      expect(await next.read(["records"], (tx) => tx.objectStore("records").get([to, extra]))).toBeDefined();
      await vi.waitFor(async () => {
        expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`${phone.name}/${phone.runner}`);
      });
    },
  );

  test("two tabs that carry over at once do it once", async () => {
    const server = new FakeServer();
    const { phone } = await phoneWithLogs(server);
    const to = randomId() as RunnerId;
    await phone.db.bear(to);
    await phone.db.account(phone.runner).write(["device"], (tx) => putDeviceValue(tx, "movedTo", to));
    const tabs = [1, 2, 3].map(() => openLocalDb({ name: phone.name, carryOver }));
    expect(await Promise.all(tabs.map(readCurrentRunner))).toEqual([to, to, to]);
    expect(await waitingIn(phone.db)).toBe(4);
  });

  test("a draft and a running rest go along under the new id of their session", async () => {
    const server = new FakeServer();
    const { phone } = await phoneWithLogs(server);
    const to = randomId() as RunnerId;
    await phone.db.bear(to);
    const draft = { entry: "P3.1", amount: 8, loadGrams: null };
    const old = runLogId(phone.runner, "w1@2026-10-05");
    await phone.db.write(["device"], (tx) => putDeviceValue(tx, `draft/${old}`, draft));
    await joinAccount(phone.db, to);
    const key = `draft/${runLogId(to, "w1@2026-10-05")}` as const;
    expect(await phone.db.read(["device"], (tx) => deviceValue(tx, key))).toEqual(draft);
  });
});

function waitingIn(db: LocalDb) {
  return db.read(["outbox"], (tx) => tx.objectStore("outbox").count());
}

function setState(db: LocalDb, runner: RunnerId, state: "local" | "live") {
  return db.write(["streams"], (tx) => changeStream(tx, runner, { state }));
}

async function pull(db: AccountDb, server: FakeServer) {
  await db.bear();
  await setState(db, db.runner, "live");
  await runCycle({ db, transport: server, runner: db.runner, now: () => 1 });
}
