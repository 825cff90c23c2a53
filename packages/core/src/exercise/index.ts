export { KITS, MOBILITY_MOVES, PATTERNS, RUNGS, SPRING_DRILLS, TWO_SIDED_MOVES } from "./pattern";
export type { ExerciseId, Kit, LadderPattern, MobilityMove, Pattern, Rung, SpringDrill } from "./pattern";
export { MUSCLES, musclesOf, PRIME_MOVERS, sharedPrimeMovers } from "./muscle";
export type { Muscle } from "./muscle";
export { holdsRung, isTwoLegged, LADDERS, nearestRungDown } from "./ladder";
export { defaultRung, exerciseFor, exerciseId } from "./default-rung";
export { DRILL_FACTS } from "./spring-drill";
export { SUBSTITUTED_PATTERNS } from "./substitute";
