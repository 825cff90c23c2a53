import type { CycleOutcome } from "./cycle";
import { backoffMs } from "./backoff";

/** A row of taps becomes one request. */
const QUIET_MS = 2_000;
/** Also without a word from anybody: look again this often while something waits. */
const LOOK_AGAIN_MS = 5 * 60_000;

export type Trigger =
  | "write"
  | "start"
  | "online"
  | "visible"
  | "resume"
  | "poke"
  | "background"
  | "watchdog"
  | "asked";

export interface LoopOptions {
  readonly cycle: (trigger: Trigger) => Promise<CycleOutcome | null>;
  readonly random: () => number;
  readonly onChange: (state: { readonly busy: boolean; readonly failures: number }) => void;
}

export interface SyncLoop {
  poke(trigger: Trigger): void;
  /** Runs a cycle now and tells how it ended. */
  now(): Promise<CycleOutcome | null>;
  stop(): void;
}

/** Decides when to sync. What a cycle does, and that it may be cut anywhere, is the cycle's business. */
export function createSyncLoop({ cycle, random, onChange }: LoopOptions): SyncLoop {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let dueAt = Number.POSITIVE_INFINITY;
  let running: Promise<CycleOutcome | null> | null = null;
  let again: Trigger | null = null;
  let failures = 0;
  let stopped = false;

  function schedule(delayMs: number, trigger: Trigger) {
    if (stopped) return;
    const at = performance.now() + delayMs;
    if (timer !== null && dueAt <= at && trigger !== "write") return;
    if (timer !== null) clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(() => {
      timer = null;
      void run(trigger);
    }, delayMs);
  }

  function run(trigger: Trigger): Promise<CycleOutcome | null> {
    if (stopped) return Promise.resolve(null);
    if (running !== null) {
      again = trigger;
      return running;
    }
    running = attempt(trigger).finally(() => {
      running = null;
      onChange({ busy: false, failures });
      if (again === null) return;
      schedule(QUIET_MS, again);
      again = null;
    });
    return running;
  }

  async function attempt(trigger: Trigger): Promise<CycleOutcome | null> {
    onChange({ busy: true, failures });
    const outcome = await cycle(trigger).catch((): CycleOutcome => ({ status: "retry", afterMs: null }));
    if (outcome === null) schedule(LOOK_AGAIN_MS, "start");
    else if (outcome.status === "upToDate") {
      failures = 0;
      if (outcome.waiting > 0) schedule(LOOK_AGAIN_MS, "start");
    } else if (outcome.status === "retry") {
      schedule(Math.max(outcome.afterMs ?? 0, backoffMs(failures, random)), "start");
      failures += 1;
    }
    return outcome;
  }

  return {
    poke(trigger) {
      // After failures the longer wait stands: writing more does not bring the signal back.
      if (trigger === "write" && failures > 0 && timer !== null) return;
      schedule(trigger === "write" ? QUIET_MS : 0, trigger);
    },
    now: () => run("asked"),
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
