import { useCallback, useEffect, useRef, useState } from "react";
import type { RunnerId } from "@legwork/core/record";
import { TOAST_MS } from "@/ui/toast-store";

interface Removals {
  /** Rejects when the server said no. */
  readonly remove: (runner: RunnerId) => Promise<unknown>;
  readonly onFailed: (runner: RunnerId) => void;
}

/**
 * Rows that are taken away at once and told to the server when the time for "undo" is over, or when the list is left.
 * Closed within that time, the page forgets it: the runner stays, which is the harmless mistake.
 */
export function useRemovals({ remove, onFailed }: Removals) {
  const [hidden, setHidden] = useState<ReadonlySet<RunnerId>>(new Set());
  const waiting = useRef(new Map<RunnerId, ReturnType<typeof setTimeout>>());
  const latest = useRef({ remove, onFailed });
  useEffect(() => {
    latest.current = { remove, onFailed };
  });

  const show = useCallback((runner: RunnerId) => {
    setHidden((before) => new Set([...before].filter((each) => each !== runner)));
  }, []);
  const tell = useCallback(
    async (runner: RunnerId) => {
      waiting.current.delete(runner);
      try {
        await latest.current.remove(runner);
      } catch {
        show(runner);
        latest.current.onFailed(runner);
      }
    },
    [show],
  );
  useEffect(() => {
    const left = waiting.current;
    return () => {
      for (const [runner, timer] of left) {
        clearTimeout(timer);
        void tell(runner);
      }
    };
  }, [tell]);

  const take = useCallback(
    (runner: RunnerId) => {
      setHidden((before) => new Set([...before, runner]));
      waiting.current.set(
        runner,
        setTimeout(() => void tell(runner), TOAST_MS),
      );
    },
    [tell],
  );
  const undo = useCallback(
    (runner: RunnerId) => {
      clearTimeout(waiting.current.get(runner));
      waiting.current.delete(runner);
      show(runner);
    },
    [show],
  );
  return { hidden, take, undo };
}
