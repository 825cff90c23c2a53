import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchSyncing } from "./watchdog";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const MINUTE_MS = 60_000;

function watched(state: { online: boolean; waiting: boolean; attemptAt: number }) {
  const onOverdue = vi.fn();
  const begin = Date.now();
  const stop = watchSyncing({
    now: () => Date.now() - begin,
    isOnline: () => state.online,
    isWaiting: () => Promise.resolve(state.waiting),
    lastAttemptAt: () => state.attemptAt,
    onOverdue,
  });
  return { onOverdue, stop };
}

test("what waits with a signal and without an attempt for ten minutes is noticed", async () => {
  const { onOverdue, stop } = watched({ online: true, waiting: true, attemptAt: 0 });
  await vi.advanceTimersByTimeAsync(9 * MINUTE_MS);
  expect(onOverdue).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  expect(onOverdue).toHaveBeenCalledOnce();
  stop();
});

test.each([
  ["without a signal", { online: false, waiting: true, attemptAt: 0 }],
  ["when nothing waits", { online: true, waiting: false, attemptAt: 0 }],
  ["after an attempt", { online: true, waiting: true, attemptAt: 55 * MINUTE_MS }],
])("%s nothing is overdue", async (_when, state) => {
  const { onOverdue, stop } = watched(state);
  await vi.advanceTimersByTimeAsync(60 * MINUTE_MS);
  expect(onOverdue).not.toHaveBeenCalled();
  stop();
});
