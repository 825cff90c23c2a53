import type { SafetyLimits } from "./limits";
import type { Screening } from "./screening";

/** No question was answered. */
export const UNANSWERED: Screening = { answers: {}, birthYear: null, clearedOn: null };

/** Nothing is limited: for plans of nobody, such as a preview. */
export const NO_LIMITS: SafetyLimits = {
  blocked: false,
  springDrills: true,
  nordics: true,
  hamstringCurl: true,
  rungMax: 5,
  rirMin: 0,
  groups: [],
};
