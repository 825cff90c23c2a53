import { expect, test } from "vitest";
import { prescribe, walk, type Prescription } from "@legwork/core/programme";
import type { LoggedSet, RecordId } from "@legwork/core/record";
import { suggestsCalibration } from "./calibration";

const ID = "present" as RecordId;
const asked = (kind: "A" | "B", week: number) => prescribe({ kind, week, kit: "dumbbells", maxMinutes: null });
const suggested = (prescription: Prescription, logs: Parameters<typeof suggestsCalibration>[0]["logs"] = []) =>
  walk(prescription, "superset").filter((step) => suggestsCalibration({ id: ID, prescription, step, logs }));

test("in week 3 the last set of calf raises is the one, and only that", () => {
  for (const kind of ["A", "B"] as const) {
    const [only, ...others] = suggested(asked(kind, 3));
    expect(only?.exercise.pattern).toBe("P5");
    expect(only?.setNumber).toBe(only?.exercise.sets);
    expect(others).toEqual([]);
  }
});

test("no other week, no eased session, and not a second time", () => {
  for (const week of [1, 2, 4, 7]) expect(suggested(asked("A", week))).toEqual([]);
  expect(suggested({ ...asked("A", 3), eased: "CHK2" })).toEqual([]);
  const set: LoggedSet = { pattern: "P5", state: "done", amount: 14, calibration: true };
  const log = (id: string) => ({ id: id as RecordId, fields: { sets: { "P5.2": set } } });
  expect(suggested(asked("A", 3), [log("earlier")])).toEqual([]);
  expect(suggested(asked("A", 3), [log("present")])).toHaveLength(1);
});
