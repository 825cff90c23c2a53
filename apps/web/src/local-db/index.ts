export { currentRunner, deviceValue, putDeviceValue, readCurrentRunner } from "./device";
export type { DeviceKey } from "./device";
export { openLocalDb } from "./open";
export type { LocalDb, OpenOptions, ReadTx, WriteTx } from "./open";
export { ALL_STORES } from "./schema";
export type {
  DeviceValues,
  DraftSet,
  KeptAside,
  HoldTimer,
  Lease,
  OutboxEntry,
  QuarantineEntry,
  RestTimer,
  SentEntry,
  StoredRecord,
  StoreName,
  Stream,
  StreamState,
} from "./schema";
