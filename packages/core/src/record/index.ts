export { RECORD_KINDS, SORE_AREAS, STRENGTH_TESTS } from "./kinds";
export type {
  AdjustmentsFields,
  AgreedSession,
  Body,
  ChosenEntry,
  CommentFields,
  FieldsByKind,
  GrantFields,
  HealthFields,
  HeldFields,
  Json,
  LoggedSet,
  PainEntry,
  ProgrammeFields,
  RecordId,
  RecordKind,
  RunFeelFields,
  RunLogFields,
  RunnerId,
  RunPlanFields,
  SessionLogFields,
  SettingsFields,
  SoreArea,
  StrengthTest,
  StrengthTestFields,
  TimeOffEntry,
  WeekPlanFields,
} from "./kinds";
export { CORE_VERSION, SCHEMA_VERSIONS } from "./version";
export {
  adjustmentsId,
  healthId,
  heldId,
  isRandomId,
  parseRecordId,
  parseRunnerId,
  programmeId,
  runFeelId,
  runLogId,
  runPlanId,
  sessionLogId,
  settingsId,
  singletonId,
  strengthTestId,
  weekPlanId,
} from "./ids";
export { applyPatch, isBodyKey, makeBody, readBody } from "./body";
export type { BodyFault, ReadBody } from "./body";
export { isWrittenOnce } from "./schemas";
export { REJECT_CODES, validateOp } from "./validate-op";
export type { RejectCode, Rejection } from "./validate-op";
export { PAST_REASONS, toSynced } from "./stored";
export type { Buried, KeyRev, PastReason, PastValue, StoredRecord } from "./stored";
export { mergeOp, needsBuried } from "./merge";
export type { Merged, MergeInput, MergeOutcome } from "./merge";
export { changeDigest, digestOf, digestWithin, sameDigest } from "./digest";
export type { Digest, DigestChange, DigestedRecord, KindDigest, Sha256 } from "./digest";
export { isOfferId, offerId, offerOf } from "./offer";
export type { OfferId, OfferInput } from "./offer";
export { KIND_SCHEMAS } from "./schemas";
export type { KindSchema, MapSchema } from "./schemas";
export { lowerPatch, raiseBody, SCHEMA_STEPS } from "./schema-steps";
export type { Renaming, SchemaStep } from "./schema-steps";
export { versionsOf } from "./versions";
export type { PastRow, RecordPast } from "./versions";
export { endEpoch, restorePointOf } from "./restore-point";
export type { Epochs } from "./restore-point";
export { isReadable } from "./readable";
export { queueOp, squash } from "./squash";
export type { QueuedOp } from "./squash";
