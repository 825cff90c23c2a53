import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import { describe, expect, test } from "vitest";
import { base, parts } from "./en";

const SOURCE = join(import.meta.dirname, "..");

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
        const brought = [...(/of=\{\[([^\]]*)\]\}/.exec(source)?.[1] ?? "").matchAll(/"(\w+)"/g)].map(
          ([, name]) => name,
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
