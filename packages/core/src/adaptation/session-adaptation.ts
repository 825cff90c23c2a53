import { exerciseId, nearestRungDown, takesLoad, type LadderPattern, type Pattern, type Rung } from "../exercise";
import { type ExerciseAdaptation, type Series, type SessionAdaptation, type SpringLevel } from "../programme";
import type { SafetyLimits } from "../safety";
import { LADDER_PATTERNS, seriesOn } from "./ladders";
import { lowerRung, weightsOf } from "./change-exercise";
import type { AdaptInput } from "./input";
import type { Pointer } from "./judge-week";
import { weightUpTo } from "./owned-weights";
import { isLegPattern } from "./sore-areas";
import type { LadderState, SeriesState, TrainingState } from "./types";

/** Amounts while an exercise is eased for pain; loads stand in the weights. EX */
const EASED_REPS_SHARE = 0.8;
const EASED_LOAD_SHARE = 0.8;
/** Reps in reserve asked beyond the usual in the first session after an illness. EX */
const RAMP_RIR = 2;

/** Pain that stopped a session takes the legs out of the week's sessions; by those after it walking is expected to be free of pain. OURS */
const SESSIONS_WITHOUT_LEGS = 2;

/** What a session is prescribed from. */
export interface SessionSetting {
  readonly rungs: Readonly<Partial<Record<LadderPattern, Rung>>>;
  readonly adapted: SessionAdaptation;
  /** Patterns whose rung counts as new. */
  readonly newRungs: readonly LadderPattern[];
}

export interface SettingOf {
  readonly pointer: Pick<Pointer, "week" | "doseWeek">;
  /** How many sessions come before it, from now: returns and ramps reach the next ones only. */
  readonly ordinal: number;
  readonly spring: SpringLevel;
  /** Patterns that an injury pauses on its day. */
  readonly injured: ReadonlySet<Pattern>;
  /** A new rung that may not begin in this session: it is done on the rung before. */
  readonly stepWaits: boolean;
}

/** What the state makes of a session. */
export function settingOf(
  state: TrainingState,
  { kit, owned, limits }: Pick<AdaptInput, "kit" | "owned" | "limits">,
  setting: SettingOf,
): SessionSetting {
  const { ordinal, spring, injured, stepWaits, pointer } = setting;
  const gap = state.gap !== null && ordinal < state.gap.sessionsLeft ? state.gap : null;
  const share = state.ramp[ordinal];
  const rungs: Partial<Record<LadderPattern, Rung>> = {};
  const exercises: Partial<Record<Series, ExerciseAdaptation>> = {};
  const newRungs: LadderPattern[] = [];
  const isWithoutLegs = state.legsOut && ordinal < SESSIONS_WITHOUT_LEGS;
  const isOut = (pattern: LadderPattern) =>
    injured.has(pattern) ||
    state.ladders[pattern]?.out === true ||
    (isWithoutLegs && isLegPattern(pattern)) ||
    (pattern === "P8" && !limits.hamstringCurl);
  for (const pattern of LADDER_PATTERNS) {
    const ladder = state.ladders[pattern];
    if (ladder === undefined) continue;
    const isCurlEased = gap?.curl === true && pattern === "P8";
    const rung = rungNow(pattern, ladder, { kit, limits, isCurlEased, stepWaits });
    rungs[pattern] = rung;
    // A ladder comes about once in two sessions.
    const isFresh = ordinal < 2 * ladder.fresh && rung === ladder.rung;
    if (isFresh) newRungs.push(pattern);
    for (const key of seriesOn(pattern)) {
      const series = state.series[key];
      if (series === undefined) continue;
      const own = adaptationOf({ pattern, ladder, series, rung, isFresh, isOut: isOut(pattern) });
      const load = loadFor(pattern, series, {
        rung,
        owned,
        share: (gap?.loadShare ?? 1) * (ladder.ease?.by === "load" ? EASED_LOAD_SHARE : 1),
      });
      const halved = isCurlEased && rung === ladder.rung ? { share: 0.5 } : {};
      const fewer = ordinal === 0 && series.fewerSets ? { fewerSets: 1 } : {};
      const all: ExerciseAdaptation = { ...own, ...load, ...halved, ...fewer };
      if (Object.keys(all).length > 0) exercises[key] = all;
    }
  }
  return {
    rungs,
    newRungs,
    adapted: {
      exercises,
      spring: isWithoutLegs ? "none" : spring,
      ...(gap?.spring ? { springAfterGap: gap.spring } : {}),
      ...(share === undefined ? {} : { setsShare: share }),
      ...(gap?.setsMax ? { setsMax: gap.setsMax } : {}),
      ...rirUpOf(gap?.rirUp ?? 0, share === 0.5 ? RAMP_RIR : 0),
      ...(limits.rirMin > 0 ? { rirMin: limits.rirMin } : {}),
      ...(limits.rungMax < HIGHEST_RUNG ? { rungMax: limits.rungMax } : {}),
      ...(pointer.doseWeek === pointer.week ? {} : { doseWeek: pointer.doseWeek }),
    },
  };
}

