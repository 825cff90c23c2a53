declare global {
  interface Window {
    /** The button that was tapped before the page could answer; absent once it can. */
    earlyTap?: { button: HTMLElement | null; listen: (event: Event) => void };
  }
}

/**
 * Runs before the page is alive. A page stands prerendered before its script has arrived; on a slow phone a first tap on a
 * button would vanish. The last one is remembered instead.
 */
export const EARLY_TAP_SCRIPT =
  "(function(){var e=window.earlyTap={button:null,listen:function(v){" +
  "var b=v.target&&v.target.closest&&v.target.closest('button');if(b)e.button=b}};" +
  "document.addEventListener('click',e.listen,true)})()";

/** Called when the page is alive: stops listening and repeats the tap, if there was one and its button still stands. */
export function repeatEarlyTap(): void {
  const early = window.earlyTap;
  if (early === undefined) return;
  delete window.earlyTap;
  document.removeEventListener("click", early.listen, true);
  if (early.button?.isConnected) early.button.click();
}
