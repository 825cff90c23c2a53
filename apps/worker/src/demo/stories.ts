import type { Slot } from "@legwork/core/programme";
import type { Random } from "./random";

/** What becomes of one planned session. */
export type Fate = "done" | "partly" | "otherDay" | "missed" | "illness";

/** How one kind of runner lives through the twelve weeks. Every number here is invented, to look like people. */
export interface Story {
  /** How many of the squad live it. */
  readonly runners: number;
  /** Weeks since the start. */
  readonly weeksAgo: readonly [least: number, most: number];
  readonly fate: (asked: { readonly week: number; readonly slot: Slot }, random: Random) => Exclude<Fate, "illness">;
  /** The week in which the runner is ill; `turn` 0–1 is their own. */
  readonly illWeek?: (turn: number) => number;
  /** Mean run feel of a week, 3 = normal; weeks before the start are 0 and less. */
  readonly feel: (week: number) => number;
  /** Minutes of a run against those planned. */
  readonly volume: (week: number) => number;
  /** Share of the planned runs that are run. */
  readonly runsRun: number;
}

export const STORY_NAMES = ["perfect", "patchy", "ill", "stopsWhenVolumeRises", "heavyLegs", "justStarted"] as const;
export type StoryName = (typeof STORY_NAMES)[number];

export const STORIES: Readonly<Record<StoryName, Story>> = {
  perfect: {
    runners: 8,
    weeksAgo: [7, 11],
    fate: (_, random) => (random.happens(0.1) ? "otherDay" : "done"),
    feel: adapting,
    volume: () => 1,
    runsRun: 0.97,
  },
  patchy: {
    runners: 9,
    weeksAgo: [5, 11],
    fate: (_, random) => {
      const throwOf = random.next();
      if (throwOf < 0.38) return "missed";
      if (throwOf < 0.52) return "partly";
      return throwOf < 0.68 ? "otherDay" : "done";
    },
    feel: adapting,
    volume: () => 1,
    runsRun: 0.8,
  },
  ill: {
    runners: 7,
    weeksAgo: [9, 11],
    fate: (_, random) => (random.happens(0.05) ? "missed" : "done"),
    illWeek: (turn) => 5 + Math.floor(turn * 3),
    feel: adapting,
    volume: () => 1,
    runsRun: 0.92,
  },
  stopsWhenVolumeRises: {
    runners: 6,
    weeksAgo: [10, 11],
    fate: ({ week, slot }, random) => {
      if (week < 6) return random.happens(0.08) ? "partly" : "done";
      return week === 6 && slot === "A" ? "done" : "missed";
    },
    feel: (week) => (week < 6 ? adapting(week) : 3 - 0.1 * (week - 5)),
    volume: (week) => (week < 6 ? 1 : Math.min(1.5, 1.1 + 0.08 * (week - 5))),
    runsRun: 0.98,
  },
  heavyLegs: {
    runners: 5,
    weeksAgo: [8, 11],
    fate: (_, random) => (random.happens(0.12) ? "partly" : "done"),
    feel: (week) => (week < 1 ? 3.1 : week < 3 ? 2.3 : 1.9),
    volume: () => 1,
    runsRun: 0.92,
  },
  justStarted: {
    runners: 5,
    weeksAgo: [0, 1],
    fate: () => "done",
    feel: adapting,
    volume: () => 1,
    runsRun: 0.95,
  },
};

/** Heavier in the first three weeks, normal from the fifth, a little lighter at the end. */
function adapting(week: number): number {
  if (week < 1) return 3;
  if (week <= 3) return 2.4;
  return week <= 5 ? 2.8 : 3 + 0.05 * (week - 5);
}
