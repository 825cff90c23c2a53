import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The script that puts the sample week on a phone; made once for all tests of a process. */
export function sampleWeekScript(): Promise<string> {
  return (script ??= bundle());
}

let script: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here("sample-week.ts")],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    globalName: "sampleWeek",
    jsx: "automatic",
    alias: { "@": here("../src") },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return `${outputFiles[0]?.text ?? ""}; sampleWeek.writeSampleWeek()`;
}
