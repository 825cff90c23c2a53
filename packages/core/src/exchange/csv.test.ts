import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, feelRecord, planRecord, recordIdOf, runnerOf, simulate, strong } from "../testing";
import { harmlessText } from "./csv";
import { makeCsv, makeTrainingCsv, parseCsv } from "./index";

describe("CSV", () => {
  test("[EXC4] what is written reads back cell by cell, but for the apostrophe that makes a formula harmless", () => {
    const anyRow = fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 4 }), (rows) => {
        const wanted = rows.map((row) => row.map(harmlessText));
        // One empty cell is an empty line, which nothing tells from none.
        fc.pre(wanted.every((row) => row.length > 1 || row[0] !== ""));
        expect(parseCsv(makeCsv(rows))).toEqual({ ok: true, rows: wanted });
      }),
    );
  });

  test.each(["=1+1", "+31612345678", "-cmd", "@SUM(A1)", "\t=1", "\r=1"])(
    "[EXC4] a spreadsheet takes %j for text",
    (text) => {
      expect(
        makeCsv([[text]])
          .replaceAll('"', "")
          .startsWith("'"),
      ).toBe(true);
    },
  );

  test("[EXC4] a quote that is not closed, and text after one, are refused with their line", () => {
    expect(parseCsv('a\r\n"b')).toEqual({ ok: false, error: { kind: "openQuote", line: 2 } });
    expect(parseCsv('"a"b')).toEqual({ ok: false, error: { kind: "afterQuote", line: 1 } });
  });

  test("[EXC4] lines may end as on any system", () => {
    expect(parseCsv("a,b\nc,\r\nd")).toEqual({ ok: true, rows: [["a", "b"], ["c", ""], ["d"]] });
  });
});

describe("sessions, sets and runs as tables", () => {
  const { records } = simulate({ does: () => true, effort: strong }, 2, runnerOf());
  const runner = runnerOf();
  const runLog = planRecord(runner, "run_log", {
    key: "w1@2026-11-17",
    fields: {
      plannedRun: "w1@2026-11-17",
      date: day("2026-11-17"),
      kind: "easy",
      minutes: 50,
      km: 9.5,
      tags: { hot: true },
    },
  });
  const feel = feelRecord(runner, { runLog: runLog.id, date: "2026-11-17", feel: 4 });
  const deleted = { ...runLog, id: recordIdOf("gone"), deleted: true };
  const csv = makeTrainingCsv([...records, feel, runLog, deleted]);
  const rowsOf = (text: string) => {
    const parsed = parseCsv(text);
    return parsed.ok ? parsed.rows : [];
  };

  test("[EXC5] there is a row for each session, with what was asked and what was done", () => {
    const [head, ...rows] = rowsOf(csv.sessions);
    expect(head?.slice(0, 2)).toEqual(["date", "session"]);
    expect(rows).toHaveLength(4);
    expect(rows.map(([date = ""]) => date)).toEqual(rows.map(([date = ""]) => date).sort());
    for (const row of rows) expect(Number(row[6])).toBe(Number(row[7]));
  });

  test("[EXC5] there is a row for each set, its load in kilograms with a point", () => {
    const [head, ...rows] = rowsOf(csv.sets);
    const done = rowsOf(csv.sessions)
      .slice(1)
      .reduce((sum, row) => sum + Number(row[6]), 0);
    expect(rows).toHaveLength(done);
    expect(rows.every((row) => row.length === head?.length)).toBe(true);
    expect(rows.every((row) => /^(\d+(\.\d+)?)?$/.test(row[8] ?? "x"))).toBe(true);
  });

  test("[EXC5] there is a row for each run with how it felt, and none for a deleted one", () => {
    expect(rowsOf(csv.runs).slice(1)).toEqual([["2026-11-17", "", "easy", "yes", "50", "9.5", "", "4", "hot"]]);
  });
});
