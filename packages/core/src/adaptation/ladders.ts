import {
  defaultRung,
  GATE_SESSIONS,
  nearestRungDown,
  PATTERNS,
  readTests,
  startRung,
  type Kit,
  type LadderPattern,
  type Rung,
} from "../exercise";
import type { Phase, Series } from "../programme";
import { PAIN } from "../safety";
import { atNewRung } from "./change-exercise";
import type { AdaptInput } from "./input";
import { isWeight } from "./owned-weights";
import type { LadderState, SeriesState, TrainingState } from "./types";

export const LADDER_PATTERNS = PATTERNS.filter(
  (pattern): pattern is LadderPattern => pattern !== "PLYO" && pattern !== "MOB",
);

const NEW_SERIES: SeriesState = {
  less: 0,
  bottom: false,
  atLeast: 0,
  stretched: false,
  slower: 0,
  slowest: 0,
  agreed: false,
  fellShort: false,
  last: null,
  fewerSets: false,
  loads: {},
};

/** Two-leg calf raises open the single-leg ones also by so many single-leg raises a side in the test. EX */
const CALF_TEST_RAISES = 15;
const SINGLE_LEG_CALF: Rung = 3;

/** The series on a ladder. */
export function seriesOn(pattern: LadderPattern): readonly Series[] {
  return pattern === "P5" ? ["P5A", "P5B"] : [pattern];
}

/** The state before the first session. */
export function startState(input: Pick<AdaptInput, "kit" | "experience" | "age" | "tests" | "limits">): TrainingState {
  return {
    ladders: startLadders(input),
    series: Object.fromEntries(LADDER_PATTERNS.flatMap(seriesOn).map((series) => [series, NEW_SERIES])),
    gap: null,
    ramp: [],
    legsOut: false,
    springCalmUntil: null,
    breathless: false,
  };
}

type StartInput = Pick<AdaptInput, "kit" | "experience" | "age" | "tests" | "limits">;

function startLadders({ kit, experience, age, tests, limits }: StartInput): TrainingState["ladders"] {
  const first = tests[0] ?? null;
  return Object.fromEntries(
    LADDER_PATTERNS.flatMap((pattern) => {
      const rung = startRung({ pattern, kit, experience, age, tests: first });
      if (rung === null) return [];
      return [[pattern, ladderOn(within(kit, pattern, { rung, max: limits.rungMax }))]];
    }),
  );
}

function ladderOn(rung: Rung): LadderState {
  return { rung, before: null, gateMet: 0, fresh: 0, ease: null, out: false, changedIn: null, tookBack: false };
}

function within(kit: Kit, pattern: LadderPattern, { rung, max }: { readonly rung: Rung; readonly max: Rung }): Rung {
  return rung <= max ? rung : (nearestRungDown(kit, pattern, max) ?? rung);
}

/** The ladders as new, after a gap of 42 days and more: never above where the foundation begins. */
export function asNewState(
  state: TrainingState,
  input: StartInput,
  { loadShare }: { readonly loadShare: number },
): TrainingState {
  const starts = startLadders(input);
  const ladders = Object.fromEntries(
    LADDER_PATTERNS.flatMap((pattern) => {
      const present = state.ladders[pattern];
      const start = starts[pattern];
      if (present === undefined || start === undefined) return [];
      return [
        [pattern, { ...start, rung: Math.min(present.rung, start.rung) as Rung, out: present.out, ease: present.ease }],
      ];
    }),
  );
  const series = Object.fromEntries(
    Object.entries(resetSeries(state.series)).map(([key, each]) => [
      key,
      { ...each, loads: shareOf(each.loads, loadShare) },
    ]),
  );
  return { ...state, ladders, series };
}

// Of nothing nothing is known: the lightest weight is offered.
function shareOf(loads: SeriesState["loads"], share: number): SeriesState["loads"] {
  return Object.fromEntries(
    Object.entries(loads).flatMap(([rung, grams]) =>
      share === 0 ? [] : [[rung, Math.max(1, Math.floor(grams * share))]],
    ),
  );
}

function resetSeries(series: TrainingState["series"]): TrainingState["series"] {
  return Object.fromEntries(
    LADDER_PATTERNS.flatMap(seriesOn).map((each) => [each, atNewRung(series[each] ?? NEW_SERIES)]),
  );
}

/**
 * The first week of a phase: onto the phase's rung where the gate of the present one is met and nothing hurts; amounts that were raised
 * and tempo begin anew.
 */
export function enterPhase(
  state: TrainingState,
  phase: Phase,
  { kit, tests, limits }: Pick<AdaptInput, "kit" | "tests" | "limits">,
): TrainingState {
  const ladders = Object.fromEntries(
    LADDER_PATTERNS.flatMap((pattern) => {
      const present = state.ladders[pattern];
      if (present === undefined) return [];
      const wanted = defaultRung({ pattern, phase, kit });
      const isOpen = present.gateMet >= GATE_SESSIONS || (pattern === "P5" && hasCalfTest(tests));
      const hurts =
        present.ease !== null || present.out || seriesOn(pattern).some((each) => isHurt(state.series[each]));
      if (wanted === null || !isOpen || hurts) return [[pattern, present]];
      const reached =
        nearestRungDown(kit, pattern, stepInto(phase, { pattern, kit, from: present.rung })) ?? present.rung;
      const rung = within(kit, pattern, { rung: allowedCurl(pattern, reached, limits.nordics), max: limits.rungMax });
      return [
        [pattern, rung > present.rung ? { ...present, rung, before: null, gateMet: 0, fresh: 0 as const } : present],
      ];
    }),
  );
  const series = Object.fromEntries(
    LADDER_PATTERNS.flatMap((pattern) =>
      seriesOn(pattern).map((each) => {
        const present = state.series[each] ?? NEW_SERIES;
        const isSameRung = ladders[pattern]?.rung === state.ladders[pattern]?.rung;
        return [each, isSameRung ? inNewPhase(present) : atNewRung(present)];
      }),
    ),
  );
  return { ...state, ladders, series };
}

