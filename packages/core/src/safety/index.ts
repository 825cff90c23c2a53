export {
  isCleared,
  readScreening,
  SCREENING_QUESTIONS,
  screeningJson,
  unclearedAnswers,
  yesAnswers,
} from "./screening";
export type { Screening, ScreeningAnswer, ScreeningQuestion } from "./screening";
export { ageGroup } from "./age";
export type { AgeGroup } from "./age";
export { BLOCKING_QUESTIONS, judgeScreening } from "./judge-screening";
export type { ScreeningVerdict } from "./judge-screening";
export { questionsDue, RESCREEN_GAP_DAYS } from "./questions-due";
export { hardestSpringDrill, safetyLimits } from "./limits";
export { NO_LIMITS, UNANSWERED } from "./nothing-known";
export type { SafetyLimits } from "./limits";
export { GROUP_NOTES, SAFETY_GROUPS } from "./groups";
export type { SafetyGroup } from "./groups";
export { EASE_LOAD_PERCENT, NEXT_TIMES, nextTimeAfter, PAIN, PAIN_ACTIONS, PAIN_SIGNS, painAction } from "./pain";
export type { Morning, NextTime, PainAction, PainReport, PainSign } from "./pain";
export { BONE_SITES, PAIN_SITES, painSite, SPRING_SITES } from "./pain-site";
export type { PainSite } from "./pain-site";
export { asksBoneQuestions, BONE_QUESTIONS, isBoneWarning, openBoneWarning } from "./bone-warning";
export type { BoneQuestion } from "./bone-warning";
export { isRepeatedPain, REPEATED_PAIN, worstPain, worstReport } from "./repeated-pain";
export type { PainOnDay } from "./repeated-pain";
export { morningAdvice, painAdvice, sessionAction } from "./pain-advice";
export type { Advice, MorningSituation, PainSituation } from "./pain-advice";
export { EQUIPMENT_NOTES, STOP_SIGNS, URGENT_SIGNS } from "./signs";
