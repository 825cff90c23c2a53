import type { ClockTime } from "../calendar";
import type { PlacementSettings } from "./types";

/** What holds until the runner says otherwise. 18:00 is our own choice. */
export const DEFAULT_SETTINGS: PlacementSettings = {
  strengthTime: "18:00" as ClockTime,
  lockedDays: [],
  restDay: null,
  twoADay: true,
  maxMinutes: null,
};
