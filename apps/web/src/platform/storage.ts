/** Whether the browser promises to keep the logs: null where it cannot say. */
export async function isStorageKept(): Promise<boolean | null> {
  if (!navigator.storage?.persisted) return null;
  return navigator.storage.persisted();
}

/** Asks the browser to keep the logs. Asked after the first log, when there is something to keep. */
export async function askToKeepStorage(): Promise<boolean | null> {
  if (!navigator.storage?.persist) return null;
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}
