import "fake-indexeddb/auto";
import { v4 as randomId } from "uuid";
import { describe, expect, test } from "vitest";
import type { LocalDate } from "@legwork/core/calendar";
import { type ParsedRescue, parseRescue, type RescueFile } from "@legwork/core/exchange";
import { programmeId, runFeelId, runLogId, type RunnerId } from "@legwork/core/record";
import { writeRescue } from "./rescue-text";
import { openLocalDb, putDeviceValue, readCurrentRunner } from "@/local-db";
import { runCycle } from "@/sync/cycle";
import { importRecords, previewImport } from "@/sync/import-records";
import { carryOver } from "@/sync/join-account";
import { readRefused } from "@/sync/mend";
import { FakeServer } from "@/sync/testing/fake-server";
import { makePhone, type Phone, recordId } from "@/sync/testing/phone";
import { writeRecords } from "@/sync/write";

const DATE = "2026-11-16" as LocalDate;
const RUN = { date: DATE, kind: "easy", minutes: 40 };
const PROGRAMME = { startDate: DATE, zone: "Europe/Amsterdam", kit: "none" };

async function textOf(db: Phone["db"], exportedAt = "2026-11-16T18:00:00.000Z"): Promise<string> {
  const parts = await writeRescue(db, { exportedAt, server: "null" });
  return new Blob(parts).text();
}

function opened(text: string): RescueFile {
  const parsed: ParsedRescue = parseRescue(text);
  if (!parsed.ok) throw new Error(parsed.error.kind);
  return parsed.file;
}

function emptyPhone() {
  return openLocalDb({ name: `phone-${randomId()}`, carryOver });
}

/** A phone that has everything: confirmed, frozen and waiting changes, a refused one, a deleted record, something put aside. */
async function livedPhone() {
  const server = new FakeServer();
  const phone = await makePhone(server);
  const { runner } = phone;
  await phone.write(programmeId(runner), PROGRAMME, "programme");
  const [confirmed, refused, gone, waiting] = [recordId(), recordId(), recordId(), recordId()];
  await phone.write(confirmed, RUN, "run_log");
  await phone.write(refused, { ...RUN, minutes: 4000 }, "run_log");
  await phone.write(gone, { name: "Ann" });
  await phone.sync();
  await phone.remove(gone);
  await phone.sync();
  await phone.write(confirmed, { effort: 4 }, "run_log");
  server.faults = ["loseAnswer"];
  await phone.sync();
  await phone.write(waiting, { ...RUN, minutes: 50 }, "run_log");
  await phone.db.write(["device"], async (tx) => {
    await putDeviceValue(tx, "restTimerOff", true);
    await putDeviceValue(tx, `kept/${randomId()}`, [{ kind: "programme", body: PROGRAMME, keptAt: 3 }]);
  });
  return { server, phone, confirmed, refused, waiting };
}

describe("opening a rescue file on an empty phone", () => {
  test("what is exported, wiped and opened is exported the same again, but for the time", async () => {
    const { phone } = await livedPhone();
    const before = await textOf(phone.db);
    const db = emptyPhone();
    expect(await previewImport(db, opened(before))).toMatchObject({ way: "restore", total: 4, added: 4 });
    await importRecords(db, opened(before), 9_000);
    expect(await readCurrentRunner(db)).toBe(phone.runner);
    expect(await textOf(db)).toBe(before);
  });

  test("the waiting changes keep their opIds and bytes, so that nothing doubles when the account syncs", async () => {
    const { server, phone, confirmed, waiting } = await livedPhone();
    const db = emptyPhone();
    await importRecords(db, opened(await textOf(phone.db)), 9_000);
    const { runner } = phone;
    const sync = () => runCycle({ db: db.account(runner), transport: server, runner, now: () => 10_000, insist: true });
    const headBefore = server.head;
    await sync();
    expect(server.get(confirmed)?.body).toEqual({ ...RUN, effort: 4 });
    expect(server.get(waiting)?.body).toEqual({ ...RUN, minutes: 50 });
    // Only the change that had not arrived took a rev.
    expect(server.head).toBe(headBefore + 1);

    await phone.sync();
    expect(server.head).toBe(headBefore + 1);
    expect(await readRefused(db)).toHaveLength(1);
  });

  test("a change written afterwards comes after all that were opened", async () => {
    const { phone, confirmed } = await livedPhone();
    const db = emptyPhone();
    await importRecords(db, opened(await textOf(phone.db)), 9_000);
    await writeRecords(db, [{ id: confirmed, kind: "run_log", patch: { effort: 9 } }], 9_500);
    const shown = await db.read(["records"], (tx) => tx.objectStore("records").get([phone.runner, confirmed]));
    expect(shown?.body["effort"]).toBe(9);
  });

  test("a file of the first version brings back what the phone showed", async () => {
    const runner = randomId() as RunnerId;
    const [known, waiting] = [recordId(), recordId()];
    const opId = randomId();
    const op = { opId, record: waiting, kind: "run_log", schema: 1, base: 0, epoch: "", patch: RUN };
    const first = {
      format: "legwork-rescue",
      version: 1,
      runner,
      exportedAt: "2026-11-16T18:00:00.000Z",
      stream: { runner, state: "live", email: "ann@example.org", epoch: "epoch-1", cursor: 3, acknowledgedAt: 5 },
      records: [
        { id: known, kind: "run_log", body: RUN, deleted: false, rev: 3 },
        { id: waiting, kind: "run_log", body: RUN, deleted: false, rev: 0 },
      ],
      waiting: [op],
      refused: [],
      keptAside: [],
    };
    const db = emptyPhone();
    await importRecords(db, opened(JSON.stringify(first)), 9_000);
    const entries = await db.read(["outbox"], (tx) => tx.objectStore("outbox").getAll());
    expect(entries.map((entry) => [entry.record, entry.op.patch])).toEqual([
      [waiting, RUN],
      [known, RUN],
    ]);
    expect(entries[0]?.opId).toBe(opId);
  });
});

