import { describe, expect, test } from "vitest";
import { addDays } from "../calendar";
import { adaptHistory, askedNext, decidedFor, FIRST_MONDAY, inputOf, type Session } from "../testing";
import { adapt } from "./adapt";
import { returnFrom } from "./gap";
import { FIRST_POINTER } from "./judge-week";

const hinge = (on: number, loadGrams: number, week = 6): Session => ({
  on,
  week,
  went: { P2: { amount: 8, rir: 3, loadGrams } },
});

describe("on the way back", () => {
  test("[GAP7] nothing is raised in the two sessions after a gap", () => {
    const strong = (on: number): Session => ({ on, week: 6, went: { P3: { amount: 8, rir: 5 } } });
    const decided = decidedFor({ sessions: [strong(3), strong(22), strong(25), strong(31), strong(38)] }, "P3");
    expect(decided.slice(1, 3).filter((each) => each.startsWith("AD6"))).toEqual([]);
    expect(decided[0]).toBe("AD6 tempo");
    expect(decided.slice(3)).toContain("AD6 tempo");
  });

  test("[GAP4] of a phase just entered nothing was trained: the way back goes into the one before", () => {
    const entered = { ...FIRST_POINTER, week: 5, lastGood: 4 };
    expect(returnFrom(27, entered)).toMatchObject({ week: 2 });
    expect(returnFrom(27, { ...entered, week: 7, lastGood: 6 })).toMatchObject({ week: 5 });
  });

  test("[GAP5] after 42 days the loads begin at 70 % and are built up from there", () => {
    const weights = Object.fromEntries([10, 12, 14, 16, 18, 20].map((kg) => [kg * 1000, "pair" as const]));
    const back = [90, 93, 97].map((on): Session => ({ on, week: 2, went: { P2: { amount: 10, rir: 4 } } }));
    const history = { sessions: [hinge(38, 20_000), ...back], weights };
    expect(askedNext(history, { pattern: "P2", week: 3 })).toMatchObject({ loadGrams: 14_000 });
  });

  test("[GAP3] a gap that ends in a taper is met as carefully, and the programme stays where it is", () => {
    const weights = { 16000: "pair", 18000: "pair", 20000: "pair" } as const;
    const today = addDays(FIRST_MONDAY, 38 + 20);
    const sessions = [hinge(38, 20_000)];
    const { weeks } = inputOf({ sessions, weights, today });
    const still = weeks.map((week, index) => (index + 1 === weeks.length ? { ...week, advances: false } : week));
    const history = { sessions, weights, today, weeks: still };
    const before = adaptHistory({ ...history, weeks: weeks.slice(0, -1) }).weeks.at(-1)?.pointer.week;
    expect(adapt(inputOf(history)).weeks.at(-1)?.pointer.week).toBe(before);
    expect(askedNext(history, { pattern: "P2", week: 6 })).toMatchObject({ loadGrams: 18_000, rir: 4 });
  });
});

describe("weights", () => {
  test("[AD15] in a gym where nothing was entered no first load is offered, and what was lifted is built on", () => {
    expect(askedNext({ sessions: [], kit: "gym" }, { pattern: "P2" })).not.toHaveProperty("loadGrams");
    const sessions = [3, 10].map((on): Session => ({
      on,
      week: 6,
      went: { P2: { amount: 10, rir: 5, loadGrams: 20_000 } },
    }));
    expect(askedNext({ sessions, kit: "gym" }, { pattern: "P2", week: 6 })?.loadGrams).toBeGreaterThan(20_000);
  });

  test("[AD8] in the short session a big step waits until it is clearly easy", () => {
    const weights = { 4000: "pair", 6000: "pair" } as const;
    const short = (rir: number) => {
      const sessions = [3, 10].map((on): Session => ({
        on,
        kind: "V",
        week: 6,
        went: { P2: { amount: 8, rir, loadGrams: 4000 } },
      }));
      return decidedFor({ sessions, weights }, "P2");
    };
    expect(short(5)[0]).toBe("AD6 load");
    expect(short(3)).not.toContain("AD6 load");
  });
});

test("[AD17] rungs reached with one kit are the runner's with a bigger one too", () => {
  const sessions = [3, 10].map((on): Session => ({
    on,
    week: 9,
    went: { P3: { amount: 8, rir: 2 } },
    asked: { P3: { exercise: "P3.4" } },
  }));
  expect(adaptHistory({ sessions, kit: "gym" }).state.ladders.P3?.rung).toBe(4);
});
