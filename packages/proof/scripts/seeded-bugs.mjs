// Plants each mistake of src/seeded-bugs into the sources on their way into the tests, and proves that a test fails.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { seededBugs } from "../src/seeded-bugs/bugs.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A run that takes longer stands still, and has caught nothing. Our own choice. */
const RUN_MS_MAX = 15 * 60_000;
const config = "packages/proof/src/seeded-bugs/vitest.config.mjs";
const wanted = process.argv.slice(2);
const bugs = wanted.length === 0 ? seededBugs : seededBugs.filter(({ name }) => wanted.includes(name));
if (bugs.length === 0) {
  console.error(`No seeded bug is called so. There are: ${seededBugs.map(({ name }) => name).join(" · ")}`);
  process.exit(2);
}

const files = [...new Set(bugs.flatMap(({ caughtBy }) => caughtBy))];
console.log(`Without a bug: ${files.length} test files must pass`);
const healthy = runTests({ files, bug: "" });
if (!healthy.passed) {
  console.error(`The tests fail without any bug, so they prove nothing.\n${healthy.output}`);
  process.exit(1);
}

const rows = [];
for (const bug of bugs) {
  const startedAt = performance.now();
  const caught = bug.caughtBy.filter((file) => isCaught(bug.name, file));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  rows.push({ name: bug.name, caught, missedBy: bug.caughtBy.filter((file) => !caught.includes(file)), seconds });
  console.log(`${caught.length > 0 ? "caught" : "SLIPPED THROUGH"}  ${bug.name}  ${seconds} s`);
}

console.log("\n| bug | caught by | seconds |\n|---|---|---|");
for (const { name, caught, seconds } of rows)
  console.log(`| ${name} | ${caught.join(", ") || "nothing"} | ${seconds} |`);
// Each named test has to catch its bug: a list that promises more than it does would hide the day when nothing does.
const missed = rows.filter(({ missedBy }) => missedBy.length > 0);
for (const { name, missedBy } of missed) console.error(`"${name}" slipped through ${missedBy.join(", ")}`);
console.log(`${rows.length - missed.length} passed, ${missed.length} failed`);
process.exit(missed.length === 0 ? 0 : 1);

/** A run that failed without a failed test (a source that does not load) has caught nothing. */
function isCaught(bug, file) {
  const { passed, output } = runTests({ files: [file], bug });
  if (!passed && !/Tests\s+.*\d+ failed/.test(output)) {
    console.error(`"${bug}" kept ${file} from running:\n${output}`);
    return false;
  }
  return !passed;
}

function runTests({ files: tests, bug }) {
  const program = join(root, "node_modules", ".bin", "vitest");
  const { status, stdout, stderr } = spawnSync(program, ["run", "--config", config, "--testTimeout=600000", ...tests], {
    cwd: root,
    encoding: "utf8",
    timeout: RUN_MS_MAX,
    env: { ...process.env, NO_COLOR: "1", SEEDED_BUG: bug },
  });
  return { passed: status === 0, output: `${stdout}\n${stderr}` };
}
