import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { runFeelId, runLogId } from "@legwork/core/record";
import { readCurrentRunner } from "@/local-db";
import { streamOf } from "@/sync";
import { FakeServer } from "@/sync/testing/fake-server";
import { makePhone, recordId } from "@/sync/testing/phone";
import { keepWithoutAccount } from "./deleted-account";

const RUN = { date: "2026-11-16", kind: "easy", minutes: 40 };

test("without the account everything is this phone's own, ready for another account, references included", async () => {
  const phone = await makePhone(new FakeServer());
  const run = runLogId(phone.runner, "w1@2026-11-16");
  const extra = recordId();
  await phone.write(run, { ...RUN, plannedRun: "w1@2026-11-16" }, "run_log");
  await phone.write(runFeelId(phone.runner, run), { run, date: RUN.date, feel: 3 }, "run_feel");
  await phone.sync();
  await phone.write(extra, RUN, "run_log");

  await keepWithoutAccount(phone.db, 9_000);
  const runner = await readCurrentRunner(phone.db);
  expect(runner).not.toBe(phone.runner);
  const own = runLogId(runner, "w1@2026-11-16");
  const { feel, other, waiting, stream } = await phone.db.read(["records", "outbox", "streams"], async (tx) => ({
    feel: await tx.objectStore("records").get([runner, runFeelId(runner, own)]),
    other: await tx.objectStore("records").get([runner, extra]),
    waiting: await tx.objectStore("outbox").count(),
    stream: await streamOf(tx, runner),
  }));
  expect(feel?.body["run"]).toBe(own);
  expect(other?.body).toEqual(RUN);
  expect({ waiting, state: stream.state }).toEqual({ waiting: 3, state: "local" });
  await expect(phone.db.account(phone.runner).read(["records"], () => Promise.resolve())).rejects.toThrow(
    /No database/,
  );
});
