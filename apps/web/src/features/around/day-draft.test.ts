import { describe, expect, test } from "vitest";
import { WEEKDAYS, type Weekday } from "@legwork/core/calendar";
import { dayDraftOf, readDay } from "./day-draft";

const locked = (...days: readonly Weekday[]) => Object.fromEntries(days.map((day) => [day, true as const]));
const FIELDS = { lockedDays: locked("fri"), restDay: "sun", minutesOn: { mon: 25 } } as const;

describe("what a weekday allows", () => {
  test("saving what stands there changes nothing", () => {
    for (const day of WEEKDAYS) expect(readDay(dayDraftOf(FIELDS, day), day, FIELDS)).toEqual({ ok: true, patch: {} });
  });

  test("only what is changed is written, and what is emptied is removed", () => {
    expect(readDay({ isLocked: false, isRestDay: true, minutes: "" }, "fri", FIELDS)).toEqual({
      ok: true,
      patch: { "lockedDays/fri": null, restDay: "fri" },
    });
    expect(readDay({ isLocked: false, isRestDay: false, minutes: "" }, "mon", FIELDS)).toEqual({
      ok: true,
      patch: { "minutesOn/mon": null },
    });
    expect(readDay({ isLocked: false, isRestDay: false, minutes: "0" }, "sun", FIELDS)).toEqual({
      ok: true,
      patch: { restDay: null, "minutesOn/sun": 0 },
    });
  });

  test("the last free day cannot be locked", () => {
    const fields = { lockedDays: locked("tue", "wed", "thu", "fri", "sat", "sun") };
    expect(readDay({ isLocked: true, isRestDay: false, minutes: "" }, "mon", fields)).toEqual({
      ok: false,
      problems: { isLocked: "noDayLeft" },
    });
  });

  test("minutes beyond three hours are out of range", () => {
    expect(readDay({ isLocked: false, isRestDay: false, minutes: "181" }, "tue", FIELDS)).toEqual({
      ok: false,
      problems: { minutes: "outOfRange" },
    });
  });
});
