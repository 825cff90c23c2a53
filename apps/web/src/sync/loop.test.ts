import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { backoffMs } from "./backoff";
import type { CycleOutcome } from "./cycle";
import { createSyncLoop } from "./loop";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function loopThatAnswers(outcomes: CycleOutcome[]) {
  const cycles: number[] = [];
  const loop = createSyncLoop({
    cycle: () => {
      cycles.push(performance.now());
      return Promise.resolve(outcomes.shift() ?? { status: "upToDate", waiting: 0 });
    },
    random: () => 1,
    onChange: () => undefined,
  });
  return { loop, cycles };
}

describe("sync loop", () => {
  test("a row of taps becomes one cycle, two seconds after the last", async () => {
    const { loop, cycles } = loopThatAnswers([]);
    loop.poke("write");
    await vi.advanceTimersByTimeAsync(1_500);
    loop.poke("write");
    await vi.advanceTimersByTimeAsync(1_999);
    expect(cycles).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(cycles).toHaveLength(1);
  });

  test("after a failure it tries again by itself until it works", async () => {
    const { loop, cycles } = loopThatAnswers([
      { status: "retry", afterMs: null },
      { status: "retry", afterMs: null },
      { status: "upToDate", waiting: 0 },
    ]);
    loop.poke("start");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(cycles).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(cycles).toHaveLength(3);
  });

  test("the signal's return does not wait for the timer", async () => {
    const { loop, cycles } = loopThatAnswers([{ status: "retry", afterMs: 240_000 }]);
    loop.poke("start");
    await vi.advanceTimersByTimeAsync(10);
    loop.poke("online");
    await vi.advanceTimersByTimeAsync(10);
    expect(cycles).toHaveLength(2);
  });

  test("what waits behind a refusal is looked at again every five minutes", async () => {
    const { loop, cycles } = loopThatAnswers([{ status: "upToDate", waiting: 1 }]);
    loop.poke("start");
    await vi.advanceTimersByTimeAsync(299_000);
    expect(cycles).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(cycles).toHaveLength(2);
  });

  test("a paused stream is left alone", async () => {
    const { loop, cycles } = loopThatAnswers([{ status: "paused" }]);
    loop.poke("start");
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(cycles).toHaveLength(1);
  });

  test("waits are full jitter between nothing and a limit that doubles to five minutes", () => {
    expect(backoffMs(0, () => 1)).toBe(1_000);
    expect(backoffMs(3, () => 1)).toBe(8_000);
    expect(backoffMs(40, () => 1)).toBe(300_000);
    expect(backoffMs(40, () => 0)).toBe(0);
  });
});
