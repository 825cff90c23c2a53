import { chromium } from "@playwright/test";
import { walkOnboarding } from "../scripts/walk-onboarding.mjs";
const url = process.env.URL_ ?? "http://localhost:28471";
const scheme = process.env.SCHEME ?? "light";
const [w, h] = (process.env.SIZE ?? "390x844").split("x").map(Number);
const tag = `${scheme}-${w}`;
const b = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const c = await b.newContext({
  viewport: { width: w, height: h },
  hasTouch: true,
  locale: "en-GB",
  deviceScaleFactor: 1,
  timezoneId: "Europe/Amsterdam",
  colorScheme: scheme,
});
const p = await c.newPage();
p.on("console", (m) => {
  if (["error", "warning"].includes(m.type())) console.log("console", m.type(), m.text().slice(0, 400));
});
p.on("pageerror", (e) => console.log("pageerror", String(e.stack).slice(0, 600)));
const shot = async (name, full = false) => {
  await p.waitForTimeout(350);
  await p.screenshot({ path: `/tmp/wl/shots/${tag}-${name}.png`, fullPage: full });
  console.log("shot", name);
};
try {
  await walkOnboarding(p, url, async () => {});
  await p.waitForTimeout(800);
  await shot("00-today");

  const runner = await p.evaluate(async () => {
    const dbs = await new Promise((res, rej) => {
      const r = indexedDB.open("legwork");
      r.onsuccess = () => res(r.result);
      r.onerror = rej;
    });
    const all = await new Promise((res) => {
      const r = dbs.transaction("device").objectStore("device").get("currentRunner");
      r.onsuccess = () => res(r.result);
    });
    dbs.close();
    return all;
  });
  const v5 = (await import("uuid")).v5;
  const monday = "2026-11-23";
  const id = v5(`session_log/${monday}/A`, runner);
  await p.goto(`${url}/session?id=${id}`);
  await p.getByRole("button", { name: "Start", exact: true }).waitFor();
  await shot("02-opening");
  await shot("02-opening-full", true);
  await p.getByRole("button", { name: "Start", exact: true }).click();
  await p.getByRole("button", { name: /Set done/ }).waitFor();
  await shot("03-set");
  const n = Number(process.env.SETS ?? 20);
  const seen = new Set();
  for (let i = 0; i < n; i++) {
    const restart = p.getByRole("button", { name: "Skip rest" });
    const done = p.getByRole("button", { name: /^Set done/ });
    await Promise.race([
      restart.waitFor(),
      done.first().waitFor(),
      p.getByRole("button", { name: "Done", exact: true }).last().waitFor(),
    ]);
    if (await restart.isVisible()) {
      if (!seen.has("rest")) {
        seen.add("rest");
        await shot("05-rest");
        await p.getByRole("button", { name: "Pause" }).click();
        await p.waitForTimeout(300);
        await p.reload();
        await restart.waitFor();
        await shot("05-rest-paused");
        await p.getByRole("button", { name: "+15 s" }).click();
        await p.waitForTimeout(200);
        await p.getByRole("button", { name: "Go on" }).click();
        await p.waitForTimeout(300);
      }
      await restart.click();
      await p.waitForTimeout(120);
      continue;
    }
    if (await done.first().isVisible()) {
      const h = await p.locator("h1").first().textContent();
      if (!seen.has(h)) {
        seen.add(h);
        await shot("04-set-" + h.replace(/\W+/g, "-").toLowerCase());
        if ((await p.getByRole("button", { name: /^Start/ }).isVisible()) && !seen.has("hold")) {
          seen.add("hold");
          await p.getByRole("button", { name: /^Start/ }).click();
          await p.waitForTimeout(800);
          await shot("06-hold-ready");
          await p.waitForTimeout(6000);
          await shot("06-hold");
          await p.getByRole("button", { name: "Stop here" }).click();
          await p.waitForTimeout(300);
          continue;
        }
        if (!seen.has("pain") && i > 2) {
          seen.add("pain");
          await p.getByRole("button", { name: "Pain" }).click();
          await p.waitForTimeout(500);
          await p.getByRole("button", { name: "How much, 0 to 10: 4" }).click();
          await shot("07-pain");
          await p.getByRole("button", { name: "Close" }).click();
          await p.waitForTimeout(400);
        }
        if (!seen.has("menu") && i > 4) {
          seen.add("menu");
          await p.getByRole("button", { name: "More", exact: true }).click();
          await p.waitForTimeout(500);
          await shot("08-menu");
          await p
            .getByRole("button", { name: /^Change/ })
            .first()
            .click();
          await p.waitForTimeout(300);
          await shot("08-edit");
          await p.getByRole("button", { name: "Close" }).click();
          await p.waitForTimeout(400);
        }
      }
      const before = await p.evaluate(() => document.querySelector("section[aria-label]")?.getAttribute("aria-label"));
      await done.first().click();
      await p.waitForTimeout(150);
      continue;
    }
    break;
  }
  await p.waitForTimeout(300);
  await shot("09-after");
  await shot("09-after-full", true);
  await p.getByRole("button", { name: "Done", exact: true }).last().click();
  await p.waitForURL(url + "/");
  await shot("10-today-after");
  const runId = v5(`run_log/mon@${monday}`, runner);
  await p.goto(`${url}/run?id=${runId}`);
  await p.getByText("How did your legs").or(p.getByText("still ahead")).waitFor();
  await shot("11-run-planned");
  await p.goto(`${url}/run`);
  await p.getByText("How did your legs").waitFor();
  await p.getByText("Heavy", { exact: true }).click();
  await shot("12-run-new");
  await p.getByRole("button", { name: /Time and distance/ }).click();
  await p.getByRole("button", { name: /^Effort/ }).click();
  await p.getByRole("button", { name: /^Pain/ }).click();
  await shot("12-run-open", true);
  await p.getByRole("button", { name: "Done" }).click();
  await p.waitForURL(url + "/");
  await p.goto(`${url}/about-data`);
  await p.waitForTimeout(700);
  await shot("13-safety");
  await shot("13-safety-full", true);
  await p.goto(`${url}/more`);
  await p.waitForTimeout(700);
  await shot("14-more", true);
  await p.goto(`${url}/account`);
  await p.waitForTimeout(500);
  await p.getByRole("button", { name: "Create account" }).click();
  await shot("15-account");
  const email = `mo${Date.now()}@example.org`;
  await p.getByLabel("Your name").fill("Mo");
  await p.getByLabel("E-mail").fill(email);
  await p.getByLabel("Password").fill("eight or more");
  await p.getByRole("button", { name: "Create account" }).last().click();
  await p.waitForURL(url + "/more");
  await p.waitForTimeout(2500);
  await shot("16-more-signed-in", true);
  await p.goto(`${url}/about-data`);
  await p.waitForTimeout(1500);
  await shot("17-safety-live");
  await c.setOffline(true);
  await p.waitForTimeout(300);
  await shot("18-safety-offline");
  await c.setOffline(false);
  // second device
  const c2 = await b.newContext({
    viewport: { width: w, height: h },
    hasTouch: true,
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    colorScheme: scheme,
  });
  const p2 = await c2.newPage();
  p2.on("pageerror", (e) => console.log("pageerror2", String(e.stack).slice(0, 400)));
  await p2.goto(`${url}/account?mode=signIn`);
  await p2.getByLabel("E-mail").fill(email);
  await p2.getByLabel("Password").fill("wrong password");
  await p2.getByRole("button", { name: "Sign in" }).last().click();
  await p2.waitForTimeout(1500);
  await p2.screenshot({ path: `/tmp/wl/shots/${tag}-19-wrong.png` });
  await p2.getByLabel("Password").fill("eight or more");
  await p2.getByRole("button", { name: "Sign in" }).last().click();
  await p2.waitForURL(url + "/more");
  await p2.goto(`${url}/session?id=${id}`);
  await p2.waitForTimeout(1500);
  await p2.screenshot({ path: `/tmp/wl/shots/${tag}-20-second-device.png` });
  await p2.goto(`${url}/`);
  await p2.waitForTimeout(1200);
  await p2.screenshot({ path: `/tmp/wl/shots/${tag}-21-second-today.png` });
  console.log("all through");
} catch (e) {
  console.log("ERR", e.message.slice(0, 500));
  await shot("err");
}
await b.close();
