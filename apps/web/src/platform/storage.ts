const ASKED = "legwork.keepStorageAsked";

/** Asks the browser to keep the logs: once, after the first saved log, when there is something to keep. Some browsers ask the person. */
export async function askToKeepStorage(): Promise<void> {
  if (!navigator.storage?.persist || localStorage.getItem(ASKED) !== null) return;
  localStorage.setItem(ASKED, "yes");
  if (!(await navigator.storage.persisted())) await navigator.storage.persist();
}
