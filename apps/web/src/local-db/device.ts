import type { RunnerId } from "@legwork/core/record";
import type { LocalDb, ReadTx, WriteTx } from "./account-db";
import type { DeviceValues } from "./schema";

export type DeviceKey = Extract<keyof DeviceValues, string>;

/** Reads what only this device knows. The key fixes the type: every value was put by `putDeviceValue`. */
export async function deviceValue<Key extends DeviceKey>(
  tx: ReadTx | WriteTx,
  key: Key,
): Promise<DeviceValues[Key] | undefined> {
  return (await tx.objectStore("device").get(key)) as DeviceValues[Key] | undefined;
}

export async function putDeviceValue<Key extends DeviceKey>(tx: WriteTx, key: Key, value: DeviceValues[Key] | null) {
  if (value === null) await tx.objectStore("device").delete(key);
  else await tx.objectStore("device").put(value, key);
}

/** The runner whose database this is: the one that is shown, where the phone's own database is asked. */
export async function currentRunner(tx: ReadTx | WriteTx): Promise<RunnerId> {
  const runner = await deviceValue(tx, "currentRunner");
  if (runner === undefined) throw new Error("The phone's database lost its runner id");
  return runner;
}

export function readCurrentRunner(db: LocalDb): Promise<RunnerId> {
  return db.read(["device"], currentRunner);
}