describe("opening a rescue file on a used phone", () => {
  test("says before what will happen, and writes only what is missing or differs", async () => {
    const server = new FakeServer();
    const phone = await makePhone(server);
    const [same, differs, missing] = [recordId(), recordId(), recordId()];
    for (const id of [same, differs, missing]) await phone.write(id, RUN, "run_log");
    await phone.sync();
    const file = opened(await textOf(phone.db));
    await phone.write(differs, { minutes: 55, km: 9 }, "run_log");
    await writeRecords(phone.db, [{ id: missing, kind: "run_log", patch: {}, del: true }], 8_000);
    await phone.sync();
    const headBefore = server.head;

    const preview = { way: "merge", total: 3, here: 1, added: 1, changed: 1, left: 0 };
    expect(await previewImport(phone.db, file)).toEqual(preview);
    expect(await importRecords(phone.db, file, 9_000)).toEqual(preview);
    await phone.sync();
    expect(server.head).toBe(headBefore + 2);
    expect(server.get(missing)).toMatchObject({ deleted: false, body: RUN });
    // What only the phone has stays.
    expect(server.get(differs)?.body).toEqual({ ...RUN, km: 9 });

    expect(await previewImport(phone.db, file)).toMatchObject({ here: 3, added: 0, changed: 0 });
  });

  test("another runner's file is taken over under this phone's ids, references included", async () => {
    const server = new FakeServer();
    const other = await makePhone(server);
    const run = runLogId(other.runner, "w1@2026-11-16");
    await other.write(run, { ...RUN, plannedRun: "w1@2026-11-16" }, "run_log");
    await other.write(runFeelId(other.runner, run), { run, date: DATE, feel: 3 }, "run_feel");
    const file = opened(await textOf(other.db));

    const phone = await makePhone(new FakeServer());
    await phone.write(recordId(), RUN, "run_log");
    expect(await previewImport(phone.db, file)).toMatchObject({ way: "takeOver", total: 2, added: 2 });
    await importRecords(phone.db, file, 9_000);
    const own = runLogId(phone.runner, "w1@2026-11-16");
    expect((await phone.shown(runFeelId(phone.runner, own)))?.body["run"]).toBe(own);
    expect(await readCurrentRunner(phone.db)).toBe(phone.runner);
  });

  test("what no server would take, and what a newer app wrote, stays in the file", async () => {
    const phone = await makePhone(new FakeServer());
    await phone.write(recordId(), RUN, "run_log");
    const file = opened(await textOf(phone.db));
    const record = (kind: string, body: object) => ({ id: recordId(), kind, body, deleted: false, server: null });
    const spoiled = {
      ...file,
      records: [
        record("run_log", { ...RUN, minutes: "forty" }),
        record("run_log", { ...RUN, km: -3 }),
        record("sleep_diary", { hours: 8 }),
      ],
    } as unknown as RescueFile;
    expect(await importRecords(phone.db, spoiled, 9_000)).toMatchObject({ added: 1, left: 2 });
    const kilometres = spoiled.records[1]?.id;
    expect(kilometres === undefined ? null : (await phone.shown(kilometres))?.body).toEqual(RUN);
  });
});