interface StepInto {
  readonly pattern: LadderPattern;
  readonly kit: Kit;
  readonly from: Rung;
}

/**
 * The rung of a phase, but no more steps up than the programme itself takes from where the runner stands: who comes to the last phase
 * on the first one's rung goes to the second one's. OURS
 */
function stepInto(phase: Phase, { pattern, kit, from }: StepInto): Rung {
  const rungs = PHASES.map((each) => defaultRung({ pattern, phase: each, kit }) ?? from);
  const wanted = rungs[phase - 1] ?? from;
  const stands = rungs.slice(0, phase - 1).findLastIndex((rung) => rung <= from);
  const [here = from, next = wanted] = rungs.slice(Math.max(0, stands));
  return Math.min(wanted, from + Math.max(1, next - here)) as Rung;
}

const PHASES: readonly Phase[] = [1, 2, 3];

// On the same rung what was learned stays: a set-back, and the first of two sessions that agree.
function inNewPhase(series: SeriesState): SeriesState {
  return { ...series, bottom: false, atLeast: 0, stretched: false, slower: 0 };
}

function isHurt(series: SeriesState | undefined): boolean {
  return (series?.last?.pain ?? 0) >= PAIN.noIncrease;
}

/** The state as expected in a phase to come: on its rungs, all going as planned; amounts and tempo of the table. */
export function expectPhase(
  state: TrainingState,
  phase: Phase,
  { kit, limits }: Pick<AdaptInput, "kit" | "limits">,
): TrainingState {
  const ladders = Object.fromEntries(
    LADDER_PATTERNS.flatMap((pattern) => {
      const present = state.ladders[pattern];
      const wanted = defaultRung({ pattern, phase, kit });
      if (present === undefined || wanted === null) return [];
      const rung = within(kit, pattern, { rung: allowedCurl(pattern, wanted, limits.nordics), max: limits.rungMax });
      return [
        [
          pattern,
          { ...present, rung: Math.max(rung, present.rung) as Rung, before: null, fresh: 0 as const, ease: null },
        ],
      ];
    }),
  );
  return { ...state, ladders, series: resetSeries(state.series), gap: null, ramp: [] };
}

const CURL_RUNG_MAX: Rung = 2;

function allowedCurl(pattern: LadderPattern, rung: Rung, nordics: boolean): Rung {
  return pattern === "P8" && !nordics && rung > CURL_RUNG_MAX ? CURL_RUNG_MAX : rung;
}

function hasCalfTest(tests: AdaptInput["tests"]): boolean {
  const latest = tests.at(-1);
  const calf = latest === undefined ? undefined : readTests(latest).calfRaise;
  return calf !== undefined && calf.left !== null && calf.right !== null && calf.worse >= CALF_TEST_RAISES;
}

/** Whether the test of single-leg calf raises stands in for the gate of the two-leg ones. */
export function isCalfGateOpen(pattern: LadderPattern, rung: Rung, tests: AdaptInput["tests"]): boolean {
  return pattern === "P5" && rung < SINGLE_LEG_CALF && hasCalfTest(tests);
}

/** What a person chose for patterns from `since` (not included) to `until` stands in place of what the app had. */
export function withChosen(
  state: TrainingState,
  { chosen }: AdaptInput["adjustments"],
  days: { readonly since: string; readonly until: string },
): TrainingState {
  let next = state;
  for (const pattern of LADDER_PATTERNS) {
    const choice = chosen[pattern];
    const ladder = next.ladders[pattern];
    if (choice === undefined || ladder === undefined || choice.from <= days.since || choice.from > days.until) continue;
    const rung = choice.rung ?? ladder.rung;
    const isUp = rung > ladder.rung;
    const moved: LadderState =
      rung === ladder.rung
        ? { ...ladder, out: false, ease: null }
        : {
            ...ladder,
            rung,
            before: isUp ? ladder.rung : null,
            gateMet: 0,
            fresh: isUp ? 2 : 0,
            ease: null,
            out: false,
            tookBack: true,
          };
    const series = Object.fromEntries(
      seriesOn(pattern).map((each) => {
        const present = next.series[each] ?? NEW_SERIES;
        const own = rung === ladder.rung ? present : { ...atNewRung(present), bottom: isUp };
        const { loadGrams } = choice;
        return [
          each,
          loadGrams === undefined || !isWeight(loadGrams)
            ? own
            : { ...own, loads: { ...own.loads, [rung]: loadGrams } },
        ];
      }),
    );
    next = { ...next, ladders: { ...next.ladders, [pattern]: moved }, series: { ...next.series, ...series } };
  }
  return next;
}
