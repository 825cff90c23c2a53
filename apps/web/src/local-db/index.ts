export type { AccountDb, LocalDb, ReadTx, Waiting, WriteTx } from "./account-db";
export { currentRunner, deviceValue, putDeviceValue, readCurrentRunner } from "./device";
export type { DeviceKey } from "./device";
export { GoneError, MovedError, NoRoomError } from "./failures";
export { openLocalDb } from "./open";
export type { PhoneDb } from "./open";
export type {
  DeviceValues,
  DraftSet,
  KeptAside,
  OutboxEntry,
  QuarantineEntry,
  SentEntry,
  RestTimer,
  StoredRecord,
  RecordToOffer,
  Stream,
  StreamState,
} from "./schema";
