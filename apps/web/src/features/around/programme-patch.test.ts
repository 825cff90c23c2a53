import { expect, test } from "vitest";
import type { LocalDate } from "@legwork/core/calendar";
import type { ProgrammeFields } from "@legwork/core/record";
import { patchBack } from "./programme-patch";

const RACE = { date: "2027-01-17" as LocalDate, distance: "half", minutes: 110 } as const;
const PROGRAMME: ProgrammeFields = {
  startDate: "2026-11-30" as LocalDate,
  zone: "UTC",
  kit: "none",
  lockedDays: { fri: true },
  races: { first: RACE },
  keyRunHours: 48,
};

test("the way back brings the old value, and removes what was not there", () => {
  const patch = { "races/first": null, "races/second": { ...RACE }, keyRunHours: 24, twoADay: false, "peaks/one": {} };
  expect(patchBack(PROGRAMME, patch)).toEqual({
    "races/first": RACE,
    "races/second": null,
    keyRunHours: 48,
    twoADay: null,
    "peaks/one": null,
  });
});
