import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import { describe, expect, test } from "vitest";
import { base, parts } from "./en";

const SOURCE = join(import.meta.dirname, "..");
/** A folder per language, with the domain's catalogues that exist in it. */
const DOMAIN_MESSAGES = join(SOURCE, "../../../packages/core/messages");

/** Namespaces named by `useTranslations("…")`, by the feature or folder that names them. */
function namespacesUsed(): readonly { readonly file: string; readonly namespace: string }[] {
  return readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
    .flatMap((file) =>
      [...readFileSync(join(SOURCE, file), "utf8").matchAll(/useTranslations\("([\w.]+)"\)/g)].map(
        ([, namespace = ""]) => ({
          file,
          namespace: namespace.split(".")[0] ?? "",
        }),
      ),
    );
}

/** The source of every component of the features. */
function sourcesOf(features: readonly (string | undefined)[]): readonly string[] {
  return features.flatMap((feature) =>
    readdirSync(join(SOURCE, "features", feature ?? ""), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".tsx"))
      .map((name) => readFileSync(join(SOURCE, "features", feature ?? "", name), "utf8")),
  );
}

function texts(messages: object, path: string): readonly (readonly [string, string])[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}.${key}`, value] as const] : texts(value as object, `${path}.${key}`),
  );
}

function compiles(message: string): boolean {
  try {
    compile(message);
    return true;
  } catch {
    return false;
  }
}

async function wholeCatalogue() {
  const loaded = await Promise.all(
    Object.entries(parts).map(async ([name, load]) => [name, (await load()).default] as const),
  );
  return { ...base, ...Object.fromEntries(loaded) } as Readonly<Record<string, object>>;
}

const DOMAIN_LOCALES = readdirSync(DOMAIN_MESSAGES);

/** The messages of one of the domain's catalogues, by key. */
function domainTexts(locale: string, file: string): ReadonlyMap<string, string> {
  return new Map(texts(JSON.parse(readFileSync(join(DOMAIN_MESSAGES, locale, file), "utf8")) as object, file));
}

/** What a message is given, `found number` or `away text`, and each case that it tells apart, `away=illness`. */
function argumentsOf(message: string): readonly string[] {
  return [...new Set(argumentsIn(compile(message)))].sort();
}

// A compiled argument is [name], [name, kind] or [name, kind, detail], with a kind above 0; any other list holds parts of a text.
function argumentsIn(part: unknown): readonly string[] {
  if (!Array.isArray(part)) return [];
  const [name, kind, detail] = part as readonly unknown[];
  if (typeof name !== "string" || !(kind === undefined || (typeof kind === "number" && kind > 0)))
    return part.flatMap(argumentsIn);
  const options = typeof detail === "object" && detail !== null ? detail : {};
  return [
    `${name} ${kind === undefined || kind === SELECT ? "text" : "number"}`,
    ...(kind === SELECT ? Object.keys(options).map((option) => `${name}=${option}`) : []),
    ...Object.values(options).flatMap(argumentsIn),
  ];
}

/** The kind of `{away, select, …}`. */
const SELECT = 1;

describe("the English catalogue", () => {
  test("every namespace that a component asks for exists", async () => {
    const catalogue = await wholeCatalogue();
    expect(namespacesUsed().filter(({ namespace }) => !(namespace in catalogue))).toEqual([]);
  });

  test("a page brings the parts that its feature asks for", () => {
    const missing = readdirSync(join(SOURCE, "app"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith("page.tsx"))
      .flatMap((page) => {
        const source = readFileSync(join(SOURCE, "app", page), "utf8");
        const features = [...source.matchAll(/@\/features\/(\w+)/g)].map(([, feature]) => feature);
        // The page for all of its screen, a part of the screen for itself.
        const brought = [source, ...sourcesOf(features)].flatMap((text) =>
          [...text.matchAll(/<WithWords of=\{\[([^\]]*)\]\}/g)].flatMap(([, names = ""]) =>
            [...names.matchAll(/"(\w+)"/g)].map(([, name]) => name),
          ),
        );
        return namespacesUsed()
          .filter(({ file }) => features.some((feature) => file.startsWith(join("features", feature ?? ""))))
          .filter(({ namespace }) => namespace in parts && !brought.includes(namespace))
          .map(({ file, namespace }) => `${page}: ${file} asks for ${namespace}`);
      });
    expect(missing).toEqual([]);
  });

  test("every message can be compiled, and none is empty", async () => {
    const faulty = texts(await wholeCatalogue(), "").filter(([, message]) => message === "" || !compiles(message));
    expect(faulty).toEqual([]);
  });
});

describe("the catalogues of the domain", () => {
  const translated = DOMAIN_LOCALES.filter((locale) => locale !== "en").flatMap((locale) =>
    readdirSync(join(DOMAIN_MESSAGES, locale)).map((file) => [locale, file] as const),
  );

  test("the words of the rules exist in English, Dutch and Spanish", () => {
    const locales = DOMAIN_LOCALES.filter((locale) =>
      readdirSync(join(DOMAIN_MESSAGES, locale)).includes("placement.json"),
    );
    expect(locales.sort()).toEqual(["en", "es", "nl"]);
  });

  test.each(translated)("%s/%s has every message of the English one and no other", (locale, file) => {
    expect([...domainTexts(locale, file).keys()].sort()).toEqual([...domainTexts("en", file).keys()].sort());
  });

  test.each(translated)("each message of %s/%s is given what the English one is given", (locale, file) => {
    const given = ([key, message]: readonly [string, string]) => [key, argumentsOf(message)] as const;
    const english = Object.fromEntries([...domainTexts("en", file)].map(given));
    expect(Object.fromEntries([...domainTexts(locale, file)].map(given))).toEqual(english);
  });

  test("arguments are found wherever they stand in a message", () => {
    expect(
      argumentsOf("{n, plural, one {Day #} other {# {days}}}: {at}, {a, select, x {{b}} other {{h, number} h}}."),
    ).toEqual(["a text", "a=other", "a=x", "at text", "b text", "days text", "h number", "n number"]);
  });
});
