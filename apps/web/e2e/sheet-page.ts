import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A page of its own with every figure, made from the app's component and colours; no route of the product. */
export async function figureSheet(theme: "light" | "dark", cell: { width: number; height: number }): Promise<string> {
  const bundle = await build({
    entryPoints: [here("figure-sheet.tsx")],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    jsx: "automatic",
    alias: { "@": here("../src") },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const css = readFileSync(here("../src/app/globals.css"), "utf8");
  const colours = [...css.matchAll(/^\s*(--[a-z0-9-]+: #[0-9a-f]{6};)/gm)].map(([, line]) => line ?? "");
  const half = colours.findIndex((line, index) => index > 0 && line.startsWith("--paper:"));
  const palette = theme === "light" ? colours.slice(0, half) : colours.slice(half);
  return `<!doctype html><html lang="en"><title>Figures</title><style>
:root { ${palette.join(" ")} color-scheme: ${theme} }
body { margin: 12px; background: var(--paper); color: var(--ink); font: 13px system-ui }
#sheet { display: flex; flex-wrap: wrap; gap: 14px }
figure { margin: 0; width: max-content; max-width: ${3 * cell.width}px; display: flex; flex-wrap: wrap; border-bottom: 1.5px solid var(--line) }
figcaption { width: 0; min-width: 100%; overflow: hidden; white-space: nowrap }
svg { width: ${cell.width}px; height: ${cell.height}px }
</style><div id="sheet"></div><script>${bundle.outputFiles[0]?.text.replaceAll("</script", "<\\/script")}</script></html>`;
}
