import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { serveOut } from "./serve-out.mjs";
import { walkOnboarding } from "./walk-onboarding.mjs";
const served = await serveOut(fileURLToPath(new URL("../out", import.meta.url)));
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  locale: "en-GB",
  timezoneId: "Europe/Amsterdam",
  serviceWorkers: "block",
  colorScheme: process.argv[2] ?? "light",
});
await context.addInitScript(() => {
  window.__cls = 0;
  window.__src = [];
  new PerformanceObserver((l) => {
    for (const e of l.getEntries())
      if (!e.hadRecentInput) {
        window.__cls += e.value;
        window.__src.push(
          e.value.toFixed(4) +
            " " +
            e.sources.map((s) => s.node?.className?.baseVal ?? s.node?.className ?? s.node?.nodeName).join("; "),
        );
      }
  }).observe({ type: "layout-shift", buffered: true });
});
const page = await context.newPage();
page.on("pageerror", (e) => console.log("ERR", e.message));
await page.clock.setFixedTime(new Date("2026-11-30T09:00:00+01:00"));
await walkOnboarding(page, served.url, async () => {});
const cls = async (name) => console.log(name, "CLS", await page.evaluate(() => [window.__cls, window.__src]));
await page.clock.setFixedTime(new Date("2026-12-10T16:40:00+01:00"));
// slow the figure chunk so a jump would be seen
await page.route("**/_next/static/chunks/*.js", async (r) => {
  const res = await r.fetch();
  const t = await res.text();
  if (t.includes("paintOrder") && t.includes("thrust") === false) {
  }
  if (/MOB\.|hipFlexor/.test(t)) await new Promise((x) => setTimeout(x, 1200));
  await r.fulfill({ response: res });
});
await page.goto(served.url + "/");
await page.waitForTimeout(3500);
await cls("today");
await page.screenshot({ path: "/tmp/f-today.png" });
const start = page.getByRole("link", { name: "Start", exact: true });
console.log("start links", await start.count());
await start.first().click();
await page.waitForTimeout(3500);
await cls("opening");
await page.screenshot({ path: "/tmp/f-opening.png", fullPage: true });
await page.getByRole("button", { name: "Start", exact: true }).click();
await page.waitForTimeout(3500);
await cls("logger");
await page.screenshot({ path: "/tmp/f-logger.png" });
console.log(
  "labels",
  await page.locator("svg[role=img]").evaluateAll((ns) => ns.map((n) => n.getAttribute("aria-label"))),
);
const client = await context.newCDPSession(page);
await client.send("Performance.enable");
const m = async () =>
  Object.fromEntries((await client.send("Performance.getMetrics")).metrics.map((x) => [x.name, x.value]));
const a = await m();
await page.waitForTimeout(4000);
const b = await m();
for (const k of [
  "LayoutCount",
  "RecalcStyleCount",
  "LayoutDuration",
  "RecalcStyleDuration",
  "ScriptDuration",
  "TaskDuration",
])
  console.log(k, (b[k] - a[k]).toFixed(4), "in 4 s");
await browser.close();
served.close();
