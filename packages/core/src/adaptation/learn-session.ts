import { mondayOf } from "../calendar";
import { exerciseId, GATE_SESSIONS } from "../exercise";
import { growsSlower, seriesOf } from "../programme";
import type { HealthFields } from "../record/kinds";
import { afterPreCheck, afterSession } from "./after-session";
import { ease, progress, regress, type Changed, type Room } from "./change-exercise";
import { decideExercise, type ExerciseSituation, type Verdict } from "./decide-exercise";
import { earlierEvidence, evidenceOf } from "./evidence";
import { situationOf } from "./exercise-situation";
import type { AdaptInput, DoneSession } from "./input";
import { lessonOf } from "./lesson";
import { isCounted, settle } from "./settle-exercise";
import type { ExerciseDecision, TrainingState } from "./types";

/** At most so many exercises change after one session; pain and soreness wait for nobody. EX */
const CHANGES_A_SESSION = 3;

export interface Learning {
  readonly input: AdaptInput;
  readonly session: DoneSession;
  /** What was said before the session after it; null = nothing, or there was none. */
  readonly next: HealthFields | null;
  /** Nothing is raised in this week. */
  readonly isHeld: boolean;
}

export interface Learned {
  readonly state: TrainingState;
  readonly decisions: readonly ExerciseDecision[];
}

/** The state after one more session, and each decision with what it rests on. */
export function learnSession(before: TrainingState, learning: Learning): Learned {
  const { session, input } = learning;
  const lesson = lessonOf(session.log);
  // Nothing is raised on the way back from a gap or an illness.
  const isHeld = learning.isHeld || before.gap !== null || before.ramp.length > 0;
  let state = afterPreCheck(before, session.health);
  const decisions: ExerciseDecision[] = [];
  let changes = 0;
  for (const [pattern, done] of lesson.exercises) {
    const situation = situationOf(state, { ...learning, isHeld, lesson, pattern, done });
    if (situation === null) continue;
    const { verdict, changed } = judge(situation, { input, session, changes });
    const decision = decisionOf(situation, { session, verdict, change: changed.change, input });
    if (decision.change !== null && !decision.undone && isCounted(verdict)) changes += 1;
    const unchanged = { ladder: situation.ladder, series: situation.series, change: null };
    state = settle(
      state,
      situation,
      decision.undone
        ? { verdict: HELD, changed: tookBack(unchanged, decision.change), session }
        : { verdict, changed, session },
    );
    decisions.push(decision);
  }
  return { state: afterSession(state, learning, lesson), decisions };
}

function tookBack(unchanged: Changed, change: ExerciseDecision["change"]): Changed {
  if (change?.kind !== "rung") return unchanged;
  return { ...unchanged, ladder: { ...unchanged.ladder, tookBack: true } };
}

const HELD: Verdict = { rule: "AD7", action: "hold" };

interface Judging {
  readonly input: AdaptInput;
  readonly session: DoneSession;
  readonly changes: number;
}

// What the table says, within one change a week and three a session.
function judge(
  situation: ExerciseSituation,
  { input, session, changes }: Judging,
): { readonly verdict: Verdict; readonly changed: Changed } {
  const verdict = decideExercise(situation);
  const unchanged = { ladder: situation.ladder, series: situation.series, change: null };
  if (isCounted(verdict)) {
    if (situation.ladder.changedIn === mondayOf(session.log.date))
      return { verdict: { ...verdict, action: "hold", held: "onceAWeek" }, changed: unchanged };
    if (changes >= CHANGES_A_SESSION)
      return { verdict: { ...verdict, action: "hold", held: "threeASession" }, changed: unchanged };
  }
  const room = roomOf(input, session);
  const changed = changeBy(verdict, situation, room);
  return verdict.action === "progress" && changed.change === null
    ? { verdict: { ...verdict, held: "nothingLeft" }, changed }
    : { verdict, changed };
}

function changeBy(verdict: Verdict, situation: ExerciseSituation, room: Room): Changed {
  const { ladder, series } = situation;
  switch (verdict.action) {
    case "stop":
      return { ladder: { ...ladder, out: true }, series, change: { kind: "out" } };
    case "ease":
      return ease(situation, room, verdict.fewerReps === true);
    case "regress":
      return regress(situation, room);
    case "fewerSets":
      return { ladder, series: { ...series, fewerSets: true }, change: { kind: "sets" } };
    case "progress":
      return progress(situation, room);
    default:
      return { ladder, series, change: null };
  }
}

function roomOf({ kit, owned, limits, mayBeginNew }: AdaptInput, { log }: DoneSession): Room {
  return {
    kit,
    owned,
    rungMax: limits.rungMax,
    phase: log.prescription.phase,
    nordics: limits.nordics,
    newRungs: mayBeginNew(log.date),
    slower: growsSlower(log.prescription.kind),
    moreReps: log.prescription.kind === "A" || log.prescription.kind === "B",
    gateSessions: GATE_SESSIONS,
  };
}

function decisionOf(
  situation: ExerciseSituation,
  made: {
    readonly session: DoneSession;
    readonly verdict: Verdict;
    readonly change: ExerciseDecision["change"];
    readonly input: AdaptInput;
  },
): ExerciseDecision {
  const { session, verdict, change, input } = made;
  const series = seriesOf(session.log.prescription.kind, situation.pattern);
  const id = `${session.id}:${series}`;
  return {
    id,
    about: "exercise",
    rule: verdict.rule,
    pattern: situation.pattern,
    series,
    exercise: exerciseId(situation.pattern, situation.ladder.rung),
    date: session.log.date,
    change,
    held: verdict.held ?? null,
    evidence: [...earlierEvidence(situation, verdict), evidenceOf(situation, session)],
    undone: input.adjustments.undone[id] === true,
  };
}
