export { findMistakes } from "./find-mistakes";
export { mistakeText } from "./mistake-text";
export type { MistakeText } from "./mistake-text";
export { LOOK_BACK_WEEKS } from "./thresholds";
export { MISTAKE_RULES, MISTAKES, MUSCLE_GROUPS } from "./types";
export type {
  AttentionInput,
  EvidenceRow,
  Mistake,
  MistakeAction,
  MistakeName,
  MistakeRule,
  MuscleGroup,
} from "./types";
