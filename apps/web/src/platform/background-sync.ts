/** Under this name the service worker hears that there is a signal again. */
export const BACKGROUND_SYNC_TAG = "legwork-sync";

/** Only some browsers have it. */
interface WithBackgroundSync {
  readonly sync?: { register(tag: string): Promise<void> };
}

/** Asks the browser to wake the service worker when there is a signal, also when the app is closed by then. */
export async function askForBackgroundSync(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = (await navigator.serviceWorker.getRegistration()) as WithBackgroundSync | undefined;
  await registration?.sync?.register(BACKGROUND_SYNC_TAG);
}
