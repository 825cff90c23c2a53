export { closeDatabase, inTransaction, openDatabase, pingDatabase, REQUEST_WAITS } from "./connection";
export type {
  Connection,
  DatabaseOptions,
  DatabaseWaits,
  Db,
  PostgresAddress,
  TransactionOptions,
  Tx,
} from "./connection";
export { appliedMigrations, knownMigrations, migrateDatabase } from "./migrate";
export { readServerState } from "./server-state";
export type { ServerState } from "./server-state";
export * as schema from "./schema";
export { claimRunner, createRunner, runnerOfAccount } from "./runner";
export type { ClaimResult } from "./runner";
export { beginEpoch, lockFreeHeads, lockHead, readHead } from "./head";
export type { RunnerHead } from "./head";
export { beginServerEpoch } from "./server-epoch";
export { isOfDeletedAccount } from "./deleted-session";
export { changesAfter, readBeforePushes, readBuried, readRecords } from "./record";
export type { BeforePush, Changes, ChangesQuery, PushSubject } from "./record";
export { HISTORY_CHANGES_MAX, readHistory } from "./history";
export { devicesAfter, grantsEver, pastAfter, recordsAfter } from "./export-pages";
export type { EverGrant, KeptPast, KeptRecord } from "./export-pages";
export { readReceipts } from "./receipt";
export type { Receipt, SettledStatus } from "./receipt";
export { writePushes } from "./push";
export type { PastValues, Push } from "./push";
export { forgetRefusal, QUARANTINED_PER_AUTHOR_MAX, quarantineOps, refusalsAfter } from "./quarantine";
export type { KeptRefusal, RefusedOp } from "./quarantine";
export { grantsOfRunner, readGrant, revokeGrant, writeGrant } from "./grant";
export type { AccessGrant, NamedGrant } from "./grant";
export { devicesOfRunner, saveDevices } from "./device";
export type { DeviceReport, SeenDevice } from "./device";
export { readSummaries, writeSummaries } from "./summary";
export type { StoredSummary } from "./summary";
export { addMember, createSquad, readSquad, removeMember, runnersOfSquad, squadsOfCoach } from "./squad";
export type { SquadPageQuery, SquadRunner, SquadRunnersPage, StoredSquad } from "./squad";
export { createInvitation, readInvitation, useInvitation } from "./invitation";
export type { InvitationResult, NewInvitation, OpenInvitation } from "./invitation";
export { listenToPokes, notifyPokes } from "./poke";
export type { ChangedStream, Poke, PokeListener } from "./poke";
export type { Listening } from "./listen";
export { forgetAttempts, giveBackAttempt, sweepAttempts, takeAttempt } from "./account-attempts";
export type { AttemptLimit, AttemptResult } from "./account-attempts";
export { isKnownClient, KNOWN_CLIENTS_MAX, rememberClient } from "./account-clients";
export { endOtherSessions, endSession, ownersOfSessions, sessionsOfAccount } from "./account-sessions";
export type { SessionOwner, StoredSession } from "./account-sessions";
export {
  beginDeletion,
  deleteAccountRows,
  DELETED_SESSION_DAYS,
  deletionNoted,
  deletionsToNote,
  hashToken,
  holdAccount,
  keepTokenHashes,
  runnersOfAccount,
  sweepDeletedSessions,
} from "./account-deletion";
export type { Deletion } from "./account-deletion";
