// Keeps the documents true: every rule of SPEC.md has a test, every test names a rule that exists,
// every link and every command in the documents leads somewhere.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./run-pnpm.mjs";

const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter((file) => file && existsSync(join(root, file)));
const read = (file) => readFileSync(join(root, file), "utf8");

const faults = [...ruleFaults(), ...documentFaults(), ...dutyFaults()];
for (const fault of faults) console.error(fault);
console.log(
  faults.length === 0
    ? "docs: every rule has a test, every link and command leads somewhere"
    : `docs: ${faults.length} faults`,
);
process.exit(faults.length === 0 ? 0 : 1);

function ruleFaults() {
  const rules = [...read("packages/core/SPEC.md").matchAll(/^- \*\*([A-Z]+[0-9]+[a-z]?)\*\*/gm)].map(
    (match) => match[1],
  );
  const tests = tracked.filter((file) => /\.test\.tsx?$/.test(file));
  const tested = new Map();
  for (const file of tests) {
    for (const title of read(file).matchAll(
      /\b(?:test|it|describe)(?:\.each\([\s\S]*?\))?\(\s*["'`]((?:\[[A-Za-z0-9, ]+\])+)/g,
    )) {
      for (const id of title[1].match(/[A-Za-z]+[0-9]+[a-z]?/g) ?? []) tested.set(id, file);
    }
  }
  const known = new Set(rules);
  const doubled = rules.filter((rule, index) => rules.indexOf(rule) !== index);
  return [
    ...doubled.map((rule) => `SPEC.md numbers ${rule} twice`),
    ...rules
      .filter((rule) => !tested.has(rule))
      .map((rule) => `SPEC.md: rule ${rule} has no test titled "[${rule}] …"`),
    ...[...tested]
      .filter(([id]) => !known.has(id))
      .map(([id, file]) => `${file} tests ${id}, which SPEC.md does not have`),
  ];
}

function documentFaults() {
  const scripts = Object.keys(JSON.parse(read("package.json")).scripts);
  const builtIn = new Set(["install", "exec", "run", "ci"]);
  const found = [];
  for (const file of tracked.filter((each) => each.endsWith(".md"))) {
    const text = read(file);
    for (const [, target] of text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)) {
      if (!existsSync(join(root, dirname(file), target))) found.push(`${file}: the link to ${target} leads nowhere`);
    }
    for (const [, name] of text.matchAll(/`(?:pnpm|npm run) ([a-z][a-z:-]*)/g)) {
      if (!scripts.includes(name) && !builtIn.has(name)) found.push(`${file}: there is no command ${name}`);
    }
  }
  return found;
}

/** What every decision says: its context, options, decision, consequences and what checks it. */
function dutyFaults() {
  const parts = ["Context", "Options", "Decision", "Consequences", "What checks it"];
  return tracked
    .filter((file) => /^docs\/decisions\/(?!README)[^/]+\.md$/.test(file))
    .flatMap((file) => {
      const text = read(file);
      return parts.filter((part) => !text.includes(part)).map((part) => `${file} has no part "${part}"`);
    });
}
