export { inOneTab } from "./exclusive";
export { runCycle } from "./cycle";
export { carryOver, claimAccount, joinAccount, readKeptAside } from "./join-account";
export type { KeptAsideItem } from "./join-account";
export { leaveAccount, removeAccountCopy } from "./leave-account";
export { createSyncLoop } from "./loop";
export type { SyncLoop, Trigger } from "./loop";
export { createPokes } from "./pokes";
export type { Pokes } from "./pokes";
export { discardRefused } from "./setbacks";
export { readSyncStatus, readWaiting } from "./status";
export type { SyncStatus, WaitingList } from "./status";
export { changeStream, streamOf } from "./stream";
export { httpTransport } from "./transport";
export { watchSyncing } from "./watchdog";

export { writeRecords } from "./write";
export type { RecordWrite } from "./write";
