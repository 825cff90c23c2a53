import { expect, test } from "vitest";
import { day, runnerOf } from "../testing";
import { parseRunnerId, runFeelId, runLogId, sessionLogId, singletonId, weekPlanId } from "./index";

const ann = runnerOf("ann");
const bob = runnerOf("bob");
const monday = day("2026-11-16");

test("[REC4] two phones that never met give the same record the same id, and another runner's another", () => {
  expect(sessionLogId(ann, monday, "A")).toBe(sessionLogId(ann, monday, "A"));
  expect(sessionLogId(ann, monday, "A")).not.toBe(sessionLogId(bob, monday, "A"));
  expect(sessionLogId(ann, monday, "A")).not.toBe(sessionLogId(ann, monday, "B"));
  expect(singletonId(ann, "programme", "")).not.toBe(singletonId(ann, "settings", ""));
  expect(runFeelId(ann, runLogId(ann, "mon@2026-11-16"))).not.toBe(runLogId(ann, "mon@2026-11-16"));
});

test("[REC4] the id of a week plan never changes: a golden value", () => {
  const runner = parseRunnerId("3b241101-e2bb-4255-8caf-4136c566a962");
  expect(runner && weekPlanId(runner, monday)).toBe("26e3ba76-b933-5b7d-95a6-64c4f656f013");
});
