export { KITS, PATTERNS, RUNGS } from "./pattern";
export type { ExerciseId, Kit, LadderPattern, Pattern, Rung } from "./pattern";
export { MUSCLES, musclesOf, PRIME_MOVERS, sharedPrimeMovers } from "./muscle";
export type { Muscle } from "./muscle";
export { holdsRung, isTwoLegged, LADDERS, nearestRungDown } from "./ladder";
export { defaultRung, exerciseFor, exerciseId } from "./default-rung";
export { DRILL_FACTS, SPRING_DRILLS } from "./spring-drill";
export type { SpringDrill } from "./spring-drill";
