import { useQuery } from "@tanstack/react-query";
import { type DeviceKey, deviceValue, type DeviceValues, putDeviceValue } from "@/local-db";
import { keys } from "./keys";
import { announceChange, localDb } from "./local-store";
import { tellingFailure } from "./write-failures";
import { loadStatus, type Loaded } from "./records";

/** What only this device knows, such as a running rest; survives a kill, never leaves the phone. */
export function useDeviceValue<Key extends DeviceKey>(key: Key): Loaded<DeviceValues[Key] | null> {
  const query = useQuery({
    queryKey: keys.device(key),
    queryFn: async () => (await localDb().read(["device"], (tx) => deviceValue(tx, key))) ?? null,
    networkMode: "always",
  });
  return { status: loadStatus(query), value: query.data ?? null };
}

export async function writeDeviceValue<Key extends DeviceKey>(key: Key, value: DeviceValues[Key] | null) {
  await tellingFailure(() => localDb().write(["device"], (tx) => putDeviceValue(tx, key, value)));
  announceChange("device");
}
