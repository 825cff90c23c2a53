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
  bone: [],
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

test("bone answers warn only where they are asked", () => {
  const warned = (change: Partial<RunDraft>) =>
    runWrites({ ...DRAFT, bone: ["oneSpot", "night"], ...change }, RUNNER, { late: false }).at(-1)?.patch;
  expect(warned({ pain: 3, painSite: "shin" })).toMatchObject({ pain: 3, painSite: "shin", boneWarning: true });
  expect(warned({ pain: 3, painSite: "knee" })).not.toHaveProperty("boneWarning");
  expect(warned({ pain: 2, painSite: "shin" })).not.toHaveProperty("boneWarning");
});
