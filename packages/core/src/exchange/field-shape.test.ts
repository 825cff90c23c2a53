import { describe, expect, test } from "vitest";
import { KIND_SCHEMAS } from "../record/schemas";
import { RECORD_KINDS, validateOp, type Json } from "../record";
import { opOf } from "../testing";
import { fieldShape, type FieldShape } from "./index";

const keys = RECORD_KINDS.flatMap((kind) => [
  ...Object.keys(KIND_SCHEMAS[kind].registers).map((field) => [kind, field] as const),
  ...Object.entries(KIND_SCHEMAS[kind].maps).map(
    ([map, { entries }]) => [kind, `${map}/${entries?.[0] ?? "x"}`] as const,
  ),
]);

function offered(shape: FieldShape): readonly Json[] {
  switch (shape.type) {
    case "number":
      return [shape.lowest, shape.highest].filter((each) => each !== null);
    case "text":
      return ["a word", "x".repeat(shape.longest ?? 1)];
    case "day":
      return ["2026-11-16"];
    case "clockTime":
      return ["18:30"];
    case "choice":
      return shape.options;
    case "yesNo":
    default:
      return [true, false];
  }
}

describe("how a value is entered", () => {
  test.each(keys)("[EXC6] what a control for %s %s offers is a value that the record takes", (kind, key) => {
    const shape = fieldShape(kind, key);
    if (shape === null || kind === "grant" || kind === "held") return;
    for (const value of offered(shape)) {
      expect(validateOp(opOf({ kind, base: 1, patch: { [key]: value } }))).toBeNull();
    }
  });

  test("[EXC6] numbers, text, days, times and choices have a control, whole sets and prescriptions none", () => {
    expect(fieldShape("run_log", "minutes")).toEqual({ type: "number", lowest: 1, highest: 1440, whole: true });
    expect(fieldShape("run_log", "kind")).toMatchObject({ type: "choice" });
    expect(fieldShape("run_log", "date")).toEqual({ type: "day" });
    expect(fieldShape("run_log", "startTime")).toEqual({ type: "clockTime" });
    expect(fieldShape("comment", "text")).toEqual({ type: "text", longest: 4000 });
    expect(fieldShape("session_log", "breathless")).toEqual({ type: "yesNo" });
    expect(fieldShape("session_log", "sets/P3.1")).toBeNull();
    expect(fieldShape("session_log", "prescription")).toBeNull();
    expect(fieldShape("session_log", "startedAt")).toBeNull();
    expect(fieldShape("of_a_newer_core", "x")).toBeNull();
    expect(fieldShape("run_log", "constructor")).toBeNull();
  });
});
