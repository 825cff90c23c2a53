// Runs the comparisons of this folder, or the named ones: `npm run bench -- web`.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { root, toolEnv } from "../scripts/run-pnpm.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const benches = [
  { name: "placement", file: "placement/preview.bench.mjs" },
  { name: "placement-peer", file: "placement/peer.bench.mjs" },
  { name: "adaptation", file: "adaptation/next-session.bench.mjs" },
  { name: "library", file: "library/library.bench.mjs" },
  { name: "sync", file: "sync/sync.bench.mjs" },
  // It installs other servers, which nobody expects of "run everything".
  { name: "sync-peers", file: "sync-peers/sync-peers.bench.mjs", runs: "whenNamed" },
  { name: "pokes", file: "pokes/bus.bench.mjs" },
  { name: "phone", file: "phone/phone.bench.mjs" },
  { name: "rights", file: "rights/row-security.bench.mjs" },
  { name: "web", file: "web/route-sizes.mjs" },
];

const asked = process.argv.slice(2).filter((argument) => argument !== "--");
const unknown = asked.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no bench ${unknown.join(", ")}. There are: ${benches.map((bench) => bench.name).join(", ")}.`,
  );
  process.exit(1);
}
const chosen = benches.filter((bench) =>
  asked.length === 0 ? bench.runs !== "whenNamed" : asked.includes(bench.name),
);
let failed = 0;
for (const { name, file } of chosen) {
  console.log(`\n— ${name}`);
  const path = join(here, file);
  if (!existsSync(path)) throw new Error(`bench/${file} is missing`);
  if (spawnSync(process.execPath, [path], { cwd: root, stdio: "inherit", env: toolEnv }).status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
