import type { SpringDrill } from "./pattern";

/** Leg-load points of one contact. OURS */
const POINTS_PER_CONTACT = { low: 0.02, moderate: 0.04, high: 0.06 } as const;

interface DrillFacts {
  readonly pointsPerContact: number;
  readonly secondsPerContact: number;
  /** Seconds to change legs inside a set. */
  readonly sideChangeSeconds: number;
  /** Rest after every set, the last included. */
  readonly restSeconds: number;
}

const POGO_SECONDS = 0.5;
const JUMP_SECONDS = 4;
const TWO_LEG_REST = 40;
const ONE_LEG_REST = 45;

const twoLegPogo: DrillFacts = {
  pointsPerContact: POINTS_PER_CONTACT.low,
  secondsPerContact: POGO_SECONDS,
  sideChangeSeconds: 0,
  restSeconds: TWO_LEG_REST,
};

/** What each drill costs in seconds and in leg load. Rests and points are OURS. */
export const DRILL_FACTS: Readonly<Record<SpringDrill, DrillFacts>> = {
  Y0: twoLegPogo,
  Y1: twoLegPogo,
  Y2: twoLegPogo,
  Y3: {
    pointsPerContact: POINTS_PER_CONTACT.moderate,
    secondsPerContact: POGO_SECONDS,
    sideChangeSeconds: 5,
    restSeconds: ONE_LEG_REST,
  },
  Y4: {
    pointsPerContact: POINTS_PER_CONTACT.moderate,
    secondsPerContact: JUMP_SECONDS,
    sideChangeSeconds: 0,
    restSeconds: ONE_LEG_REST,
  },
  Y5: {
    pointsPerContact: POINTS_PER_CONTACT.high,
    secondsPerContact: JUMP_SECONDS,
    sideChangeSeconds: 0,
    restSeconds: ONE_LEG_REST,
  },
};
