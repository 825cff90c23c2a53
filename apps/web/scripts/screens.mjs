import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "@playwright/test";
import { serveOut } from "./serve-out.mjs";
import { walkOnboarding } from "./walk-onboarding.mjs";

// Takes a picture of every screen at the sizes that matter, light and dark, for somebody to look at.
// node scripts/screens.mjs [--url http://localhost:3000] [--to folder] [--only today,week] [--day 2026-11-26]
const { values } = parseArgs({
  options: {
    url: { type: "string" },
    to: { type: "string", default: "/tmp/legwork-screens" },
    only: { type: "string" },
    size: { type: "string" },
    look: { type: "string" },
    /** Listens to every screen with axe as well. */
    axe: { type: "boolean", default: false },
    /** The civil day that the phone believes; Thursday of week 2 of the sample plan when absent. */
    day: { type: "string", default: "2026-12-10" },
    start: { type: "string", default: "2026-11-30" },
  },
});

const SIZES = { phone: [390, 844], narrow: [320, 568], desk: [1280, 800] };
const PAGES = {
  today: "/",
  week: "/week",
  progress: "/progress",
  library: "/library",
  more: "/more",
  safety: "/safety",
  around: "/around",
  exercises: "/exercises",
  tests: "/tests",
  account: "/account",
  "about-data": "/about-data",
  squad: "/squad",
  invitation: "/invitation?code=none",
};

const served = values.url === undefined ? await serveOut(fileURLToPath(new URL("../out", import.meta.url))) : null;
const url = values.url ?? served.url;
const wanted = values.only?.split(",");
mkdirSync(values.to, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.LEGWORK_BROWSER ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let faults = 0;

for (const [size, [width, height]] of Object.entries(SIZES))
  for (const look of ["light", "dark"]) {
    if ((values.size && values.size !== size) || (values.look && values.look !== look)) continue;
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: size === "desk" ? 1 : 2,
      colorScheme: look,
      locale: "en-GB",
      timezoneId: "Europe/Amsterdam",
      serviceWorkers: "block",
    });
    const page = await context.newPage();
    const say = (text) => {
      faults += 1;
      console.log(`${size} ${look}: ${text}`);
    };
    page.on("pageerror", (error) => say(error.stack ?? error.message));
    page.on(
      "console",
      (message) => message.type() === "error" && !/\/api\//.test(message.location().url) && say(message.text()),
    );
    const hearAxe = async (name) => {
      if (!values.axe) return;
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
        .analyze();
      for (const { id, nodes } of violations)
        say(`${name}: axe ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
    };
    const picture = async (name, full = true) => {
      if (wanted && !wanted.some((each) => name.startsWith(each))) return;
      await page.waitForTimeout(250);
      if (!name.endsWith("-full")) await hearAxe(name);
      await page.screenshot({ path: `${values.to}/${name}-${size}-${look}.png`, fullPage: full });
    };
    await page.clock.setFixedTime(new Date(`${values.start}T09:00:00+01:00`));
    await walkOnboarding(page, url, picture);
    await page.clock.setFixedTime(new Date(`${values.day}T16:40:00+01:00`));
    for (const [name, path] of Object.entries(PAGES)) {
      if (wanted && !wanted.some((each) => name.startsWith(each) || each.startsWith(name))) continue;
      await page.goto(url + path);
      await page.waitForLoadState("networkidle");
      await picture(name, false);
      await picture(`${name}-full`);
      if (name === "week") await openFirstSession(page, picture);
      if (name === "library") await lookAtSessions(page, picture);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) say(`${name} is ${overflow} px wider than the screen`);
    }
    await context.close();
  }
await browser.close();
served?.close();
console.log(`${values.to}: ${faults === 0 ? "no fault heard" : `${faults} faults`}`);

async function openFirstSession(page, picture) {
  const chip = page.getByRole("button", { name: /Hinge|Hips/ }).first();
  if ((await chip.count()) === 0) return;
  await chip.click();
  await page.waitForTimeout(400);
  await picture("week-sheet", false);
}

/** One session that fits and one that a rule forbids. */
async function lookAtSessions(page, picture) {
  for (const [name, chip, row] of [
    ["core", "Core", /^Core Foundation\sI\b/],
    ["legs", "Legs", /^Lower-Body Strong\sII\b/],
    ["spring", "Balance and spring", /^Jumps and Balance, Strong\sI\b/],
  ]) {
    await page.getByRole("button", { name: chip, exact: true }).click();
    await picture(`library-${name}`, false);
    await page.getByRole("button", { name: row }).first().click();
    await page.getByRole("dialog").waitFor();
    await page.waitForTimeout(400);
    await picture(`library-sheet-${name}`, false);
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
}
