/** Runners for whom other limits hold. EX */
export const SAFETY_GROUPS = [
  "pregnancy",
  "under18",
  "sixtyPlus",
  "lowEnergyOrBone",
  "highBloodPressure",
  "hypermobileOrSprain",
] as const;
export type SafetyGroup = (typeof SAFETY_GROUPS)[number];

/** The notes of a group, in the order shown; their words are the messages `safety.group.<group>.<note>`. EX */
export const GROUP_NOTES = {
  pregnancy: ["agreement", "effort", "noJumps", "position", "plank", "stop", "afterBirth", "running"],
  under18: ["adult", "technique", "effort", "noTests", "growth"],
  sixtyPlus: ["support", "rungs", "twice", "rest", "balance", "drills"],
  lowEnergyOrBone: ["advice", "noJumps", "strength"],
  highBloodPressure: ["breathe", "holds", "planks"],
  hypermobileOrSprain: ["twoLegs", "support"],
} as const satisfies Readonly<Record<SafetyGroup, readonly string[]>>;
