import type { RestTimer } from "@/data";

/** Added by the button. Our own number, as on most gym clocks. */
const MORE_REST_MS = 15_000;

export function startRest(seconds: number, now: number): RestTimer {
  return { state: "running", endsAt: now + seconds * 1000, totalMs: seconds * 1000 };
}

/** Milliseconds left; 0 when it is over. */
export function restLeftMs(timer: RestTimer, now: number): number {
  return timer.state === "paused" ? timer.leftMs : Math.max(0, timer.endsAt - now);
}

export function isResting(timer: RestTimer | null, now: number): timer is RestTimer {
  return timer !== null && restLeftMs(timer, now) > 0;
}

export function addRest(timer: RestTimer): RestTimer {
  const totalMs = timer.totalMs + MORE_REST_MS;
  return timer.state === "paused"
    ? { ...timer, leftMs: timer.leftMs + MORE_REST_MS, totalMs }
    : { ...timer, endsAt: timer.endsAt + MORE_REST_MS, totalMs };
}

export function pauseOrGoOn(timer: RestTimer, now: number): RestTimer {
  return timer.state === "paused"
    ? { state: "running", endsAt: now + timer.leftMs, totalMs: timer.totalMs }
    : { state: "paused", leftMs: restLeftMs(timer, now), totalMs: timer.totalMs };
}

/** Whole seconds under a minute, m:ss above. The last second shown is 1. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return String(seconds);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
