import { httpTransport, inOneTab, runCycle, type Trigger } from "@/sync";
import { type PhoneDb, readCurrentRunner } from "@/local-db";

/** One whole cycle, in one tab at a time. It keeps to its runner's database, whatever the phone shows meanwhile. */
export async function syncOnce(phone: PhoneDb, trigger: Trigger, onApplied: () => void) {
  const runner = await readCurrentRunner(phone);
  const db = phone.account(runner);
  const insist = trigger === "asked" || trigger === "start";
  const options = { db, transport: httpTransport, runner, now: Date.now, insist, onApplied };
  return inOneTab({ db, name: runner, now: Date.now }, (hold) => runCycle({ ...options, hold }));
}
