import { useCallback, useEffect, useRef } from "react";
import type { RunnerId } from "@legwork/core/record";

interface ListKeys {
  readonly runners: readonly RunnerId[];
  readonly focused: RunnerId | null;
  readonly onClose: () => void;
}

/**
 * `j` and `k` walk through the rows, Escape closes the open one; Enter is the row's own button. Gives the function by
 * which a row makes its button known.
 */
export function useListKeys({ runners, focused, onClose }: ListKeys) {
  const names = useRef(new Map<RunnerId, HTMLButtonElement>());
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (isTyping(event) || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === "Escape") return onClose();
      const step = STEPS[event.key];
      if (step === undefined) return undefined;
      const next = runnerAfter(runners, focused, step);
      if (next === null) return undefined;
      event.preventDefault();
      return names.current.get(next)?.focus({ preventScroll: false });
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [runners, focused, onClose]);

  return useCallback((runner: RunnerId, element: HTMLButtonElement | null) => {
    if (element === null) names.current.delete(runner);
    else names.current.set(runner, element);
  }, []);
}

/** The runner `step` rows on, held within the list; the first when none is focused. */
export function runnerAfter(runners: readonly RunnerId[], focused: RunnerId | null, step: number): RunnerId | null {
  const at = focused === null ? -1 : runners.indexOf(focused);
  if (at === -1) return runners[0] ?? null;
  return runners[Math.min(runners.length - 1, Math.max(0, at + step))] ?? null;
}

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 };

function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}
