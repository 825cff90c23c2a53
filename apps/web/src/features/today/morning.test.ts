import { expect, test } from "vitest";
import { addDays, parseLocalDate, type LocalDate } from "@legwork/core/calendar";
import type { HealthFields, RecordId } from "@legwork/core/record";
import { morningOf } from "./morning";

const TODAY = parseLocalDate("2026-12-01") as LocalDate;
const YESTERDAY = addDays(TODAY, -1);
const session = "session" as RecordId;
const asked = (fields: Partial<HealthFields>) =>
  morningOf({
    today: TODAY,
    health: [{ id: "health" as RecordId, fields: { date: YESTERDAY, about: session, ...fields } }],
    sessions: [session],
  });

test("yesterday's pain of 1 or more is asked about once", () => {
  expect(asked({ pain: 1 })).toEqual({ id: "health", about: "session", report: { level: 1 } });
  expect(asked({ pains: { P5: { level: 3, site: "calf" } } })?.report).toEqual({ level: 3, site: "calf" });
  expect(asked({ pain: 0 })).toBeNull();
  expect(asked({ pain: 3, morningPain: 0 })).toBeNull();
  expect(asked({ pain: 3, morningWorse: false })).toBeNull();
});

test("neither an older pain nor a run's is asked about", () => {
  expect(asked({ pain: 3, date: addDays(TODAY, -2) })).toBeNull();
  expect(asked({ pain: 3, date: TODAY })).toBeNull();
  expect(asked({ pain: 3, about: "run" as RecordId })).toBeNull();
});
