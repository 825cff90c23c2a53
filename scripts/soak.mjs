// Plays thousands of stories of phones and a server in a bad world, on every core, and says in one line how they ended.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { root, toolEnv } from "./run-pnpm.mjs";

const RUNS = 10_000;
/** Seeds of two processes lie further apart than either has runs. */
const SEEDS_APART = 10_000_000;
/** A process that has noted nothing for so long stands still; a round of it ends after half of that. Our own choice. */
const SILENCE_MS_MAX = 10 * 60_000;
/** Our own choice. */
const LOOK_EVERY_MS = 10_000;

const runs = readNumber(process.argv[2], RUNS, "the number of runs");
const firstSeed = readNumber(process.argv[3], Math.floor(Math.random() * SEEDS_APART), "the first seed");
const processes = Math.min(availableParallelism(), runs);
const folder = mkdtempSync(join(tmpdir(), "legwork-soak-"));
const startedAt = performance.now();
const startedAtMs = Date.now();
console.log(`soak: ${runs} runs in ${processes} processes, first seed ${firstSeed}`);

try {
  const reports = await Promise.all(Array.from({ length: processes }, (_, index) => soak(index)));
  const sum = (read) => reports.reduce((total, report) => total + read(report), 0);
  const violations = reports.flatMap((report) => report.violations);
  for (const { seed, path, story, found } of violations) {
    console.error(`\nseed ${seed}, path ${path}\n${found}\n${story}`);
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`faults: ${told(reports.map(({ faults }) => faults))}`);
  console.log(`ops: ${told(reports.map(({ statuses }) => statuses))}`);
  console.log(
    `soak: ${sum((report) => report.runs)} runs, ${sum((report) => report.commands)} commands, ${sum((report) => report.requests)} requests, ${seconds} s, ${violations.length} violations`,
  );
  process.exitCode = violations.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function soak(index) {
  const report = join(folder, `${index}.json`);
  const share = Math.floor(runs / processes) + (index < runs % processes ? 1 : 0);
  const program = join(root, "node_modules", ".bin", "vitest");
  const env = {
    ...toolEnv,
    LEGWORK_SOAK_RUNS: String(share),
    LEGWORK_SOAK_SEED: String(firstSeed + index * SEEDS_APART),
    LEGWORK_SOAK_REPORT: report,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(program, ["run", "--config", "soak.config.ts"], { cwd: join(root, "packages/proof"), env });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
    const isSilent = () => Date.now() - (existsSync(report) ? statSync(report).mtimeMs : startedAtMs) > SILENCE_MS_MAX;
    const watch = setInterval(() => isSilent() && child.kill("SIGKILL"), LOOK_EVERY_MS);
    child.on("error", reject);
    // Not `close`: whoever inherited the pipes could keep them open for ever.
    child.on("exit", (code, signal) => {
      clearInterval(watch);
      if (signal === "SIGKILL")
        reject(new Error(`The soak stood still for ${SILENCE_MS_MAX / 60_000} minutes:\n${output}`));
      else if (code === 0) resolve(JSON.parse(readFileSync(report, "utf8")));
      else reject(new Error(`The soak itself failed:\n${output}`));
    });
  });
}

function told(all) {
  const names = [...new Set(all.flatMap((each) => Object.keys(each)))].sort((one, other) => one.localeCompare(other));
  return names.map((name) => `${name} ${all.reduce((total, each) => total + (each[name] ?? 0), 0)}`).join(" · ");
}

function readNumber(text, otherwise, what) {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) {
    console.error(`Not ${what}: ${text}`);
    process.exit(2);
  }
  return number;
}
