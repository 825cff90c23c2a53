export { LOAD_CLASSES, SESSION_KINDS, SLOTS } from "./prescription";
export type {
  LegLoad,
  LoadClass,
  Phase,
  PrescribedExercise,
  PrescribeInput,
  Prescription,
  SessionKind,
  SessionMinutes,
  SessionMode,
  Slot,
  Tempo,
  TimeCut,
} from "./prescription";
export { isReducedWeek, phaseOf, PROGRAMME_WEEKS, rirOf } from "./week";
export { prescribe } from "./prescribe";
export { plannedSets } from "./planned-sets";
export type { PlannedSet } from "./planned-sets";
export { variantOf } from "./variant";
export type { Variant } from "./variant";
export { COOL_DOWN_SECONDS, warmUpSeconds } from "./seconds";
export { walk } from "./walk";
export type { WalkStep } from "./walk";
export { sessionMinutes } from "./minutes";
export { exposureFamily, legLoad, loadClassOf, noveltyFactor } from "./leg-load";
export type { ExposureFamily, LegHistory } from "./leg-load";
export { afterOneSession, AS_NEW_DAYS, NO_RETURN, returnAfter } from "./return-after";
export type { Return, ReturnFactor } from "./return-after";
export { isMobility } from "./is-mobility";
export { checkPrescription, PRESCRIPTION_FAULTS } from "./check-prescription";
export type { FoundFault, PrescriptionFault } from "./check-prescription";
