// Everything: set-up, static checks, planted faults, unit, database, process and browser tests; one line with the sums.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { staticChecks } from "./checks.mjs";
import { findOrInstallBrowser } from "./find-browser.mjs";
import { runChecks } from "./run-check.mjs";
import { root, toolEnv } from "./run-pnpm.mjs";

const reports = join(root, "node_modules", ".legwork", "reports");
const sums = { passed: 0, failed: 0, skipped: 0 };

await step("set-up", () => run("node", ["scripts/set-up.mjs"]) === 0 || die("The set-up failed, see above."));
const browser = findOrInstallBrowser();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

await step("checks", async () => {
  for (const check of await runChecks([
    ...staticChecks,
    { name: "planted boundary faults", command: ["node", "scripts/boundary-faults.mjs"] },
  ])) {
    sums[check.ok ? "passed" : "failed"] += 1;
  }
});

await step("unit, database and process tests", () => {
  const report = join(reports, "vitest.json");
  const code = run(bin("vitest"), ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
  count(report, code, (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  }));
});

await step("browser tests", () => {
  const report = join(reports, "playwright.json");
  const code = run(bin("playwright", "apps/web"), ["test", "--reporter=list,json"], {
    cwd: join(root, "apps/web"),
    env: { ...toolEnv, LEGWORK_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  count(report, code, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
});

console.log(`${sums.passed} passed, ${sums.failed} failed${sums.skipped > 0 ? `, ${sums.skipped} skipped` : ""}`);
process.exit(sums.failed === 0 && sums.passed > 0 ? 0 : 1);

function bin(name, folder = "") {
  return join(root, folder, "node_modules", ".bin", name);
}

function run(program, args, options = {}) {
  return spawnSync(program, args, { cwd: root, stdio: "inherit", env: toolEnv, ...options }).status ?? 1;
}

/** Adds a runner's own sums; a runner that failed without a failed test counts as one failure. */
function count(report, code, read) {
  const found = existsSync(report)
    ? read(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: 0, skipped: 0 };
  if (code !== 0 && found.failed === 0) found.failed = 1;
  for (const key of Object.keys(sums)) sums[key] += found[key];
}

async function step(name, work) {
  const startedAt = performance.now();
  console.log(`\n— ${name}`);
  await work();
  console.log(`— ${name}: ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
}

function die(sentence) {
  console.error(sentence);
  process.exit(1);
}
