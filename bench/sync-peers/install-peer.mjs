// Other servers come from the registry into a folder of their own under the OS's temporary one: never into this workspace.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const PEERS_FOLDER = join(tmpdir(), "legwork-bench-peers");
// Our own choice: on a slow line the larger of the two took two minutes.
const INSTALL_WITHIN_MS = 6 * 60_000;
const COMPLETE = "complete";

/** The folder in which the package is installed, or why there is none. `overrides` pins packages of its own that it is not pinned to. */
export async function installPeer({ name, version, overrides = {} }) {
  const folder = join(PEERS_FOLDER, `${name}-${version}`);
  if (isThere(folder, { name, version, overrides })) return { folder };
  console.log(`installing ${name}@${version} into ${folder} (once) …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const manifest = { name: "peer", private: true, dependencies: { [name]: version }, overrides };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  // No scripts: what these servers need of native code they bring along.
  const { code, said } = await npm(
    ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"],
    folder,
  );
  if (code === 0 && versionIn(folder, name) === version) {
    writeFileSync(join(folder, COMPLETE), wanted({ name, version, overrides }));
    return { folder };
  }
  return { failure: `${name}@${version} is not there: ${whyNot(code, said)}` };
}

export function removePeers() {
  rmSync(PEERS_FOLDER, { recursive: true, force: true });
}

// The mark is written last, so that an install that was cut off counts as none.
function isThere(folder, peer) {
  const mark = join(folder, COMPLETE);
  return (
    existsSync(mark) && readFileSync(mark, "utf8") === wanted(peer) && versionIn(folder, peer.name) === peer.version
  );
}

function wanted(peer) {
  return JSON.stringify(peer);
}

function versionIn(folder, name) {
  const manifest = join(folder, "node_modules", name, "package.json");
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).version : null;
}

function npm(args, cwd) {
  // What our own package runner set for this workspace is no business of theirs; where the registry is stays.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) => !key.startsWith("npm_") || /^npm_config_(registry|.*proxy|cafile)$/.test(key),
    ),
  );
  const options = { cwd, env, stdio: ["ignore", "pipe", "pipe"], timeout: INSTALL_WITHIN_MS };
  const child = spawn("npm", args, { ...options, shell: process.platform === "win32" });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: -1, said: error.message }));
    child.once("close", (code) => resolve({ code, said }));
  });
}

function whyNot(code, said) {
  if (code === null) return `npm was not done within ${INSTALL_WITHIN_MS / 60_000} minutes`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(said)) {
    return "the npm registry is out of reach";
  }
  const lines = said.split("\n").filter((line) => /^npm (error|ERR!)/.test(line));
  return `npm install failed (${code}): ${(lines.length > 0 ? lines : [said.trim()]).slice(0, 3).join(" ")}`;
}
