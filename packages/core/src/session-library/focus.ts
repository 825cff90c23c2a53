/** What a session of the library is for. Mobility is for rest days, a snack takes about ten minutes. */
export const FOCUSES = [
  "fullBody",
  "legs",
  "hipsAndGlutes",
  "calvesAndFeet",
  "core",
  "balanceAndSpring",
  "upperBody",
  "mobility",
  "snack",
] as const;
export type Focus = (typeof FOCUSES)[number];

/** As the programme's phases: learn the positions, more load, heavier and springy. */
export const LEVELS = ["foundation", "build", "strong"] as const;
export type Level = (typeof LEVELS)[number];
