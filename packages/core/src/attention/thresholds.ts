// Every number from which something is named a mistake. All are our own choice (OURS) but the two that name their source; the
// direction is the coach's: start with little, legs and core first, never to none, planned like a run.

/** Weeks of records that are looked at, the running one included: older ones are neither read nor said. OURS */
export const LOOK_BACK_WEEKS = 8;

/** Programme weeks in which little is enough. EX */
export const START_WEEKS = 4;
/** Sessions a week in those weeks. EX */
export const START_SESSIONS = 2;
/** More than this share of the weighted sets that the plan asks, in those weeks. OURS */
export const START_WORK_SHARE = 1.5;
/** Later: more than this share of what the plan asks … OURS */
export const RAMP_ASKED_SHARE = 1.4;
/** … and more than this share of the mean of the weeks before. OURS */
export const RAMP_BEFORE_SHARE = 1.5;
/** How many weeks before are the measure. OURS */
export const RAMP_BEFORE_WEEKS = 3;
/** Days in which a jump of load or rung is still worth a word. OURS */
export const JUMP_DAYS = 14;
/** A load jumps above this share of the last one and by more than these grams. A step of the plan is 5–10 %, or the next weight. OURS */
export const LOAD_JUMP_SHARE = 1.3;
export const LOAD_JUMP_GRAMS = 2_500;
/** Sessions with an exercise after which its load is known; before that it is still being found. OURS */
export const LOAD_KNOWN_SESSIONS = 2;
/** Steps up a ladder that are too many at once. OURS */
export const RUNG_JUMP = 2;

/** Weeks over which muscles and left-out sessions are counted. OURS */
export const WINDOW_WEEKS = 4;
/** Sets a week for a muscle group when time is short. EV, a review of time-efficient strength training. */
export const GROUP_SETS = 4;
/** A group is short below this share of its sets, and of what the other leg muscles got of theirs. OURS */
export const GROUP_SHORT_SHARE = 0.75;
/** Sessions in the window before anything is said of muscles. OURS */
export const MUSCLE_SESSIONS = 3;
/** Least share of the sets that are for the legs, and for legs and core together. OURS */
export const LEGS_SHARE = 0.5;
export const LEGS_AND_CORE_SHARE = 0.7;

/** Whole weeks without strength. OURS */
export const VANISHED_WEEKS = 2;
/** Running has grown from this share of the usual minutes on. OURS */
export const RUN_RISE_SHARE = 1.1;

/** Sessions in a row that were left out. EV: the word for it in a trial's record is "interrupted". */
export const LEFT_OUT_IN_A_ROW = 3;
/** Share of the window's sessions that were left out. OURS */
export const LEFT_OUT_SHARE = 0.5;
/** Sessions before a share is one. OURS */
export const LEFT_OUT_SESSIONS = 6;

/** Most that is said at once. OURS */
export const MISTAKES_MAX = 2;
