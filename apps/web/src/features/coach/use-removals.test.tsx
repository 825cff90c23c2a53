// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RunnerId } from "@legwork/core/record";
import { TOAST_MS } from "@/ui/toast-store";
import { useRemovals } from "./use-removals";

const ann = "ann" as RunnerId;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function list(remove: (runner: RunnerId) => Promise<unknown> = () => Promise.resolve()) {
  const told: RunnerId[] = [];
  const failed: RunnerId[] = [];
  const hook = renderHook(() =>
    useRemovals({
      remove: (runner) => {
        told.push(runner);
        return remove(runner);
      },
      onFailed: (runner) => void failed.push(runner),
    }),
  );
  return { ...hook, told, failed };
}

test("a runner is gone from the list at once and from the server when the time for undo is over", async () => {
  const { result, told } = list();
  act(() => result.current.take(ann));
  expect(result.current.hidden.has(ann)).toBe(true);
  expect(told).toEqual([]);
  await act(() => vi.advanceTimersByTimeAsync(TOAST_MS));
  expect(told).toEqual([ann]);
});

test("undo in time tells the server nothing", async () => {
  const { result, told } = list();
  act(() => result.current.take(ann));
  act(() => result.current.undo(ann));
  await act(() => vi.advanceTimersByTimeAsync(TOAST_MS * 2));
  expect(told).toEqual([]);
  expect(result.current.hidden.has(ann)).toBe(false);
});

test("leaving the list does not wait for the time to be over", () => {
  const { result, told, unmount } = list();
  act(() => result.current.take(ann));
  unmount();
  expect(told).toEqual([ann]);
});

test("a refusal brings the row back and says so", async () => {
  const { result, failed } = list(() => Promise.reject(new Error("no")));
  act(() => result.current.take(ann));
  await act(() => vi.advanceTimersByTimeAsync(TOAST_MS));
  expect(failed).toEqual([ann]);
  expect(result.current.hidden.has(ann)).toBe(false);
});
