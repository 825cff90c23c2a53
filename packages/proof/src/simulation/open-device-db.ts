import type { RunnerId } from "@legwork/core/record";
import { type AccountDb, openLocalDb } from "@legwork/web/local-db";
import { changeStream } from "@legwork/web/sync";

/** The runner's database on a phone, opened by one of its tabs. */
export function openDeviceDb(name: string, runner: RunnerId): AccountDb {
  return openLocalDb({ name }).account(runner);
}

/** As the phone's database stands after its account has signed in. */
export async function signInDevice(name: string, runner: RunnerId): Promise<void> {
  const db = openDeviceDb(name, runner);
  await db.bear();
  await db.write(["streams"], (tx) => changeStream(tx, runner, { state: "live" }));
  db.close();
}
