export { LOAD_CLASSES, SESSION_KINDS, SLOTS, SPRING_LEVELS } from "./prescription";
export type {
  ExerciseAdaptation,
  LegLoad,
  LoadWhy,
  LoadClass,
  Phase,
  PrescribedExercise,
  PrescribeInput,
  Prescription,
  Series,
  SessionAdaptation,
  SessionKind,
  SessionMinutes,
  SessionMode,
  Slot,
  SpringLevel,
  Tempo,
  TimeCut,
} from "./prescription";
export {
  firstWeekOfPhase,
  isReducedWeek,
  NEXT_BLOCK_WEEK,
  phaseOf,
  PROGRAMME_WEEKS,
  reducedWeekOf,
  rirOf,
  weekAfter,
} from "./week";
export { amountRange } from "./amount-range";
export { growsSlower, prescribe, seriesOf } from "./prescribe";
export { plannedSets } from "./planned-sets";
export type { PlannedSet } from "./planned-sets";
export { variantOf } from "./variant";
export type { Variant } from "./variant";
export { COOL_DOWN_SECONDS, warmUpSeconds } from "./seconds";
export { walk } from "./walk";
export type { WalkStep } from "./walk";
export { sessionMinutes } from "./minutes";
export { exposureFamily, legLoad, legPointsPerSet, loadClassOf, noveltyFactor } from "./leg-load";
export type { ExposureFamily, LegHistory } from "./leg-load";
export { afterOneSession, AS_NEW_DAYS, NO_RETURN, returnAfter } from "./return-after";
export type { Return, ReturnFactor } from "./return-after";
export { loadDone } from "./load-done";
export { isMobility } from "./is-mobility";
export { cutText } from "./cut-text";
export { withinLimits } from "./within-limits";
export { checkPrescription, PRESCRIPTION_FAULTS } from "./check-prescription";
export type { FoundFault, PrescriptionFault } from "./check-prescription";
