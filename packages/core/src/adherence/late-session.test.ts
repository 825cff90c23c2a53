import { expect, test } from "vitest";
import { parseClockTime, parseLocalDate, type ClockTime, type LocalDate } from "../calendar";
import { countedForTheirWeek, longestGapDays, type DoneSession } from "./index";

const day = (text: string) => parseLocalDate(text) as LocalDate;
/** A session asked in the week of Monday 5 October 2026 unless said otherwise, done at 18:00. */
const session = (id: string, date: string, more: Partial<DoneSession> = {}): DoneSession => ({
  id,
  monday: day("2026-10-05"),
  start: { date: day(date), time: parseClockTime("18:00") as ClockTime },
  legLoad: "heavy",
  ...more,
});
const nextWeek = { monday: day("2026-10-12") };
const counted = (...done: DoneSession[]) => [...countedForTheirWeek(done)].toSorted();

test("[ADH16] a session moved to any day of its own week counts", () => {
  for (const date of ["2026-10-05", "2026-10-08", "2026-10-11"]) expect(counted(session("A", date))).toEqual(["A"]);
});

test("[ADH15] a session made up by Wednesday of the next week counts back, on Thursday it is extra", () => {
  expect(counted(session("A", "2026-10-14"))).toEqual(["A"]);
  expect(counted(session("A", "2026-10-15"))).toEqual([]);
});

test("[ADH15] it must stand before the next week's own first session", () => {
  expect(counted(session("A", "2026-10-14"), session("B2", "2026-10-12", nextWeek))).toEqual(["B2"]);
  expect(counted(session("A", "2026-10-12"), session("B2", "2026-10-14", nextWeek))).toEqual(["A", "B2"]);
});

test("[ADH15] less than 48 h from another moderate or heavy session it is extra; light legs do not count", () => {
  const saturday = session("B", "2026-10-11", { legLoad: "moderate" });
  expect(counted(saturday, session("A", "2026-10-12"))).toEqual(["B"]);
  expect(counted({ ...saturday, legLoad: "light" }, session("A", "2026-10-12"))).toEqual(["A", "B"]);
});

test("[ADH15] one session a week counts back", () => {
  const [monday, wednesday] = [session("A", "2026-10-12"), session("B", "2026-10-14")];
  expect(counted(wednesday, monday)).toEqual(["A"]);
});

test("[ADH19] the longest gap is counted from the start, between sessions and up to today", () => {
  const range = { from: day("2026-10-05"), until: day("2026-11-01") };
  expect(longestGapDays({ ...range, done: [] })).toBe(27);
  expect(longestGapDays({ ...range, done: [day("2026-10-08"), day("2026-10-20")] })).toBe(12);
  expect(longestGapDays({ ...range, done: [day("2026-10-20"), day("2026-10-08"), day("2026-12-01")] })).toBe(12);
  expect(longestGapDays({ done: [], from: day("2026-10-05"), until: day("2026-10-01") })).toBe(0);
});
