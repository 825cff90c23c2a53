import { expect, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import type { RealServer } from "./server";

/** Where the strength week of the journey stands: this week's Monday, early evening, on every device. */
export const MONDAY_EVENING = mondayEvening();

/** For what happens with signal: the app is not fetched whole first, which takes a good part of two cores. */
export const ONLINE: BrowserContextOptions = { serviceWorkers: "block" };

/** A browser profile of its own with the journey's clock; a content-policy violation or a script error fails the test. */
export async function openPhone(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ timezoneId: "Europe/Amsterdam", locale: "en-GB", ...options });
  await context.clock.install({ time: MONDAY_EVENING });
  context.on("page", watch);
  return context;
}

const faults = new WeakMap<BrowserContext, string[]>();

function watch(page: Page): void {
  const context = page.context();
  const found = faults.get(context) ?? [];
  faults.set(context, found);
  page.on("pageerror", (error) => found.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) found.push(message.text());
  });
}

/** Fails when any page of the profile broke the content policy or threw. */
export function expectNoFaults(context: BrowserContext): void {
  expect(faults.get(context) ?? []).toEqual([]);
}

/** Resolves when the app is kept for offline: the service worker is active and everything is cached. */
async function waitUntilKeptForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== "activated") {
      await new Promise<void>((resolve) => {
        active?.addEventListener("statechange", () => active.state === "activated" && resolve());
      });
    }
  });
}

/** Once the app is kept on the phone: the server is stopped and the network gone. */
export async function goOffline(page: Page, server: RealServer): Promise<void> {
  await waitUntilKeptForOffline(page);
  await server.stop();
  await page.context().setOffline(true);
}

/** Ends the page the way a phone does: without a word to it. */
export async function killPage(page: Page): Promise<void> {
  const crashed = page.waitForEvent("crash");
  await Promise.all([crashed, page.goto("chrome://crash").catch(() => null)]);
  await page.close();
}

function mondayEvening(): Date {
  const now = new Date();
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - sinceMonday, 16, 30));
}
