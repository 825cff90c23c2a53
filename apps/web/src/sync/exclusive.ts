import { v4 as randomId } from "uuid";
import { type LocalDb, deviceValue, putDeviceValue } from "@/local-db";

/** A tab that was frozen keeps its lock; after this long another one takes it. */
const LEASE_MS = 60_000;

/** What a tab holds while it syncs. */
export interface Hold {
  /** Says that this tab is still at it; false when another one has taken over meanwhile. */
  keep(): Promise<boolean>;
}

/**
 * Runs `work` in one tab at a time where the browser has Web Locks. It only saves traffic: two tabs at once are
 * as right as one. Returns null when another tab is at it.
 */
export async function inOneTab<Result>(
  { db, name, now }: { readonly db: LocalDb; readonly name: string; readonly now: () => number },
  work: (hold: Hold) => Promise<Result>,
): Promise<Result | null> {
  const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
  if (locks === undefined) return work({ keep: () => Promise.resolve(true) });
  const key = `lease/${name}` as const;
  const withLease = async () => {
    const holder = randomId();
    await db.write(["device"], (tx) => putDeviceValue(tx, key, { holder, since: now() }));
    const keep = () =>
      db.write(["device"], async (tx) => {
        if ((await deviceValue(tx, key))?.holder !== holder) return false;
        await putDeviceValue(tx, key, { holder, since: now() });
        return true;
      });
    try {
      return await work({ keep });
    } finally {
      await db.write(["device"], async (tx) => {
        if ((await deviceValue(tx, key))?.holder === holder) await putDeviceValue(tx, key, null);
      });
    }
  };

  const lockName = `legwork-sync/${name}`;
  try {
    const got = await locks.request(lockName, { ifAvailable: true }, async (lock) =>
      lock === null ? null : { result: await withLease() },
    );
    if (got !== null) return got.result;
    const lease = await db.read(["device"], (tx) => deviceValue(tx, key));
    // One from the future was written before the clock was set back: it would stand for years.
    const heldMs = lease === undefined ? LEASE_MS : now() - lease.since;
    if (heldMs >= 0 && heldMs < LEASE_MS) return null;
    return await locks.request(lockName, { steal: true }, withLease);
  } catch (error) {
    // The lock was taken from this tab: the other one does the work.
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  }
}
