/** Something waits, there is a signal, and nobody has tried for this long: then the timers were lost. */
const OVERDUE_MS = 10 * 60_000;
const LOOK_EVERY_MS = 60_000;

export interface WatchdogOptions {
  readonly now: () => number;
  readonly isOnline: () => boolean;
  /** Whether something waits that could be sent. */
  readonly isWaiting: () => Promise<boolean>;
  readonly lastAttemptAt: () => number;
  readonly onOverdue: () => void;
}

/** Looks every minute whether syncing has been forgotten; returns how to stop. */
export function watchSyncing({ now, isOnline, isWaiting, lastAttemptAt, onOverdue }: WatchdogOptions): () => void {
  const look = async () => {
    if (!isOnline() || now() - lastAttemptAt() < OVERDUE_MS) return;
    if (await isWaiting()) onOverdue();
  };
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
