import { httpTransport, inOneTab, runCycle, type Trigger } from "@/sync";
import { readCurrentRunner, type LocalDb } from "@/local-db";

/** One whole cycle, in one tab at a time. */
export async function syncOnce(db: LocalDb, trigger: Trigger) {
  const runner = await readCurrentRunner(db);
  const insist = trigger === "asked" || trigger === "start";
  const options = { db, transport: httpTransport, runner, now: Date.now, insist };
  return inOneTab({ db, name: runner, now: Date.now }, () => runCycle(options));
}
