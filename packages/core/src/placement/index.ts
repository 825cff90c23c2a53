export { RULE_IDS } from "./types";
export type {
  DoseAsk,
  EarlierSession,
  Freeing,
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
  Shortfall,
  TimeOff,
  WeekInput,
  WeekPlacement,
  WeekToPlace,
  WeeksInput,
} from "./types";
export { REASON_CODES } from "./reason-codes";
export type { ReasonCode } from "./reason-codes";
export { isNothingNewDay, RULES, type RaceWindow } from "./rules";
export { SETTING_RANGES } from "./setting-ranges";
export { DEFAULT_SETTINGS } from "./settings";
export { askedKind, WEEK_ASKS, type WeekAsk } from "./ways";
export { firstMonday } from "./first-monday";
export { placeWeek } from "./place-week";
export { placeWeeks } from "./place-weeks";
export { asksOfWeeks, askWeeks, pointWeeks } from "./ask-weeks";
export type { AskedWeek, AskInput, WeekAsked } from "./ask-weeks";
export { spikesByWeek, volumeOf, volumeWeek } from "./volume";
export type { RunWithEffort, Spike, Volume, VolumeTrigger, VolumeWeek } from "./volume";
export { checkMove } from "./check-move";
export type { MoveCheck, MoveInput, RuleVerdict, StandingSession } from "./check-move";
export { checkExtra } from "./check-extra";
export type { AskedExtra, ExtraCheck, ExtraWeek } from "./check-extra";
export { applyProposal, replan } from "./replan";
export type { PlanChange, PlannedSession, Proposal, ReplanInput, SessionPlace } from "./replan";
export { protectedStretches } from "./protected-stretches";
export { freeingText, reasonText, shortfallText } from "./reason-text";
export type { Translate } from "./reason-text";
