import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root, runPnpm } from "./run-pnpm.mjs";

const DEBIAN_CHROMIUM = "/usr/bin/chromium";

/**
 * The browser for the tests: `LEGWORK_BROWSER`, Debian's Chromium, or Playwright's own; installed when
 * there is none. Ends the process with one sentence when none can be had.
 */
export function findOrInstallBrowser() {
  const asked = process.env.LEGWORK_BROWSER;
  if (asked) return existsSync(asked) ? asked : stop(`LEGWORK_BROWSER names ${asked}, and there is no such file.`);
  const present = installedBrowser();
  if (present) return present;
  if (existsSync("/usr/bin/apt-get")) {
    if (process.getuid?.() !== 0) {
      if (playwrightInstalls()) return playwrightBrowser();
      stop("The browser tests need Chromium. Install it with: sudo apt-get install -y chromium");
    }
    console.log("Installing Debian's chromium for the browser tests …");
    const apt = (...args) =>
      spawnSync("apt-get", args, {
        stdio: ["ignore", "ignore", "inherit"],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      }).status === 0;
    apt("update", "-qq");
    if (apt("install", "-y", "-qq", "chromium") && existsSync(DEBIAN_CHROMIUM)) return DEBIAN_CHROMIUM;
  }
  if (playwrightInstalls()) return playwrightBrowser();
  return stop(
    "The browser tests need Chromium. Install it with: npx playwright install chromium, or name one in LEGWORK_BROWSER.",
  );
}

function installedBrowser() {
  return [DEBIAN_CHROMIUM, "/usr/bin/chromium-browser", "/usr/bin/google-chrome", playwrightBrowser()].find(
    (path) => path && existsSync(path),
  );
}

function playwrightBrowser() {
  try {
    const require = createRequire(join(root, "apps/web/package.json"));
    return createRequire(require.resolve("@playwright/test"))("playwright-core").chromium.executablePath();
  } catch {
    return null;
  }
}

function playwrightInstalls() {
  return (
    runPnpm(["--filter", "@legwork/web", "exec", "playwright", "install", "chromium"]) === 0 &&
    existsSync(playwrightBrowser() ?? "")
  );
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
