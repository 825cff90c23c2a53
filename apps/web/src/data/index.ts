export { useSignIn, useSignOut, useSignUp } from "./account";
export type { Credentials, NewAccount, SignedOut } from "./account";
export { OfflineError, problemCode, ProblemError } from "./ask-server";
export { DataProvider } from "./data-provider";
export type { DraftSet, HoldTimer, RestTimer } from "@/local-db";
export { useDeviceValue, writeDeviceValue } from "./device-value";
export { useMe } from "./me";
export type { MeState } from "./me";
export { useMoveSession } from "./move-session";
export type { MoveSession } from "./move-session";
export { usePlan } from "./plan";
export type { PlanState } from "./plan";
export { useProblemText } from "./problem-text";
export { useRecord, useRecords, useRunner } from "./records";
export type { Loaded, ReadRecord } from "./records";
export { makeRescueFile } from "./rescue";
export {
  useAcceptInvitation,
  useCreateSquad,
  useEndGrant,
  useInvitationOffer,
  useMakeInvitation,
  useRemoveRunner,
  useSquadRunners,
  useSquads,
} from "./squads";
export type { SquadRunners } from "./squads";
export { discardRefusal, syncNow, useSyncStatus, useWaiting } from "./sync-status";
export type { SyncView } from "./sync-status";
export type { WaitingList } from "@/sync";
export { phoneZone, useToday } from "./today";
export { useWriteRecord, wholeRecord } from "./write-record";
export type { RecordWrite, WriteRecord } from "./write-record";
