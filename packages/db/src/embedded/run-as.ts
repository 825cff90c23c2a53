import { spawnSync } from "node:child_process";
import { CannotServe } from "./cannot-serve";

/** Whom Postgres runs as; null = whoever started us, which is right for everybody but root. */
export type RunAs = { readonly uid: number; readonly gid: number; readonly name: string } | null;

const OUR_USER = "legwork";

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Postgres refuses to run as root. For root: the owner of the files when that is an ordinary user of this machine, else the
 * user `legwork`, which is made when it does not exist.
 */
export function chooseUser(ownerOfFiles: number): RunAs {
  if (!isRoot()) return null;
  if (ownerOfFiles !== 0) {
    const owner = findUser(String(ownerOfFiles));
    if (owner) return owner;
  }
  return findUser(OUR_USER) ?? makeUser();
}

/** Ids to spawn a program with. */
export function asUser(runAs: RunAs): { readonly uid?: number; readonly gid?: number } {
  return runAs ? { uid: runAs.uid, gid: runAs.gid } : {};
}

/** Whether that user can go into a folder: all folders above it count. Tried, not computed, so that every kind of right counts. */
export function canEnter(folder: string, runAs: RunAs): boolean {
  if (!runAs) return true;
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...asUser(runAs), cwd: "/", stdio: "ignore" }).status === 0
  );
}

function findUser(nameOrId: string): RunAs {
  const [uid, gid, name] = ["-u", "-g", "-un"].map((flag) => spawnSync("id", [flag, nameOrId], { encoding: "utf8" }));
  if (uid?.status !== 0 || gid?.status !== 0 || name?.status !== 0) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout), name: name.stdout.trim() };
}

function makeUser(): RunAs {
  const nowhere = ["--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"];
  const debian = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", ...nowhere, OUR_USER]);
  if (debian.status !== 0) {
    spawnSync("addgroup", ["-S", OUR_USER]);
    spawnSync("adduser", ["-S", "-D", "-H", "-G", OUR_USER, OUR_USER]);
  }
  const made = findUser(OUR_USER);
  if (made) return made;
  throw new CannotServe(
    `Postgres refuses to run as root, and the user "${OUR_USER}" for it could not be made: make it (useradd --system ${OUR_USER}), start as an ordinary user, or set DATABASE_URL.`,
  );
}
