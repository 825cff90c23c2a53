/** Signs on which every effort ends at once; words `safety.stop.<sign>`. EX */
export const STOP_SIGNS = [
  "chestPressure",
  "faintness",
  "irregularHeartbeat",
  "severeHeadache",
  "visionChange",
  "breathlessness",
] as const;

/** Signs that need a professional on the same day; words `safety.urgent.<sign>`. EX */
export const URGENT_SIGNS = ["pop", "swollenCalf", "backAndNerves"] as const;

/** What to look at before using things at home; words `safety.equipment.<note>`. EX */
export const EQUIPMENT_NOTES = ["chair", "bands", "anchor", "step"] as const;
