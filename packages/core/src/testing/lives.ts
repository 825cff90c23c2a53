import type { PrescribedExercise, Prescription } from "../programme";
import { day, planRecord, runnerOf } from "./builders";
import { simulate, strong, type Effort, type Life, type Runner } from "./simulate-runner";

const id = runnerOf("simulated");

/** Pairs that many have at home. */
export const HOME_WEIGHTS = {
  4000: "pair",
  6000: "pair",
  8000: "pair",
  10000: "pair",
  12000: "pair",
  16000: "pair",
} as const;

const weights = HOME_WEIGHTS;
const always = () => true;
const inWeeks = (dayNumber: number, from: number, to: number) => dayNumber >= 7 * (from - 1) && dayNumber < 7 * to;

const testedIn = (on: string, worse: number) => {
  const scores = { calfRaise: worse, sidePlank: 50, sitToStand: 12, bridge: 20, balance: 30 };
  return planRecord(id, "strength_test", { key: on, fields: { date: day(on), left: scores, right: scores } });
};

function says(extra: number): NonNullable<Runner["effort"]> {
  return (exercise: PrescribedExercise, prescription: Prescription): Effort => ({
    ...strong(exercise, prescription),
    rir: Math.max(0, Math.min(5, exercise.rir + extra)),
  });
}

const asAsked = ({ amount, rir, loadGrams }: PrescribedExercise): Effort => ({
  amount,
  rir,
  ...(loadGrams === undefined ? {} : { loadGrams }),
});

/** Runners of many kinds and how long they are followed, in weeks. */
export const RUNNERS: Readonly<Record<string, { readonly weeks: number; readonly runner: Runner }>> = {
  perfect: {
    weeks: 24,
    runner: { does: always, programme: { weights, regularRunner: true }, more: [testedIn("2026-12-08", 22)] },
  },
  patchy: {
    weeks: 16,
    runner: {
      does: ({ slot }, on) => (Math.floor(on / 7) % 3 === 2 ? false : slot === "A" || on % 2 === 0),
      programme: { weights },
    },
  },
  illInWeek6: {
    weeks: 12,
    runner: {
      does: (_, on) => !(on >= 35 && on < 45),
      programme: {
        weights,
        timeOff: {
          flu: {
            from: day("2026-12-21"),
            to: day("2026-12-30"),
            reason: "illness",
            sessions: "none",
            illness: "general",
          },
        },
      },
    },
  },
  raceInWeek9: {
    weeks: 14,
    runner: {
      does: always,
      programme: { weights, races: { half: { date: day("2027-01-17"), distance: "half", minutes: 110 } } },
    },
  },
  holidayWithoutKit: {
    weeks: 12,
    runner: {
      does: always,
      programme: {
        weights,
        timeOff: { sea: { from: day("2026-12-21"), to: day("2027-01-03"), reason: "holiday", sessions: "withoutKit" } },
      },
    },
  },
  saysTooMuchInReserve: { weeks: 14, runner: { does: always, effort: says(3), programme: { weights } } },
  saysTooLittleInReserve: { weeks: 12, runner: { does: always, effort: says(-2), programme: { weights } } },
  painInTheCalf: {
    weeks: 12,
    runner: {
      does: always,
      effort: says(0),
      programme: { weights },
      health: (_, on) =>
        inWeeks(on, 3, 3)
          ? { pains: { P5: { level: 4, site: "calf" } } }
          : inWeeks(on, 4, 5)
            ? { pains: { P5: { level: 3, site: "calf" } } }
            : inWeeks(on, 9, 9)
              ? { pains: { P5: { level: 2, site: "calf" } }, morningWorse: true }
              : null,
    },
  },
  fifteenMinutes: { weeks: 12, runner: { does: always, programme: { weights, maxMinutes: 15 } } },
  neverBegins: { weeks: 5, runner: { does: () => false } },
  verySore: {
    weeks: 12,
    runner: {
      does: always,
      effort: asAsked,
      programme: { weights },
      health: (_, on) => (on >= 3 ? { sore: { frontThigh: 6, glute: 5 } } : null),
    },
  },
  aYearWithTwoGaps: {
    weeks: 52,
    // Fifteen days at New Year, seven weeks in summer.
    runner: { does: (_, on) => !(on >= 46 && on < 61) && !(on >= 210 && on < 259), programme: { kit: "gym" } },
  },
};

const lives = new Map<string, Life>();

/** The life of a named runner, lived once and shared. */
export function lifeOf(name: string): Life {
  const known = lives.get(name);
  if (known !== undefined) return known;
  const told = RUNNERS[name];
  if (told === undefined) throw new Error(`nobody is called ${name}`);
  const life = simulate(told.runner, told.weeks, id);
  lives.set(name, life);
  return life;
}
