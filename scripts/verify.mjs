// Everything that can be known in under a minute: format, lint, boundaries, types, unit tests, dead code, docs.
import { staticChecks, unitTests } from "./checks.mjs";
import { runChecks } from "./run-check.mjs";

const startedAt = performance.now();
const results = await runChecks([unitTests, ...staticChecks]);
const failed = results.filter((result) => !result.ok);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(`${results.length - failed.length} passed, ${failed.length} failed in ${seconds} s`);
process.exit(failed.length === 0 ? 0 : 1);
