/** What the browser says of the room it gives; null where it does not say. */
export interface StorageFacts {
  /** Whether it promises to keep the logs. */
  readonly kept: boolean | null;
  readonly freeBytes: number | null;
}

export async function readStorageFacts(): Promise<StorageFacts> {
  const [kept, room] = await Promise.all([isStorageKept(), navigator.storage?.estimate?.() ?? null]);
  const known = room?.quota !== undefined && room.usage !== undefined;
  return { kept, freeBytes: known ? Math.max(0, (room.quota ?? 0) - (room.usage ?? 0)) : null };
}

async function isStorageKept(): Promise<boolean | null> {
  if (!navigator.storage?.persisted) return null;
  return navigator.storage.persisted();
}

/** Asks again, because the runner wants it now. */
export async function askAgainToKeepStorage(): Promise<boolean | null> {
  if (!navigator.storage?.persist) return null;
  return navigator.storage.persist();
}
