import { expect, test } from "vitest";
import { v4 as randomId } from "uuid";
import type { LocalDate } from "@legwork/core/calendar";
import { runFeelId, type RecordId, type RunnerId } from "@legwork/core/record";
import { runWrites, type RunDraft } from "./run-draft";

const RUNNER = randomId() as RunnerId;
const DRAFT: RunDraft = {
  id: randomId() as RecordId,
  plannedRun: "w3@2026-10-07",
  date: "2026-10-07" as LocalDate,
  startTime: null,
  kind: "key",
  minutes: 60,
  km: null,
  effort: null,
  feel: null,
  pain: null,
  painSite: "",
  tags: [],
};

test("a run without an answer is a run all the same: nothing about feel or health is made up", () => {
  expect(runWrites(DRAFT, RUNNER, { late: false }).map((write) => write.kind)).toEqual(["run_log"]);
});

test("feel is a record of its own that names its run, marked when it was said late", () => {
  const [, feel] = runWrites({ ...DRAFT, feel: 2 }, RUNNER, { late: true });
  expect(feel).toEqual({
    id: runFeelId(RUNNER, DRAFT.id),
    kind: "run_feel",
    patch: { run: DRAFT.id, date: DRAFT.date, feel: 2, late: true },
  });
});

test("a tag that was taken back is removed, not left", () => {
  const [log] = runWrites({ ...DRAFT, tags: ["hot"] }, RUNNER, { late: false });
  expect(log?.patch).toMatchObject({ "tags/hot": true, "tags/hilly": null });
});
