export { readLeavingBehind, useSignIn, useSignOut, useSignUp } from "./account";
export { readKeptAsideHere } from "./kept-aside";
export { choiceDay, useAdjustments } from "./adjustments";
export { DataProvider } from "./data-provider";
export { discardRefusal } from "./discard-refusal";
export type { DraftSet, RestTimer } from "@/local-db";
export { useDeviceValue, writeDeviceValue } from "./device-value";
export { useLibraryChecks } from "./library-checks";
export type { LibraryCheck, LibraryChecks } from "./library-checks";
export { useOtherTabHoldsUp } from "./local-store";
export { useMe } from "./me";
export { useMoveSessions } from "./move-session";
export { useMistakes } from "./mistakes";
export { usePlan } from "./plan";
export { useProposedMoves } from "./proposed-moves";
export { useProblemText } from "./problem-text";
export { useRecord, useRecords, useRunner } from "./records";
export { makeRescueFile } from "./rescue";
export { otherPains } from "./other-pains";
export { lastLegsOf, useSafety } from "./safety";
export { useWriteScreening } from "./write-screening";
export {
  draftAgain,
  NOTHING_SAID,
  sayNone,
  screeningOf,
  toggleQuestion,
  withClearance,
  type ScreeningDraft,
} from "./screening-draft";
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
export { syncNow, useSyncStatus } from "./sync-status";
export type { SyncView } from "./sync-status";
export { useWaiting } from "./waiting";
export type { WaitingList } from "@/sync";
export { phoneZone, useToday } from "./today";
export { onWriteFailed } from "./write-failures";
export { useWriteRecord } from "./write-record";
export type { RecordWrite, WriteRecord } from "./write-record";
