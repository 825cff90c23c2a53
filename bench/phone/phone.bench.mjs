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
/** Starts of each phone, in turns. Our own choice. */
const STARTS = 9;
/** Measured turns in a round, unmeasured ones before them, and rounds of each phone. Our own choice. */
const TURNS = 5;
const WARM_UP = 2;
const ROUNDS = 8;
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
  await none.prepare();
  await many.prepare();
  compare("sync", await inTurns("idleSyncs"));
  const floor = await inTurns("strictPuts");
  say("floor-relaxed", (await inTurns("relaxedPuts")).many, "");
  say("floor-strict", floor.many, "one small value, as durable as a tap");
  const tapped = await inTurns("taps");
  compare("tap", tapped);
  const ofFloor = (median(tapped.many) / median(floor.many)).toFixed(1);
  say("tap-saved", tapped.many, `limit=${LIMITS.tapMs} ms ${ofFloor} × floor`, median(tapped.many) > LIMITS.tapMs);
  console.log(`bench load=${loadavg()[0].toFixed(1)}`);

  /** The phone without records and the one with many take turns, so that both meet the same machine. */
  async function inTurns(name) {
    const took = { none: [], many: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      took.none.push(...(await none.measure(name, TURNS)));
      took.many.push(...(await many.measure(name, TURNS)));
    }
    return took;
  }
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
  const run = (name, count) => page.evaluate(([called, given]) => globalThis.phoneProbe[called](given), [name, count]);
  return {
    /** Runs one of the probe's functions in the page. */
    async ask(name, count) {
      await page.evaluate(probe);
      return run(name, count);
    },
    /** Once after a start; then `measure` runs one function again and again. */
    prepare: () => page.evaluate(probe),
    /** The first turns only warm it up. */
    measure: async (name, count) => (await run(name, count + WARM_UP)).slice(WARM_UP),
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
