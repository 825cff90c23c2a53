export { account, deletedSession, deletionNote, knownClient, rateLimit, session, user, verification } from "./accounts";
export { serverState } from "./server";
export {
  accessGrant,
  accountRunner,
  device,
  opQuarantine,
  opReceipt,
  record,
  recordPast,
  runnerHead,
  summary,
} from "./stream";
export { invitation, squad, squadMember } from "./squads";
