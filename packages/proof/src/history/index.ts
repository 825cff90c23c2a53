export { checkHistory } from "./check-history";
export { INVARIANTS } from "./types";
export type {
  CommitEvent,
  DeviceState,
  FinalDevice,
  FinalServer,
  FinalState,
  History,
  HistoryEvent,
  Invariant,
  OpPlace,
  SeenRecord,
  SyncAnswered,
  Violation,
} from "./types";
