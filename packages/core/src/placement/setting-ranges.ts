/** Smallest and largest value of the settings that are numbers. Hours before a key run as asked for; the others are our own choice. */
export const SETTING_RANGES = {
  keyRunHours: [24, 72],
  restDayPenalty: [0, 100],
  /** Under ten minutes there is no session to make. */
  maxMinutes: [10, 180],
  /** 0 = no strength on that weekday. */
  minutesOn: [0, 180],
} as const satisfies Readonly<Record<string, readonly [min: number, max: number]>>;
