import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, runPnpm } from "../run-pnpm.mjs";

const stamp = join(root, "node_modules/.legwork/installed");

/** Installs the packages of the lockfile unless nothing changed since the last time; then it needs neither npx nor network. */
export function install() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return true;

  console.log("Installing packages (the first time takes about a minute) …");
  const code = runPnpm(["install", "--frozen-lockfile", "--reporter=append-only", "--loglevel=warn"]);
  if (code !== 0) {
    console.error("The packages could not be installed, see above. The first start needs the network.");
    return false;
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}

/** Of everything that decides what is installed: lockfile, manifests, and the Node and machine it is for. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const path of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", ...manifests()]) {
    hash.update(`${path}\0${readFileSync(join(root, path), "utf8")}\0`);
  }
  return hash.update([process.platform, process.arch, process.versions.modules].join()).digest("hex");
}

function manifests() {
  return ["apps", "packages"].flatMap((folder) =>
    readdirSync(join(root, folder))
      .map((name) => join(folder, name, "package.json"))
      .filter((path) => existsSync(join(root, path)))
      .toSorted(),
  );
}
