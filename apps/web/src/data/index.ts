export { readLeavingBehind, useSignIn, useSignInWithCode, useSignOut, useSignUp } from "./account";
export {
  useAskCode,
  useChangeEmail,
  useChangePassword,
  useConfirmEmailChange,
  useDeleteAccount,
  useEndOtherSessions,
  useEndSession,
  useSessions,
  useSetNewPassword,
  useSignInWays,
} from "./account-security";
export { choiceDay, useAdjustments } from "./adjustments";
export { clearAfterDeletion, goOnWithoutAccount } from "./after-deletion";
export { isNotFound, isOffline } from "./ask-server";
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
export { bringBack, useHistory } from "./history";
export type { HistoryOfRecord, ShownVersion } from "./history";
export { chooseHeld, chooseKept, useAside } from "./held";
export type { HeldChoice, KeptChoice, Writer } from "./held";
export { useLightFacts } from "./light";
export type { LightFacts } from "./light";
export { mendRefusal, useRefused } from "./mend";
export type { Mended, RefusedChange } from "./mend";
export { importRescue, makeCsvFiles, makeRescueFile, openRescueFile } from "./rescue";
export type { OpenedRescue } from "./rescue";
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
export type { RecordWrite, WholeRecord, WriteRecord } from "./write-record";
