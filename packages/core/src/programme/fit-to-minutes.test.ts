import fc from "fast-check";
import { expect, test } from "vitest";
import { KITS } from "../exercise";
import { legLoad, prescribe, SESSION_KINDS, sessionMinutes, type PrescribeInput, type Prescription } from "./index";

const capped = (kind: PrescribeInput["kind"], week: number, maxMinutes: number | null): Prescription =>
  prescribe({ kind, week, kit: "dumbbells", maxMinutes });

const droppedText = ({ cut }: Prescription) => cut?.dropped.map(({ pattern, sets }) => `${pattern}-${sets}`).join(" ");

const anyInput = fc.record({
  kind: fc.constantFrom(...SESSION_KINDS),
  week: fc.integer({ min: 1, max: 12 }),
  kit: fc.constantFrom(...KITS),
  maxMinutes: fc.integer({ min: 1, max: 60 }),
});

test("[CUT1] a session that fits stays whole and says nothing of a cut", () => {
  expect(capped("A", 7, 31)).toEqual(capped("A", 7, null));
  expect(capped("A", 7, 31).cut).toBeUndefined();
});

test("[CUT1] sets go in the drop order: row, third core set, hip, calf, second core set, then thirds of the main lifts", () => {
  expect(droppedText(capped("B", 7, 33))).toBe("U2-2");
  expect(droppedText(capped("A", 7, 30))).toBe("P6F-1");
  const shortest = (kind: "A" | "B") => {
    const lengths = [35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18];
    return lengths
      .map((minutes) => capped(kind, 7, minutes))
      .filter(({ kind: got }) => got === kind)
      .at(-1);
  };
  expect(droppedText(shortest("B") as Prescription)).toBe("U2-2 P7-1 P6F-1 P4-1 P1-1");
  expect(droppedText(shortest("A") as Prescription)).toBe("P6F-1 P5-1 P6F-1 P6S-1 P3-1 P2-1 P8-1");
});

test("[CUT2] what still does not fit becomes the fifteen-minute version, and under 13 minutes one round of core", () => {
  expect(capped("A", 7, 14)).toMatchObject({ kind: "V", cut: { asked: "A", dropped: [] } });
  const core = capped("B", 7, 12);
  expect(core).toMatchObject({ kind: "C", cut: { asked: "B", dropped: [] } });
  expect(core.pairs.flat().every(({ sets }) => sets === 1)).toBe(true);
});

test("[CUT3] a light or taper session becomes core, never the heavier fifteen-minute version", () => {
  for (const kind of ["L", "T1", "T2"] as const)
    for (const minutes of [5, 9, 13, 15]) expect(capped(kind, 9, minutes).kind).not.toBe("V");
});

test("[CUT4] a limit never makes a session longer, heavier for the legs, or empty", () => {
  fc.assert(
    fc.property(anyInput, fc.nat(4), (input, exposures) => {
      const [full, cut] = [prescribe({ ...input, maxMinutes: null }), prescribe(input)];
      expect(sessionMinutes(cut).superset).toBeLessThanOrEqual(sessionMinutes(full).superset);
      expect(legLoad(cut, { exposures }).points).toBeLessThanOrEqual(legLoad(full, { exposures }).points);
      expect(cut.pairs.length).toBeGreaterThan(0);
      expect(cut.pairs.every((pair) => pair.length > 0)).toBe(true);
    }),
  );
});

test("[CUT4] a session is within the limit unless the limit is shorter than one round of core", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const cut = prescribe(input);
      const isLastResort = cut.kind === "C" || cut.kind === "T1";
      expect(sessionMinutes(cut).superset <= input.maxMinutes || isLastResort).toBe(true);
      if (input.maxMinutes >= 13) expect(sessionMinutes(cut).superset).toBeLessThanOrEqual(input.maxMinutes);
    }),
  );
});

test("[CUT4] a looser limit never takes away more", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const minutes = (maxMinutes: number) => sessionMinutes(prescribe({ ...input, maxMinutes })).superset;
      expect(minutes(input.maxMinutes)).toBeLessThanOrEqual(minutes(input.maxMinutes + 1));
    }),
  );
});
