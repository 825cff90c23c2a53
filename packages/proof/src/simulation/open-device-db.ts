import type { RunnerId } from "@legwork/core/record";
import { type LocalDb, openLocalDb } from "@legwork/web/local-db";
import { changeStream } from "@legwork/web/sync";

/** The database of a phone, opened by one of its tabs. */
export function openDeviceDb(name: string): LocalDb {
  return openLocalDb({ name });
}

/** As the phone's database stands after its account has signed in. */
export async function signInDevice(name: string, runner: RunnerId): Promise<void> {
  const db = openLocalDb({ name });
  await db.write(["device", "streams"], async (tx) => {
    await tx.objectStore("device").put(runner, "currentRunner");
    await changeStream(tx, runner, { state: "live" });
  });
  db.close();
}
