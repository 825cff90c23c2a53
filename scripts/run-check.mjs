import { spawn } from "node:child_process";
import { join } from "node:path";
import { root, toolEnv } from "./run-pnpm.mjs";

const binPath = `${join(root, "node_modules", ".bin")}:${process.env.PATH ?? ""}`;

/** Runs one check; resolves with its output, whether it passed, and how long it took in seconds. */
export function runCheck({ name, command, env: own = {} }, { cwd = root, env = {} } = {}) {
  const [program, ...args] = command;
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...toolEnv, PATH: binPath, ...own, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    const finish = (ok) => resolve({ name, ok, output, seconds: (performance.now() - startedAt) / 1000 });
    child.on("error", (error) => {
      output += String(error);
      finish(false);
    });
    child.on("close", (code) => finish(code === 0));
  });
}

/** Runs checks, `lanes` at a time, and reports each as it ends; resolves with all results. */
export async function runChecks(checks, lanes = 2) {
  const waiting = [...checks];
  const results = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const result = await runCheck(check);
      results.push(result);
      console.log(`${result.ok ? "ok  " : "FAIL"}  ${result.name}  ${result.seconds.toFixed(1)} s`);
      if (!result.ok) console.log(result.output.trimEnd());
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
