import { v4 as randomId } from "uuid";
import type { RunnerId } from "@legwork/core/record";
import { GoneError, type PhoneDb, putDeviceValue, readCurrentRunner } from "@/local-db";
import { changeStream, streamOf } from "./stream";

/** Sets the phone to a new runner of its own. What the account still has to send stays in its database until its next sign-in. */
export async function leaveAccount(db: PhoneDb): Promise<void> {
  const runner = await readCurrentRunner(db);
  const leaves = await db.account(runner).write(["streams"], async (tx) => {
    if ((await streamOf(tx, runner)).state === "local") return false;
    await changeStream(tx, runner, { state: "signedOut" });
    return true;
  });
  if (leaves) await beginAnew(db);
}

/** Takes a signed-out account's records from this phone; refused (`false`) while anything of it is nowhere else. */
export async function removeAccountCopy(db: PhoneDb, runner: RunnerId): Promise<boolean> {
  if ((await readCurrentRunner(db)) === runner) return false;
  const account = db.account(runner);
  try {
    // Marked in the transaction that looks: a tab that still writes there is refused from then on.
    const isRemoved = await account.write(["outbox", "quarantine"], async (tx) => {
      const counts = await Promise.all([tx.objectStore("outbox").count(), tx.objectStore("quarantine").count()]);
      if (counts.some((count) => count > 0)) return false;
      await putDeviceValue(tx, "movedTo", runner);
      return true;
    });
    if (isRemoved) await db.discard(runner);
    return isRemoved;
  } catch (error) {
    if (error instanceof GoneError) return true;
    throw error;
  }
}

/** The account was deleted. Clears what this phone has of it; call it when the runner was offered the rescue file and agreed. */
export async function clearDeletedAccount(db: PhoneDb): Promise<void> {
  const runner = await readCurrentRunner(db);
  const { state } = await db.account(runner).read(["streams"], (tx) => streamOf(tx, runner));
  // Only the server's word clears anything.
  if (state !== "accountDeleted") return;
  await beginAnew(db);
  await db.discard(runner);
}

async function beginAnew(db: PhoneDb) {
  const runner = randomId() as RunnerId;
  await db.bear(runner);
  await db.show(runner);
}
