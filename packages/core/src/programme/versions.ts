import type { LadderPattern, Rung } from "../exercise";
import type { SessionKind } from "./prescription";
import type { SpringDose } from "./twelve-weeks";

/** Kinds that are not the programme's own two sessions. */
export type VersionKind = Exclude<SessionKind, "A" | "B">;

/** One exercise of a version. */
export interface VersionPart {
  readonly pattern: LadderPattern;
  readonly sets: number;
  readonly amount: number;
  readonly unit: "reps" | "seconds";
  readonly perSide: boolean;
  /** Lowest and highest amount meant, where it is not the usual one. */
  readonly range?: readonly [lowest: number, highest: number];
  /** Which rung instead of the runner's own. */
  readonly rung?: { readonly exactly: Rung } | { readonly atMost: Rung } | { readonly stepsDown: 1 };
}

/** What a version asks for. EX */
export interface Version {
  /** `week`: what the programme asks for that week. */
  readonly rir: "week" | number;
  readonly plyo: readonly SpringDose[];
  readonly pairs: readonly (readonly VersionPart[])[];
}

const POGO: SpringDose = { drill: "Y1", sets: 2, contacts: 15 };

const TWO_LEGGED = { atMost: 1 } as const;
const DEAD_BUG = { exactly: 1 } as const;
const PLANK = { exactly: 2 } as const;

/** What a session of this kind is made of. `turn` 2, 4 … of M trains P1 and P4 in place of P3 and P8. */
export function versionOf(kind: VersionKind, turn: number): Version {
  if (kind === "M") return turn % 2 === 1 ? ONCE_A_WEEK : ONCE_A_WEEK_IN_TURN;
  return VERSIONS[kind];
}

const reps = (pattern: LadderPattern, sets: number, amount: number): VersionPart => ({
  pattern,
  sets,
  amount,
  unit: "reps",
  perSide: false,
});
const repsPerSide = (pattern: LadderPattern, sets: number, amount: number): VersionPart => ({
  ...reps(pattern, sets, amount),
  perSide: true,
});
const hold = (pattern: LadderPattern, sets: number, amount: number): VersionPart => ({
  ...reps(pattern, sets, amount),
  unit: "seconds",
});
const holdPerSide = (pattern: LadderPattern, sets: number, amount: number): VersionPart => ({
  ...hold(pattern, sets, amount),
  perSide: true,
});

const HINGE_AND_CALF = [reps("P2", 2, 6), repsPerSide("P5", 2, 8)];

const ONCE_A_WEEK: Version = {
  rir: "week",
  plyo: [POGO],
  pairs: [
    [repsPerSide("P3", 2, 6), holdPerSide("P6S", 2, 25)],
    HINGE_AND_CALF,
    [reps("P8", 2, 5), repsPerSide("P7", 2, 12)],
  ],
};

const ONCE_A_WEEK_IN_TURN: Version = {
  ...ONCE_A_WEEK,
  pairs: [
    [repsPerSide("P1", 2, 6), holdPerSide("P6S", 2, 25)],
    HINGE_AND_CALF,
    [reps("P4", 2, 8), repsPerSide("P7", 2, 12)],
  ],
};

const VERSIONS: Readonly<Record<Exclude<VersionKind, "M">, Version>> = {
  V: {
    rir: "week",
    plyo: [],
    pairs: [
      [repsPerSide("P3", 1, 8), holdPerSide("P6S", 1, 25)],
      [reps("P2", 1, 8), repsPerSide("P5", 1, 10)],
      [reps("P8", 1, 5), repsPerSide("P7", 1, 12)],
    ],
  },
  L: {
    rir: 5,
    plyo: [],
    pairs: [
      [{ ...repsPerSide("P1", 2, 6), rung: { stepsDown: 1 } }, hold("P6F", 2, 30)],
      [reps("P4", 2, 10), holdPerSide("P6S", 2, 20)],
      [repsPerSide("P7", 2, 10), { ...reps("P5", 1, 10), rung: TWO_LEGGED }],
    ],
  },
  C: {
    rir: 3,
    plyo: [],
    pairs: [
      [
        { ...reps("U1", 2, 8), range: [8, 12] },
        { ...repsPerSide("P6F", 2, 8), rung: DEAD_BUG },
      ],
      [{ ...reps("U2", 2, 10), range: [10, 12] }, holdPerSide("P6S", 2, 25)],
      [reps("U3", 2, 10), { ...hold("P6F", 2, 35), rung: PLANK }],
    ],
  },
  T2: {
    rir: 3,
    plyo: [POGO],
    pairs: [
      [repsPerSide("P3", 2, 5), hold("P6F", 2, 30)],
      [reps("P2", 2, 5), repsPerSide("P5", 2, 8)],
    ],
  },
  T1: {
    rir: 5,
    plyo: [],
    pairs: [
      [repsPerSide("P3", 1, 5), hold("P6F", 1, 30)],
      [reps("P4", 1, 8), holdPerSide("P6S", 1, 20)],
      [
        { ...reps("P5", 1, 10), rung: TWO_LEGGED },
        { ...repsPerSide("P6F", 1, 6), rung: DEAD_BUG },
      ],
    ],
  },
};
