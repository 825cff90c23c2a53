// The phone under its records: start, sync and a tap in Chromium, four times slowed, with 20,000 records beside none. Needs the built app.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../scripts/run-pnpm.mjs";

const web = join(root, "apps/web");
const fromWeb = createRequire(join(web, "package.json"));
const { chromium } = fromWeb("@playwright/test");
const { build } = fromWeb("esbuild");
const { serveOut } = await import(pathToFileURL(join(web, "scripts/serve-out.mjs")).href);
const { walkOnboarding } = await import(pathToFileURL(join(web, "scripts/walk-onboarding.mjs")).href);

const SLOWED = 4;
const MANY = 20_000;
const FIRST_SYNC = 2_000;
/** Turns of each kind, one after the other so that both meet the same machine. Our own choice. */
const STARTS = 9;
const TURNS = 30;
/** What is to be reached: a tap, and a first sync, in milliseconds; many records beside none. */
const LIMITS = { tapMs: 10, firstSyncMs: 3_000, ratio: 1.1 };

if (!existsSync(join(web, "out/index.html")))
  throw new Error("The app is not built: run node scripts/set-up.mjs first.");
console.log(
  `bench cpu="${cpus()[0]?.model ?? "?"}" cores=${availableParallelism()} slowed=${SLOWED} load=${loadavg()[0].toFixed(1)}`,
);
const probe = await bundleProbe();
const served = await serveOut(join(web, "out"));
const browser = await chromium.launch({
  executablePath: process.env.LEGWORK_BROWSER ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const first = await openPhone();
  const pulled = await first.ask("firstSync", FIRST_SYNC);
  say("first-sync", [pulled], `records=${FIRST_SYNC} limit=${LIMITS.firstSyncMs} ms`, pulled > LIMITS.firstSyncMs);
  await first.close();

  const [none, many] = [await openPhone(), await openPhone()];
  await none.ask("firstSync", 0);
  const filled = await many.ask("firstSync", MANY);
  console.log(`bench fill records=${MANY} took=${filled.toFixed(0)} ms`);

  const starts = { none: [], many: [] };
  for (let turn = 0; turn < STARTS; turn += 1) {
    starts.none.push(await none.start());
    starts.many.push(await many.start());
  }
  compare("start", starts);
  compare("sync", { none: await none.ask("idleSyncs", TURNS), many: await many.ask("idleSyncs", TURNS) });
  const floor = await none.ask("strictPuts", TURNS);
  say("floor-relaxed", await none.ask("relaxedPuts", TURNS), "");
  say("floor-strict", floor, "");
  const tapped = { none: await none.ask("taps", TURNS), many: await many.ask("taps", TURNS) };
  compare("tap", tapped);
  const aboveFloor = (median(tapped.many) / median(floor)).toFixed(2);
  say(
    "tap-saved",
    tapped.many,
    `limit=${LIMITS.tapMs} ms floor-ratio=${aboveFloor}`,
    median(tapped.many) > LIMITS.tapMs,
  );
} finally {
  await browser.close();
  served.close();
}

async function openPhone() {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    serviceWorkers: "block",
  });
  // Nobody answers but the probe's own server: the app is measured at what it does by itself.
  await context.route("**/api/**", (route) => route.abort());
  const page = await context.newPage();
  await walkOnboarding(page, served.url);
  await page.locator("h1").waitFor();
  const devTools = await context.newCDPSession(page);
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  return {
    /** Runs one of the probe's functions in the page. */
    async ask(name, count) {
      await page.evaluate(probe);
      return page.evaluate(([called, given]) => globalThis.phoneProbe[called](given), [name, count]);
    },
    /** Milliseconds from the click on the icon until today's session stands. */
    async start() {
      await page.goto("about:blank");
      await page.goto(served.url, { waitUntil: "commit" });
      await page.locator("h1").waitFor();
      return page.evaluate(() => performance.now());
    },
    close: () => context.close(),
  };
}

async function bundleProbe() {
  const { outputFiles } = await build({
    entryPoints: [join(web, "e2e/phone-probe.ts")],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    globalName: "phoneProbe",
    target: "es2022",
    alias: { "@": join(web, "src") },
    // The probe stands outside the app, and its bundle is a script of its own.
    footer: { js: "globalThis.phoneProbe = phoneProbe;" },
    logLevel: "error",
  });
  return outputFiles[0].text;
}

function compare(name, { none, many }) {
  const ratio = median(many) / median(none);
  say(`${name}-none`, none, "");
  say(`${name}-${MANY}`, many, `ratio=${ratio.toFixed(2)} limit=${LIMITS.ratio}`, ratio > LIMITS.ratio);
}

function say(name, took, more, isTooSlow = false) {
  const sorted = took.toSorted((one, other) => one - other);
  const range = `${sorted.at(0).toFixed(1)}–${sorted.at(-1).toFixed(1)}`;
  console.log(`bench ${name} median=${median(took).toFixed(1)} ms range=${range} ${more}${isTooSlow ? " MISSED" : ""}`);
  if (isTooSlow) process.exitCode = 1;
}

function median(took) {
  return took.toSorted((one, other) => one - other)[Math.floor(took.length / 2)];
}
