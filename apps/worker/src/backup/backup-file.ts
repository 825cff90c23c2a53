import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { CannotServe, errorCode, isAlive } from "@legwork/db/embedded";

/** Where the bytes of a backup go. */
export interface BackupFile {
  write(chunk: Buffer): Promise<void>;
}

/**
 * Packs what `fill` writes into a file for the owner's eyes only. It carries its name only when all of it is on the disk: a full disk, a
 * kill or a fault leaves no file that looks like a backup.
 */
export async function makeBackupFile<Result>(
  path: string,
  fill: (file: BackupFile) => Promise<Result>,
): Promise<{ readonly result: Result; readonly bytes: number }> {
  refuseTaken(path);
  await removeAbandoned(path);
  const unfinished = `${path}.part-${process.pid}`;
  try {
    const result = await pack(unfinished, fill);
    const { size } = await stat(unfinished);
    refuseTaken(path);
    await rename(unfinished, path);
    await syncFolder(dirname(path));
    return { result, bytes: size };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw translated(error, path);
  }
}

async function pack<Result>(path: string, fill: (file: BackupFile) => Promise<Result>): Promise<Result> {
  const gzip = createGzip();
  // Flushed to the disk before it closes.
  const packed = pipeline(gzip, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
  packed.catch(() => {});
  const write = async (chunk: Buffer) => {
    if (gzip.destroyed) await packed;
    if (!gzip.write(chunk)) await Promise.race([once(gzip, "drain"), packed]);
  };
  try {
    const result = await fill({ write });
    gzip.end();
    await packed;
    return result;
  } catch (error) {
    gzip.destroy();
    // What broke the file is the cause, and the file is closed before it is removed.
    await packed.catch((cause: unknown) => {
      if (errorCode(cause) !== "ERR_STREAM_PREMATURE_CLOSE") throw cause;
    });
    throw error;
  }
}

function refuseTaken(path: string): void {
  if (existsSync(path)) throw new CannotServe(`${path} exists already: a backup never replaces a file.`);
}

/** What a killed backup left half written. */
async function removeAbandoned(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder).catch(() => [])) {
    const maker = /\.backup\.part-(\d+)$/.exec(name)?.[1];
    if (maker !== undefined && !isAlive(Number(maker))) await rm(join(folder, name), { force: true });
  }
}

// The name is durable only when its folder is; Windows cannot open one.
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function translated(error: unknown, path: string): unknown {
  switch (errorCode(error)) {
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return new CannotServe(`The disk of ${path} is full: no backup was made.`, { cause: error });
    case "ENOENT":
      return new CannotServe(`The folder ${dirname(path)} does not exist.`, { cause: error });
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new CannotServe(`The folder ${dirname(path)} is not writable for you.`, { cause: error });
    default:
      return error;
  }
}
