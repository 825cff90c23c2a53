export { currentRunner, deviceValue, putDeviceValue, readCurrentRunner } from "./device";
export type { DeviceKey } from "./device";
export { openLocalDb } from "./open";
export type { LocalDb, ReadTx, WriteTx } from "./open";
export type {
  DeviceValues,
  DraftSet,
  KeptAside,
  OutboxEntry,
  QuarantineEntry,
  RestTimer,
  StoredRecord,
  Stream,
  StreamState,
} from "./schema";
