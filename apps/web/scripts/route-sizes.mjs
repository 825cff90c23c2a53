import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** First-load budgets in kB of gzip: 135 of them are the framework. */
export const BUDGETS_KB = {
  "/": 190,
  "/session": 190,
  "/week": 190,
  "/run": 190,
  "/library": 190,
  "/progress": 190,
  "/squad": 235,
};

const here = fileURLToPath(new URL("..", import.meta.url));
const core = fileURLToPath(new URL("../../../packages/core/messages/en", import.meta.url));
/** Catalogue files by the name under which a page asks for them; `base` is what every page has. */
const WORD_FILES = {
  attention: join(core, "attention.json"),
  attentionCard: join(here, "src/i18n/en/attention-card.json"),
  base: join(here, "src/i18n/en/shell.json"),
  exercise: join(core, "exercise.json"),
  library: join(core, "library.json"),
  libraryPage: join(here, "src/i18n/en/library.json"),
  safety: join(core, "safety.json"),
  safetyScreen: join(here, "src/i18n/en/safety-screen.json"),
  runLog: join(here, "src/i18n/en/run.json"),
};

/**
 * Gzip bytes of script that each page needs before it can be used: what its html asks for, and its words, which it
 * fetches while it starts. What is loaded on demand (charts, sheets) is not in it.
 */
export function routeSizes(folder = join(here, "out")) {
  const sizes = new Map();
  const gzipOf = (file) => {
    if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(folder, file)), { level: 9 }).length);
    return sizes.get(file);
  };
  const sum = (files) => [...new Set(files)].reduce((total, file) => total + gzipOf(file), 0);
  const chunks = chunkTexts(folder);
  const pages = readdirSync(folder).filter((name) => name.endsWith(".html") && !/^(404|_)/.test(name));
  return pages.sort().map((page) => {
    const route = page === "index.html" ? "/" : `/${page.replace(/\.html$/, "")}`;
    const scripts = scriptsOf(readFileSync(join(folder, page), "utf8"));
    const words = wordsOf(route).flatMap((name) =>
      chunks.filter(({ text }) => text.includes(markOf(name))).map(({ file }) => file),
    );
    const ofThemWords = sum(words.filter((file) => !scripts.includes(file)));
    return { route, gzipBytes: sum(scripts) + ofThemWords, ofThemWords, budgetKb: BUDGETS_KB[route] ?? null };
  });
}

function scriptsOf(html) {
  const tags = html.match(/<script[^>]*\ssrc="[^"]+"[^>]*>/g) ?? [];
  const files = tags.filter((tag) => !/nomodule/i.test(tag)).map((tag) => /\ssrc="\/([^"?]+)/.exec(tag)[1]);
  return [...new Set(files)];
}

function chunkTexts(folder) {
  return readdirSync(join(folder, "_next/static/chunks"))
    .filter((name) => name.endsWith(".js"))
    .map((name) => ({
      file: `_next/static/chunks/${name}`,
      text: readFileSync(join(folder, "_next/static/chunks", name), "utf8"),
    }));
}

// The route file says which parts of the catalogue its screen takes.
function wordsOf(route) {
  const source = readFileSync(join(here, "src/app", route, "page.tsx"), "utf8");
  const parts = /of=\{\[([^\]]*)\]\}/.exec(source)?.[1] ?? "";
  return ["base", ...[...parts.matchAll(/"(\w+)"/g)].map(([, name]) => name)];
}

// The longest text without a placeholder tells in which file a part ended up.
function markOf(name) {
  const file = WORD_FILES[name] ?? join(here, `src/i18n/en/${name}.json`);
  const plain = textsOf(JSON.parse(readFileSync(file, "utf8"))).filter((text) => !/[{}'"\\’]/.test(text));
  return plain.sort((one, other) => other.length - one.length)[0];
}

function textsOf(messages) {
  return typeof messages === "string" ? [messages] : Object.values(messages).flatMap(textsOf);
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const rows = routeSizes();
  for (const { route, gzipBytes, ofThemWords, budgetKb } of rows) {
    const kb = gzipBytes / 1000;
    const over = budgetKb !== null && kb > budgetKb;
    console.log(
      `${route.padEnd(14)} ${kb.toFixed(1).padStart(6)} kB (words ${(ofThemWords / 1000).toFixed(1)})${budgetKb === null ? "" : `  of ${budgetKb}`}${over ? "  OVER" : ""}`,
    );
  }
  if (rows.some(({ gzipBytes, budgetKb }) => budgetKb !== null && gzipBytes / 1000 > budgetKb)) process.exitCode = 1;
}
