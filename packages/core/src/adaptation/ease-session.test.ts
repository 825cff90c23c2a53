import { describe, expect, test } from "vitest";
import { plannedSets, prescribe, SESSION_KINDS, type Prescription, type SessionKind } from "../programme";
import { easeSession } from "./index";

const asked = (kind: SessionKind, week = 6): Prescription =>
  prescribe({ kind, week, kit: "gym", maxMinutes: null, adapted: { exercises: {}, spring: "all" } });
const instead = { L: asked("L"), C: asked("C") };
const MAIN = ["P1", "P2", "P3", "P4", "P8"];

const after = (prescription: Prescription, verdict: Parameters<typeof easeSession>[0]["verdict"]) =>
  easeSession({ prescription, verdict, instead });

const HARDER = { rule: "CHK2", action: "easier" } as const;

describe("a harder day", () => {
  test("[CHK2] the main lifts lose a set, all have one rep in reserve more, and no spring drill stays", () => {
    for (const kind of ["A", "B", "M", "V"] as const) {
      for (const week of [1, 4, 6, 11]) {
        const before = asked(kind, week);
        const eased = after(before, HARDER);
        expect(eased.plyo).toEqual([]);
        expect(eased.eased).toBe("CHK2");
        for (const [index, exercise] of eased.pairs.flat().entries()) {
          const was = before.pairs.flat()[index];
          if (was === undefined) throw new Error("an exercise too many");
          const less = MAIN.includes(exercise.pattern) ? 1 : 0;
          expect(exercise).toEqual({ ...was, sets: Math.max(1, was.sets - less), rir: Math.min(5, was.rir + 1) });
        }
      }
    }
  });

  test("[CHK2] the entries of the sets that stay are those of the plan", () => {
    const before = plannedSets(asked("A")).map(({ entry }) => entry);
    const eased = plannedSets(after(asked("A"), HARDER)).map(({ entry }) => entry);
    expect(eased.every((entry) => before.includes(entry))).toBe(true);
    expect(eased.length).toBeLessThan(before.length);
  });
});

test("[CHK3] very sore legs get light legs; what is light already stays", () => {
  const verdict = { rule: "CHK3", action: "lightLegs" } as const;
  for (const kind of SESSION_KINDS) {
    const isLight = kind === "L" || kind === "C" || kind === "T1";
    expect(after(asked(kind), verdict)).toEqual(isLight ? asked(kind) : { ...instead.L, eased: "CHK3" });
  }
});

test("[CHK4] without leg work core stands in", () => {
  const verdict = { rule: "CHK4", action: "noLegs" } as const;
  for (const kind of SESSION_KINDS)
    expect(after(asked(kind), verdict)).toEqual(kind === "C" ? asked("C") : { ...instead.C, eased: "CHK4" });
});

test("[CHK1] nothing to say leaves the very same session, and [CHK5] another day is no other session", () => {
  const session = asked("B");
  expect(after(session, { rule: "CHK1", action: "asPlanned" })).toBe(session);
  expect(after(session, { rule: "CHK5", action: "replan" })).toBe(session);
});
