import { describe, expect, test } from "vitest";
import type { LocalDate } from "@legwork/core/calendar";
import type { RaceEntry } from "./entries";
import { NEW_RACE, raceDraftOf, readRace, withDistance } from "./race-draft";

const START = "2026-11-30" as LocalDate;
const RACE_DAY = "2027-01-17" as LocalDate;
const HALF: RaceEntry = { date: RACE_DAY, distance: "half", minutes: 110 };
const context = { startDate: START, others: [] };

describe("a race as it is typed", () => {
  test("another distance brings its usual minutes, and never over minutes that were named", () => {
    expect(withDistance(NEW_RACE, "marathon").minutes).toBe("240");
    expect(withDistance(withDistance(NEW_RACE, "ultra"), "short").minutes).toBe("60");
    expect(withDistance({ ...NEW_RACE, minutes: "110" }, "marathon").minutes).toBe("110");
  });

  test("what is saved reads back as it was typed", () => {
    expect(readRace(raceDraftOf(HALF), context)).toEqual({ ok: true, race: HALF });
    const timed = { ...HALF, startTime: "10:30" } as RaceEntry;
    expect(readRace(raceDraftOf(timed), context)).toEqual({ ok: true, race: timed });
  });

  test("no day, a day before the start and a day with another race each say what is wrong", () => {
    const problemOn = (date: string, others: readonly RaceEntry[] = []) => {
      const read = readRace({ ...NEW_RACE, date }, { startDate: START, others });
      return read.ok ? null : read.problems.date;
    };
    expect(problemOn("")).toBe("dateMissing");
    expect(problemOn("2026-11-29")).toBe("beforeStart");
    expect(problemOn(START)).toBeNull();
    expect(problemOn(RACE_DAY, [HALF])).toBe("dayHasRace");
  });

  test.each(["", "0", "1441", "12.5", "two hours"])("%o are no minutes of a race", (minutes) => {
    const read = readRace({ ...NEW_RACE, date: RACE_DAY, minutes }, context);
    expect(read).toEqual({ ok: false, problems: { minutes: "outOfRange" } });
  });
});
