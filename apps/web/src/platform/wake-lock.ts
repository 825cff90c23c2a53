/** Keeps the screen on until the returned function is called. Where the phone cannot, nothing happens. */
export function keepScreenOn(): () => void {
  let lock: WakeLockSentinel | null = null;
  let wanted = true;

  async function take() {
    if (!wanted || document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    try {
      lock = await navigator.wakeLock.request("screen");
      if (!wanted) await lock.release();
    } catch {
      // Low battery or a policy: the screen may go dark, the rest timer is right all the same.
      lock = null;
    }
  }

  // The browser lets go whenever the page is hidden.
  const retake = () => void take();
  document.addEventListener("visibilitychange", retake);
  void take();
  return () => {
    wanted = false;
    document.removeEventListener("visibilitychange", retake);
    void lock?.release();
  };
}
