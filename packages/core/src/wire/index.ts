export { POKES_PATH } from "./pokes";
export { HISTORY_DAYS, historyPath, RecordHistory, RecordVersion, Refusal, RefusalPage, refusalsPath } from "./history";
export {
  MANIFEST_OPS_MAX,
  manifestPath,
  ManifestRequest,
  ManifestResponse,
  Op,
  OP_BYTES_MAX,
  OpResult,
  OPS_PER_REQUEST_MAX,
  PAGE_BYTES_MAX,
  PAGE_RECORDS_MAX,
  PROTOCOL_VERSION,
  REQUEST_BYTES_MAX,
  Scope,
  SyncEnvelope,
  SyncedRecord,
  syncPath,
  SyncRequest,
  SyncResponse,
} from "./sync";
export { RecordIdSchema, RunnerIdSchema } from "./id";
export {
  Grant,
  Invitation,
  InvitationOffer,
  Me,
  NewSquad,
  RunnerClaim,
  Squad,
  SQUAD_PAGE_MAX,
  SquadPage,
  SquadRow,
} from "./squads";
export { Problem, PROBLEM_CODES } from "./problem";
export type { ProblemCode } from "./problem";
export { AccountSession, AccountSessions, EmailChange, SignInWays } from "./account";
