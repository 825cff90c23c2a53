const DISMISSED = "legwork.installHintDismissed";

/** How this browser puts the app on the home screen; `none` when it is there, or cannot. */
export type InstallWay = "none" | "iosShare" | "prompt";

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

let offered: InstallPrompt | null = null;
const listeners = new Set<() => void>();

/** The browser says once, soon after the start, that it can install: kept for the moment when the runner looks for it. */
export function listenForInstall() {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offered = event as InstallPrompt;
    tell();
  });
  window.addEventListener("appinstalled", () => {
    offered = null;
    tell();
  });
}

export function installWay(): InstallWay {
  if (isOnHomeScreen()) return "none";
  if (isIos()) return "iosShare";
  return offered === null ? "none" : "prompt";
}

export function isInstallHintDismissed(): boolean {
  return localStorage.getItem(DISMISSED) !== null;
}

export function dismissInstallHint() {
  localStorage.setItem(DISMISSED, "yes");
  tell();
}

/** Shows the browser's own question. It can be shown once. */
export async function install(): Promise<void> {
  const prompt = offered;
  offered = null;
  await prompt?.prompt();
  tell();
}

export function onInstallChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Safari outside the home screen clears what a page kept after seven days without a visit. */
export function isClearedWhenUnused(): boolean {
  return isIos() && !isOnHomeScreen();
}

function isOnHomeScreen(): boolean {
  return (
    window.matchMedia("(display-mode: standalone)").matches ||
    ("standalone" in navigator && navigator.standalone === true)
  );
}

// An iPad calls itself a Mac, but no Mac has a touch screen.
function isIos(): boolean {
  return (
    /iPhone|iPad|iPod/.test(navigator.userAgent) ||
    (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
  );
}

function tell() {
  for (const listener of listeners) listener();
}