// Of two rises the larger.
function rirUpOf(one: number, other: number): { readonly rirUp?: number } {
  const rirUp = Math.max(one, other);
  return rirUp > 0 ? { rirUp } : {};
}

interface RungNow {
  readonly kit: AdaptInput["kit"];
  readonly limits: SafetyLimits;
  readonly isCurlEased: boolean;
  readonly stepWaits: boolean;
}

const CURL_RUNG_MAX: Rung = 2;
const HIGHEST_RUNG: Rung = 5;

function rungNow(pattern: LadderPattern, ladder: LadderState, { kit, limits, isCurlEased, stepWaits }: RungNow): Rung {
  const own = stepWaits && ladder.before !== null ? ladder.before : ladder.rung;
  const isEased = ladder.ease?.by === "rung" || isCurlEased;
  const eased = isEased ? (lowerRung({ pattern, ladder: { ...ladder, rung: own } }, { kit }) ?? own) : own;
  const max = pattern === "P8" && !limits.nordics ? Math.min(limits.rungMax, CURL_RUNG_MAX) : limits.rungMax;
  return nearestRungDown(kit, pattern, Math.min(eased, max) as Rung) ?? eased;
}

interface OwnAdaptation {
  readonly pattern: LadderPattern;
  readonly ladder: LadderState;
  readonly series: SeriesState;
  readonly rung: Rung;
  readonly isFresh: boolean;
  readonly isOut: boolean;
}

function adaptationOf({ ladder, series, rung, isFresh, isOut }: OwnAdaptation): ExerciseAdaptation {
  // Amounts and tempo were reached on the runner's own rung; on another one the table's stand.
  const isOwn = rung === ladder.rung;
  return {
    ...(isOut ? { out: true as const } : {}),
    ...(isOwn && series.bottom ? { bottom: true as const } : {}),
    ...(isOwn && series.less > 0 ? { less: series.less } : {}),
    ...(isOwn && series.atLeast > 0 ? { atLeast: series.atLeast } : {}),
    ...(ladder.ease?.fewerReps ? { share: EASED_REPS_SHARE } : {}),
    ...(isOwn && series.slower > 0 ? { slower: series.slower as 1 | 2 } : {}),
    ...(isFresh ? { rirUp: 1 } : {}),
  };
}

function loadFor(
  pattern: LadderPattern,
  series: SeriesState,
  { rung, owned, share }: { readonly rung: Rung; readonly owned: AdaptInput["owned"]; readonly share: number },
): Pick<ExerciseAdaptation, "loadGrams" | "hands" | "loadWhy"> {
  const weights = weightsOf(exerciseId(pattern, rung), series, owned);
  const [lightest] = weights;
  if (lightest === undefined) return {};
  const last = series.loads[rung];
  if (last === undefined && owned.isAssumed) return {};
  const loadGrams = last === undefined ? lightest : (weightUpTo(weights, last * share) ?? lightest);
  const isPair = owned.pairs.includes(loadGrams) && takesLoad(exerciseId(pattern, rung))?.hands === 2;
  return { loadGrams, hands: isPair ? 2 : 1, ...whyOf(loadGrams, last === undefined ? null : last * share) };
}

function whyOf(loadGrams: number, wanted: number | null): Pick<ExerciseAdaptation, "loadWhy"> {
  if (wanted === null) return { loadWhy: { reason: "lightest" } };
  const wantedGrams = Math.round(wanted);
  return wantedGrams === loadGrams ? {} : { loadWhy: { reason: "nearest", wantedGrams } };
}
