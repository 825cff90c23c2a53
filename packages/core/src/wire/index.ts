export {
  OP_BYTES_MAX,
  OPS_PER_REQUEST_MAX,
  PAGE_RECORDS_MAX,
  PROTOCOL_VERSION,
  REQUEST_BYTES_MAX,
  syncPath,
} from "./sync";
export type { Op, OpResult, SyncedRecord, SyncRequest, SyncResponse } from "./sync";
export type { Grant, Invitation, InvitationOffer, Me, RunnerClaim, Squad, SquadPage, SquadRow } from "./squads";
export { PROBLEM_CODES } from "./problem";
export type { Problem, ProblemCode } from "./problem";
