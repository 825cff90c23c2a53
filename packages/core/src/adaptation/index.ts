export { adapt } from "./adapt";
export type { Adaptation } from "./adapt";
export type { FoldedWeek } from "./kept-weeks";
export { decisionText } from "./decision-text";
export type { DecisionText } from "./decision-text";
export { easeSession } from "./ease-session";
export type { EaseSession } from "./ease-session";
export { evidenceText, shortDate } from "./evidence-text";
export { ADAPT_RULES } from "./types";
export type {
  AdaptRule,
  Decision,
  Evidence,
  ExerciseChange,
  ExerciseDecision,
  SetEvidence,
  TrainingState,
  WeekDecision,
} from "./types";
export { injuredOn } from "./input";
export type { AdaptInput, AskedOfWeek, DoneSession, WeekToFold } from "./input";
export { FIRST_POINTER, judgeWeek } from "./judge-week";
export type { Pointer } from "./judge-week";
export { expectPhase } from "./ladders";
export { lessonOf } from "./lesson";
export type { Lesson } from "./lesson";
export { NO_WEIGHTS, ownedWeights } from "./owned-weights";
export type { OwnedWeights } from "./owned-weights";
export { preCheck } from "./pre-check";
export type { FeltRun, PreCheckAction, PreCheckVerdict } from "./pre-check";
export { preCheckText } from "./pre-check-text";
export type { PreCheckText } from "./pre-check-text";
export { loadText } from "./load-text";
export { daysToWait } from "./ramp";
export { isLegPattern } from "./sore-areas";
export { settingOf } from "./session-adaptation";
export type { SessionSetting, SettingOf } from "./session-adaptation";
