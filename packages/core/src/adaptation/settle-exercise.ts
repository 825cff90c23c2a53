import { mondayOf } from "../calendar";
import { atNewRung, type Changed } from "./change-exercise";
import { agrees, isTelling, type ExerciseSituation, type Verdict } from "./decide-exercise";
import { evidenceOf } from "./evidence";
import { CLEAN_PAIN_MAX } from "./exercise-situation";
import type { DoneSession } from "./input";
import { seriesOn } from "./ladders";
import type { LadderState, SeriesState, TrainingState } from "./types";

/** Whether a verdict is an increase or a step back: one a week, three a session. */
export function isCounted({ action }: Verdict): boolean {
  return action === "progress" || action === "regress";
}

export interface Settling {
  readonly verdict: Verdict;
  readonly changed: Changed;
  readonly session: DoneSession;
}

/** The state after a decision. Agreement, falling short, newness and clean sessions are counted on; a change makes them begin again. */
export function settle(
  state: TrainingState,
  situation: ExerciseSituation,
  { verdict, changed, session }: Settling,
): TrainingState {
  const { pattern, series: present, ladder: reached } = situation;
  const isChange = changed.change !== null && isCounted(verdict);
  const isTold = isTelling(situation);
  const series: SeriesState = {
    ...changed.series,
    fewerSets: verdict.action === "fewerSets",
    agreed: isChange ? false : isTold && !situation.reduced ? agrees(situation) : present.agreed,
    // A reduced week does not read the reps in reserve: it neither adds to a row of short sessions nor ends it.
    fellShort: verdict.rule === "AD4" || (isTold && !situation.reduced ? false : present.fellShort),
    last: isTold ? evidenceOf(situation, session) : present.last,
  };
  const ladder = withCleanSession(changed.ladder, situation, verdict);
  const isNewRung = ladder.rung !== reached.rung;
  const isTried = !isNewRung && situation.rungDone === ladder.rung && ladder.fresh > 0;
  const stood: LadderState = {
    ...ladder,
    ...(isTried ? { fresh: (ladder.fresh - 1) as 0 | 1, before: null } : {}),
    changedIn: isChange ? mondayOf(situation.date) : ladder.changedIn,
  };
  const others = isNewRung
    ? Object.fromEntries(
        seriesOn(pattern).map((each) => [
          each,
          { ...atNewRung(state.series[each] ?? series), bottom: changed.series.bottom },
        ]),
      )
    : {};
  return {
    ...state,
    ladders: { ...state.ladders, [pattern]: stood },
    series: { ...state.series, ...others, [situation.seriesKey]: series },
  };
}

// Two sessions in a row without pain to speak of end an ease.
function withCleanSession(ladder: LadderState, { pain, health }: ExerciseSituation, { action }: Verdict): LadderState {
  if (ladder.ease === null || action === "ease" || action === "stop") return ladder;
  const isClean = (pain?.level ?? 0) <= CLEAN_PAIN_MAX && health?.morningWorse !== true;
  if (!isClean) return { ...ladder, ease: { ...ladder.ease, clean: 0 } };
  return { ...ladder, ease: ladder.ease.clean === 1 ? null : { ...ladder.ease, clean: 1 } };
}
