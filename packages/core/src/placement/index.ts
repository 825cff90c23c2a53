export { RULE_IDS } from "./types";
export type {
  EarlierSession,
  Exposures,
  FixedSession,
  Habit,
  PlacedSession,
  PlacementSettings,
  ProtectedStretch,
  Reason,
  RejectedDay,
  RuleId,
  SessionDose,
  WeekInput,
  WeekPlacement,
  WeeksInput,
} from "./types";
export { REASON_CODES } from "./reason-codes";
export type { ReasonCode } from "./reason-codes";
export { DEFAULT_SETTINGS } from "./settings";
export { firstMonday } from "./first-monday";
export { placeWeek } from "./place-week";
export { placeWeeks } from "./place-weeks";
export { checkMove } from "./check-move";
export type { MoveCheck, MoveInput, StandingSession } from "./check-move";
export { protectedStretches } from "./protected-stretches";
export { reasonMessage } from "./reason-message";
export type { ReasonMessage } from "./reason-message";
