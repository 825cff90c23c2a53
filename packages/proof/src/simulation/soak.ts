import "fake-indexeddb/auto";
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { test } from "vitest";
import { newTally } from "./faults";
import { anyStory, complaints, play } from "./simulate";

/** Runs between two notes of where it stands. Our own choice. */
const ROUND = 50;
/** Then a round ends where it is, and so does the search for the shortest story of a failure. Our own choice. */
const ROUND_MS_MAX = 5 * 60_000;

test("soak", { timeout: 0 }, async () => {
  const runs = Number(process.env["LEGWORK_SOAK_RUNS"]);
  const report = process.env["LEGWORK_SOAK_REPORT"] ?? "";
  const firstSeed = Number(process.env["LEGWORK_SOAK_SEED"]);
  const tally = newTally();
  const violations: unknown[] = [];
  for (let done = 0; done < runs; done += ROUND) {
    const seed = firstSeed + done;
    const outcome = await fc.check(
      fc.asyncProperty(fc.scheduler(), anyStory, async (scheduler, story) => {
        const found = complaints(await play(scheduler, story, tally));
        if (found.length > 0) throw new Error(found.join("\n"));
      }),
      {
        numRuns: Math.min(ROUND, runs - done),
        seed,
        interruptAfterTimeLimit: ROUND_MS_MAX,
        markInterruptAsFailure: true,
      },
    );
    if (outcome.failed) {
      const story = outcome.counterexample?.[1] ?? [];
      const acts = [...story].map((act) => act.toString());
      violations.push({
        seed,
        path: outcome.counterexamplePath,
        story: acts.join("\n"),
        found: told(outcome.errorInstance),
      });
    }
    const { faults, statuses, ...sums } = tally;
    const counts = { faults: Object.fromEntries(faults), statuses: Object.fromEntries(statuses) };
    writeFileSync(report, JSON.stringify({ ...sums, ...counts, violations }));
  }
});

function told(error: unknown): string {
  return error instanceof Error ? error.message : JSON.stringify(error);
}
