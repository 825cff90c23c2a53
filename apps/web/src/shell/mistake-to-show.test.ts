import { expect, test } from "vitest";
import type { Mistake } from "@legwork/core/attention";
import type { LocalDate } from "@legwork/core/calendar";
import type { RecordId } from "@legwork/core/record";
import { actionRow, mistakeToShow } from "./mistake-to-show";

const mistake = (changes: Partial<Mistake> = {}): Mistake => ({
  mistake: "optional",
  rule: "MIS9",
  found: 3,
  threshold: 3,
  params: {},
  rows: [],
  action: null,
  ...changes,
});
const optional = mistake();
const tooMuch = mistake({ mistake: "tooMuchTooSoon", rule: "MIS1" });
const muscles = mistake({ mistake: "wrongMuscles", rule: "MIS7" });

test("[MIS13] a screen shows the first one only", () => {
  expect(mistakeToShow([tooMuch, muscles], { screen: "progress", isRead: false })).toBe(tooMuch);
  expect(mistakeToShow([], { screen: "progress", isRead: false })).toBeNull();
});

test("Today shows what changes this week, Progress the rest as well", () => {
  const shown = (each: Mistake) => mistakeToShow([each], { screen: "today", isRead: false });
  expect(shown(tooMuch)).toBe(tooMuch);
  expect(shown(mistake({ mistake: "strengthVanishing", rule: "MIS8" }))).not.toBeNull();
  expect([shown(optional), shown(muscles)]).toEqual([null, null]);
  expect(mistakeToShow([optional], { screen: "progress", isRead: false })).toBe(optional);
});

test("what was put away stays away on both screens, and nothing takes its place that week", () => {
  expect(mistakeToShow([tooMuch, muscles], { screen: "today", isRead: true })).toBeNull();
  expect(mistakeToShow([tooMuch, muscles], { screen: "progress", isRead: true })).toBeNull();
});

test("one tap leads to the week or to the minutes, and nowhere when doing less is the help", () => {
  const id = "session" as RecordId;
  const date = "2026-12-03" as LocalDate;
  expect(actionRow(tooMuch)).toBeNull();
  expect(actionRow(mistake({ action: { to: "minutes" } }))).toEqual({ href: "/around", label: "minutes" });
  expect(actionRow(mistake({ action: { to: "session", id, slot: "A", kind: "A", date } }))?.href).toBe("/week");
});
