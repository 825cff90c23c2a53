import "fake-indexeddb/auto";
import { v4 as randomId } from "uuid";
import { describe, expect, test } from "vitest";
import type { LocalDate } from "@legwork/core/calendar";
import { programmeId, runFeelId, runLogId, type RunnerId } from "@legwork/core/record";
import { deviceValue, type LocalDb, readCurrentRunner } from "@/local-db";
import { runCycle } from "./cycle";
import { joinAccount, leaveAccount } from "./join-account";
import { changeStream } from "./stream";
import { FakeServer } from "./testing/fake-server";
import { makePhone, recordId } from "./testing/phone";

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
    await joinAccount(phone.db, { from: phone.runner, to, now: 5 });

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

    // The phone that joins has both streams in one database.
    const both = await makePhone(server);
    await setState(both.db, both.runner, "local");
    await both.write(programmeId(both.runner), PROGRAMME, "programme");
    const run = { plannedRun: "w1@2026-10-05", date: START, kind: "easy", minutes: 50, effort: 4 };
    await both.write(runLogId(both.runner, "w1@2026-10-05"), run, "run_log");
    await pull(both.db, server, old.runner);
    await joinAccount(both.db, { from: both.runner, to: old.runner, now: 7 });

    const joined = await both.again();
    expect((await joined.shown(programmeId(old.runner)))?.body["kit"]).toBe("gym");
    const kept = await both.db.read(["device"], (tx) => deviceValue(tx, `kept/${both.runner}`));
    expect(kept).toMatchObject([{ kind: "programme", body: { kit: "none" } }]);
    await joined.sync();
    expect(server.get(runLogId(old.runner, "w1@2026-10-05"))?.body).toMatchObject({ km: 9, effort: 4 });
    expect(server.get(programmeId(old.runner))?.body["kit"]).toBe("gym");
  });

  test("joining twice changes nothing more", async () => {
    const server = new FakeServer();
    const { phone } = await phoneWithLogs(server);
    const to = randomId() as RunnerId;
    await joinAccount(phone.db, { from: phone.runner, to, now: 5 });
    const before = await phone.db.read(["outbox"], (tx) => tx.objectStore("outbox").getAll());
    await joinAccount(phone.db, { from: phone.runner, to, now: 6 });
    expect(await phone.db.read(["outbox"], (tx) => tx.objectStore("outbox").getAll())).toEqual(before);
  });

  test("signing in to another account takes over nothing of the one before", async () => {
    const server = new FakeServer();
    const { phone } = await phoneWithLogs(server);
    await setState(phone.db, phone.runner, "live");
    const other = randomId() as RunnerId;
    await joinAccount(phone.db, { from: phone.runner, to: other, now: 5 });
    expect(await readCurrentRunner(phone.db)).toBe(other);
    const waiting = await phone.db.read(["outbox"], (tx) => tx.objectStore("outbox").getAll());
    expect(new Set(waiting.map((entry) => entry.runner))).toEqual(new Set([phone.runner]));
  });

  test("signing out leaves what was not sent, and signing in again sends it", async () => {
    const server = new FakeServer();
    const { phone } = await phoneWithLogs(server);
    await setState(phone.db, phone.runner, "live");
    await leaveAccount(phone.db);
    const fresh = await readCurrentRunner(phone.db);
    expect(fresh).not.toBe(phone.runner);
    const waiting = await phone.db.read(["outbox"], (tx) => tx.objectStore("outbox").count());
    expect(waiting).toBe(4);

    await joinAccount(phone.db, { from: fresh, to: phone.runner, now: 9 });
    await phone.sync();
    expect(server.records.size).toBe(4);
  });
});

function setState(db: LocalDb, runner: RunnerId, state: "local" | "live") {
  return db.write(["streams"], (tx) => changeStream(tx, runner, { state }));
}

async function pull(db: LocalDb, server: FakeServer, runner: RunnerId) {
  await db.write(["streams"], (tx) => changeStream(tx, runner, { state: "live" }));
  await runCycle({ db, transport: server, runner, now: () => 1 });
}
