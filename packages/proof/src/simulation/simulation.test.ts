import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FAULTS, newTally } from "./faults";
import { rareActs } from "./rare-acts";
import { anyStory, atOnce, complaints, play, playAt } from "./simulate";

/** 200 runs by default, a tenth of that before a commit. */
const RUNS = Math.ceil(Number(process.env["LEGWORK_CASES"] ?? 1000) / 5);
/** From here on each fault that has no story of its own is so likely (20 times and more) that its absence is a fault of the simulation. */
const ENOUGH_RUNS = 200;
const STATUSES = ["applied", "duplicate", "merged", "held", "deferred", "rejected"];
/** The same stories each time, so that a red run is a change's own doing; the soak looks for new ones. Our own choice. */
const SEED = 20_261_126;
/** Hundreds of stories on a busy machine. */
const LONG_MS = 300_000;
// Whether a planted bug is found matters, not the shortest story of it.
const endOnFailure = (process.env["SEEDED_BUG"] ?? "") !== "";

describe("phones and server in a bad world", () => {
  const tally = newTally();

  test("nothing saved is lost, nothing counts twice, and all devices end the same", { timeout: LONG_MS }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), anyStory, async (scheduler, story) => {
        expect(complaints(await play(scheduler, story, tally))).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure, seed: SEED },
    );
  });

  test.each(rareActs.map((one) => [String(one), one] as const))("%s", async (_, one) => {
    expect(complaints(await playAt(atOnce, [one], tally))).toEqual([]);
  });

  test.runIf(RUNS >= ENOUGH_RUNS)("every fault and every result of an op occurred", () => {
    expect(FAULTS.filter((fault) => !tally.faults.has(fault))).toEqual([]);
    expect(STATUSES.filter((status) => !tally.statuses.has(status))).toEqual([]);
  });
});
