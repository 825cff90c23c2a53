import { addDays } from "../calendar";
import type { LadderPattern, Pattern } from "../exercise";
import { seriesOf } from "../programme";
import type { HealthFields } from "../record/kinds";
import { nextTimeAfter } from "../safety";
import type { AdaptInput, DoneSession } from "./input";
import type { Lesson } from "./lesson";
import { isLegPattern } from "./sore-areas";
import type { TrainingState } from "./types";

/** Pain in a spring drill, or a worse morning after one, keeps the toes down for so long. EX */
const CALM_SPRING_DAYS = 7;
const SPRING_PAIN_FROM = 3;

interface Ended {
  readonly input: AdaptInput;
  readonly session: DoneSession;
}

/** What was said before a session: walking without pain brings back what pain had stopped, eased. */
export function afterPreCheck(state: TrainingState, health: HealthFields | null): TrainingState {
  const walksFree = health?.painWalking === 0 && health.limping !== true;
  const ladders = Object.fromEntries(
    Object.entries(state.ladders).map(([pattern, ladder]) => {
      const isBack = ladder.out && (walksFree || !isLegPattern(pattern as LadderPattern));
      if (!isBack) return [pattern, ladder];
      const by = ladder.rung > 0 ? ("rung" as const) : ("amount" as const);
      return [pattern, { ...ladder, out: false, ease: { by, fewerReps: true, clean: 0 as const } }];
    }),
  );
  return { ...state, ladders, legsOut: state.legsOut && !walksFree };
}

/** What a session as a whole leaves: less of a return, legs out for pain, calm springs. */
export function afterSession(state: TrainingState, { session, input }: Ended, lesson: Lesson): TrainingState {
  const { log } = session;
  const { gap } = state;
  return {
    ...state,
    gap: gap === null || !lesson.isLegs ? gap : gap.sessionsLeft === 2 ? { ...gap, sessionsLeft: 1 } : null,
    ramp: lesson.isDone ? state.ramp.slice(1) : state.ramp,
    legsOut: state.legsOut || stopsLegs(state, { session, input }),
    springCalmUntil: springCalm(session) ?? state.springCalmUntil,
    breathless: log.breathless === true,
  };
}

// By an exercise that pain stopped in this session, or by pain that names none.
function stopsLegs({ ladders }: TrainingState, { session, input }: Ended): boolean {
  const { id, health, log } = session;
  const isStopped = Object.entries(health?.pains ?? {}).some(([pattern, pain]) => {
    if (!isLegPattern(pattern as Pattern) || nextTimeAfter(pain) !== "restUntilPainFree") return false;
    const series = seriesOf(log.prescription.kind, pattern as Pattern);
    return (
      input.adjustments.undone[`${id}:${series}`] !== true &&
      (pattern === "PLYO" || ladders[pattern as Pattern]?.out === true)
    );
  });
  const isUnnamed = Object.keys(health?.pains ?? {}).length === 0;
  return (
    isStopped ||
    (isUnnamed && health?.pain !== undefined && nextTimeAfter({ level: health.pain }) === "restUntilPainFree")
  );
}

function springCalm({ log, health }: DoneSession): TrainingState["springCalmUntil"] {
  if (log.prescription.plyo.length === 0) return null;
  const pain = health?.pains?.PLYO?.level ?? 0;
  const isWorse = pain >= SPRING_PAIN_FROM || (health?.morningWorse === true && (pain > 0 || (health.pain ?? 0) > 0));
  return isWorse ? addDays(log.date, CALM_SPRING_DAYS) : null;
}
