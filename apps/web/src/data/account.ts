import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { RunnerClaim } from "@legwork/core/wire";
import { deviceValue, GoneError, MovedError, putDeviceValue, readCurrentRunner } from "@/local-db";
import {
  changeStream,
  claimAccount,
  httpTransport,
  joinAccount,
  leaveAccount,
  readSyncStatus,
  removeAccountCopy,
  runCycle,
} from "@/sync";
import { askServer, OfflineError, problemCode } from "./ask-server";
import { announceChange, localDb } from "./local-store";
import { fetchMe } from "./me";
import { syncLoop } from "./sync-runner";

export interface Credentials {
  readonly email: string;
  readonly password: string;
}
export interface NewAccount extends Credentials {
  readonly name: string;
}

/** Makes an account and gives it this phone's runner, so that everything written so far is its own. */
export function useSignUp() {
  return useAccountChange(async ({ name, email, password }: NewAccount) => {
    await askServer("/api/auth/sign-up/email", { method: "POST", body: { name, email, password } });
    await whileJoining(() => takeRunner(email));
  });
}

/** Signs in and brings together what is on this phone with what the account has. */
export function useSignIn() {
  return useAccountChange(async ({ email, password }: Credentials) => {
    await askServer("/api/auth/sign-in/email", { method: "POST", body: { email, password } });
    await whileJoining(adoptAccount);
  });
}

/** What would stay on this phone only, were the account signed out now. Tries to send it first. */
export async function readLeavingBehind(): Promise<number> {
  await syncLoop().now();
  return (await readSyncStatus(localDb())).onlyHere;
}

export interface SigningOut {
  /** `remove` takes the account's records from this phone, if everything is on the server. */
  readonly copy: "stays" | "remove";
}

/** How many records of this account are left waiting on this phone after signing out. */
export interface SignedOut {
  readonly leftHere: number;
}

/** Sends what it can, then shows this phone as a new one. What could not be sent stays for the next sign-in. */
export function useSignOut() {
  return useAccountChange(async ({ copy }: SigningOut): Promise<SignedOut> => {
    const leftHere = await readLeavingBehind();
    const db = localDb();
    const runner = await readCurrentRunner(db);
    await askServer("/api/auth/sign-out", { method: "POST" });
    await leaveAccount(db);
    if (copy === "remove") await removeAccountCopy(db, runner);
    return { leftHere };
  });
}

function useAccountChange<Input, Result>(change: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    networkMode: "always",
    onSettled: async () => {
      announceChange("account");
      await client.invalidateQueries({ queryKey: ["server"] });
      syncLoop().poke("asked");
    },
  });
}

async function takeRunner(email: string) {
  const db = localDb();
  const runner = await readCurrentRunner(db);
  try {
    const claim = await askServer<RunnerClaim>("/api/me/runner", { method: "POST", body: { runner } });
    if (claim.runner === runner) return await claimAccount(db, runner, email);
  } catch (error) {
    if (problemCode(error) !== "runnerTaken") throw error;
  }
  // The server knows another runner for this account: it is an account that existed.
  return adoptAccount();
}

/** Takes up a joining that was cut short: the account is signed in, phone and account are not one yet. */
export async function resumeJoining(): Promise<void> {
  if ((await localDb().read(["device"], (tx) => deviceValue(tx, "joining"))) !== true) return;
  await whileJoining(adoptAccount);
  announceChange("account");
}

async function whileJoining(join: () => Promise<void>) {
  const before = localDb().account(await readCurrentRunner(localDb()));
  await before.write(["device"], (tx) => putDeviceValue(tx, "joining", true));
  await join();
  try {
    await before.write(["device"], (tx) => putDeviceValue(tx, "joining", null));
  } catch (error) {
    // Carried over: the note went with its database.
    if (!(error instanceof MovedError || error instanceof GoneError)) throw error;
  }
}

/** Makes the signed-in account's runner the one of this phone. Pulls its database first, then shows it. */
async function adoptAccount(): Promise<void> {
  const me = await fetchMe();
  if (me === null) return;
  const db = localDb();
  const [from, to] = [await readCurrentRunner(db), me.runner];
  const account = db.account(to);
  if (from !== to) await db.bear(to);
  await account.write(["streams"], (tx) => changeStream(tx, to, { state: "live", email: me.account.email }));
  if (from === to) return;
  const pulled = await runCycle({ db: account, transport: httpTransport, runner: to, now: Date.now });
  if (pulled.status !== "upToDate") throw new OfflineError("The account could not be read to its end");
  await joinAccount(db, to);
}
