/** What the page is told about newer versions. */
export interface NewVersionListener {
  /** One is installed and waits; `use` begins it, or says that a session is going on in some tab. */
  readonly onWaiting: (use: () => Promise<{ busy: boolean }>) => void;
}

const LOOK_AGAIN_MS = 60 * 60 * 1000;

/** True where the browser can keep the app for offline: on https and on localhost. */
export function canKeepOffline(): boolean {
  return "serviceWorker" in navigator && window.isSecureContext;
}

/** Registers the service worker; returns how to stop listening. */
export function keepOffline({ onWaiting }: NewVersionListener): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setInterval> | undefined;

  async function register() {
    const { Workbox } = await import("workbox-window");
    const workbox = new Workbox("/sw.js", { updateViaCache: "none" });
    workbox.addEventListener("waiting", () => {
      if (!stopped) onWaiting(() => beginNewVersion(registration));
    });
    // Every tab hears it; a tab in a session is never there, for the new version does not begin then.
    workbox.addEventListener("controlling", (event) => {
      if (event.isUpdate) window.location.reload();
    });
    const registration = await workbox.register();
    if (!stopped) timer = setInterval(() => void workbox.update().catch(() => undefined), LOOK_AGAIN_MS);
  }

  // Without a service worker everything but the offline start still works.
  register().catch(() => undefined);

  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

function beginNewVersion(registration: ServiceWorkerRegistration | undefined): Promise<{ busy: boolean }> {
  const waiting = registration?.waiting;
  if (!waiting) return Promise.resolve({ busy: false });
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.addEventListener("message", (event: MessageEvent<{ busy: boolean }>) => resolve(event.data));
    channel.port1.start();
    waiting.postMessage({ type: "useNewVersion" }, [channel.port2]);
  });
}
