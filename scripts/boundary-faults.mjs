// Plants each fault that the boundary rules must catch into a copy of the workspace and proves that it is caught.
import { cpSync, mkdtempSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync, existsSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "./run-pnpm.mjs";
import { runCheck } from "./run-check.mjs";

const lint = (file) => ["oxlint", "--type-aware", "--deny-warnings", file];

const faults = [
  {
    name: "core imports Drizzle",
    file: "packages/core/src/run/planted.ts",
    code: 'import { eq } from "drizzle-orm";\nexport const planted = eq;\n',
    command: lint,
    says: "Core holds rules only",
  },
  {
    name: "core imports another package of ours",
    file: "packages/core/src/run/planted.ts",
    code: 'import * as db from "@legwork/db";\nexport const planted = db;\n',
    command: () => ["turbo", "boundaries"],
    says: "@legwork/db",
  },
  {
    name: "Date.now in core",
    file: "packages/core/src/run/planted.ts",
    code: "export const planted = (): number => Date.now();\n",
    command: lint,
    says: "Core has no clock",
  },
  {
    name: "Math.random in core",
    file: "packages/core/src/run/planted.ts",
    code: "export const planted = (): number => Math.random();\n",
    command: lint,
    says: "Core has no chance",
  },
  {
    name: "web imports the worker (lint)",
    file: "apps/web/src/data/planted.ts",
    code: 'import { createApp } from "@legwork/worker";\nexport const planted = createApp;\n',
    command: lint,
    says: "The phone never imports the database or the server",
  },
  {
    name: "web imports the worker (boundaries)",
    file: "apps/web/src/data/planted.ts",
    code: 'import { createApp } from "../../../worker/src/app";\nexport const planted = createApp;\n',
    command: () => ["turbo", "boundaries"],
    says: "planted.ts",
  },
  {
    name: "web imports the database (boundaries)",
    file: "apps/web/src/data/planted.ts",
    code: 'import { openDatabase } from "@legwork/db";\nexport const planted = openDatabase;\n',
    command: () => ["turbo", "boundaries"],
    says: "@legwork/db",
  },
  {
    name: "a feature imports a feature by its alias",
    file: "apps/web/src/features/today/planted.ts",
    code: 'import { planted as other } from "@/features/week";\nexport const planted = other;\n',
    command: lint,
    says: "A feature never imports another feature",
  },
  {
    name: "a feature imports a feature by a relative path",
    file: "apps/web/src/features/today/planted.ts",
    code: 'import { planted as other } from "../week/planted";\nexport const planted = other;\n',
    command: lint,
    says: "A feature never imports another feature",
  },
  {
    name: "a folder of a feature imports another feature",
    file: "apps/web/src/features/today/parts/planted.ts",
    code: 'import { planted as other } from "../../week/planted";\nexport const planted = other;\n',
    command: lint,
    says: "A feature never imports another feature",
  },
  {
    name: "a deep import past a package's exports (lint)",
    file: "apps/worker/src/planted.ts",
    code: 'import { addDays } from "@legwork/core/src/calendar/local-date";\nexport const planted = addDays;\n',
    command: lint,
    says: "Reach a package through its exports",
  },
  {
    name: "a deep import past a package's exports (types)",
    file: "apps/worker/src/planted.ts",
    code: 'import { addDays } from "@legwork/core/calendar/local-date";\nexport const planted = addDays;\n',
    command: () => ["tsc", "--noEmit", "-p", "apps/worker"],
    says: "planted.ts",
  },
  {
    name: "a second reader of the environment",
    file: "apps/worker/src/routes/planted.ts",
    code: 'export const planted = (): string | undefined => process.env["PORT"];\n',
    command: lint,
    says: "serve.ts is the only reader",
  },
  {
    name: "Recharts outside a lazily loaded chart",
    file: "apps/web/src/features/today/planted.ts",
    code: 'import { LineChart } from "recharts";\nexport const planted = LineChart;\n',
    command: lint,
    says: "Recharts only inside a chart module",
  },
  {
    name: "an eager prefetch of a link",
    file: "apps/web/src/features/today/planted.tsx",
    code: 'import Link from "next/link";\nexport const Planted = () => <Link prefetch={true} href="/week">week</Link>;\n',
    command: lint,
    says: "prefetch",
  },
];

const copy = mkdtempSync(join(tmpdir(), "legwork-faults-"));
try {
  copyWorkspace(copy);
  const missed = [];
  for (const fault of faults) {
    const planted = join(copy, fault.file);
    mkdirSync(dirname(planted), { recursive: true });
    writeFileSync(planted, fault.code);
    const result = await runCheck({ name: fault.name, command: fault.command(fault.file) }, { cwd: copy });
    rmSync(planted);
    const caught = !result.ok && result.output.includes(fault.says);
    console.log(`${caught ? "caught" : "MISSED"}  ${fault.name}`);
    if (!caught) missed.push(`${fault.name}\n${result.output.trim()}`);
  }
  for (const each of missed) console.error(`\nMISSED: ${each}`);
  console.log(`${faults.length - missed.length} passed, ${missed.length} failed`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** The tracked files plus links to what is installed: enough for every checker. */
function copyWorkspace(target) {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8" });
  for (const file of files.split("\0").filter(Boolean)) {
    if (!existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(root, file), join(target, file));
  }
  execFileSync("git", ["init", "-q"], { cwd: target });
  linkModules("", target);
  for (const group of ["apps", "packages"]) {
    for (const name of readdirSync(join(root, group))) linkModules(join(group, name), target);
  }
}

function linkModules(folder, target) {
  const installed = join(root, folder, "node_modules");
  if (existsSync(installed)) symlinkSync(installed, join(target, folder, "node_modules"));
}
