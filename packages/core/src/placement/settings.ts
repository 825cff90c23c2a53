import type { ClockTime } from "../calendar";
import { RULES } from "./rules";
import type { PlacementSettings } from "./types";

/** What holds until the runner says otherwise. 18:00 is our own choice, the others are the rules' own numbers. */
export const DEFAULT_SETTINGS: PlacementSettings = {
  strengthTime: "18:00" as ClockTime,
  otherTime: null,
  lockedDays: [],
  restDay: null,
  twoADay: true,
  maxMinutes: null,
  minutesOn: {},
  keyRunHours: RULES.C1.hardHours,
  longRunIsKey: false,
  restDayPenalty: RULES.C14.penalty,
};
