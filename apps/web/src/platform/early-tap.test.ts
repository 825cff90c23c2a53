// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { EARLY_TAP_SCRIPT, repeatEarlyTap } from "./early-tap";

afterEach(() => {
  document.body.replaceChildren();
});

function runEarly() {
  window.eval(EARLY_TAP_SCRIPT);
}

test("a tap on a button before the page is alive is repeated once when it is", () => {
  runEarly();
  document.body.innerHTML = "<button><span>Begin</span></button>";
  document.querySelector("span")?.click();
  const answered = vi.fn();
  document.querySelector("button")?.addEventListener("click", answered);
  repeatEarlyTap();
  repeatEarlyTap();
  expect(answered).toHaveBeenCalledOnce();
});

test("a tap that the page itself answers is not repeated", () => {
  runEarly();
  document.body.innerHTML = "<button>Begin</button>";
  const answered = vi.fn();
  document.querySelector("button")?.addEventListener("click", answered);
  repeatEarlyTap();
  document.querySelector("button")?.click();
  expect(answered).toHaveBeenCalledOnce();
});

test("a tap on a button that is gone is forgotten", () => {
  runEarly();
  document.body.innerHTML = "<button>Begin</button>";
  const button = document.querySelector("button");
  button?.click();
  button?.remove();
  expect(repeatEarlyTap).not.toThrow();
});
