import { expect, test } from "vitest";
import en from "../../messages/en/exercise.json";
import es from "../../messages/es/exercise.json";
import nl from "../../messages/nl/exercise.json";
import { GATE_QUALITIES, GATE_SESSIONS, gateOf, GATES, RUNGS, type Gate, type LadderPattern } from "./index";

/** The column "gate to go up" of rungs 0–4; `/s` = per side. */
const BOOK: Readonly<Record<LadderPattern, string>> = {
  P1: "2×10 | 2×10/s | 2×10/s | 2×10/s | 2×10/s : kneeOverFoot pelvisLevel",
  P2: "2×10 | 2×10 | 2×10 | 2×10 | 2×10 : flatBack feltInHamstrings",
  P3: "2×10/s | 2×10/s | 2×10/s | 2×10/s | 2×10/s : noRearPush",
  P4: "2×12 | 2×12 | 2×12 | 2×12 | 2×12 : ribsDown noCramp",
  P5: "2×15 or 15 | 2×15 or 15 | 2×15/s | 2×15/s | 2×12/s : ",
  P6F: "target×2 | target×2 | target×2 | target×2 | target×2 : noSag",
  P6S: "target×2/s | target×2/s | target×2/s | target×2/s | target×2/s : ",
  P7: "2×15/s | 2×15/s | 2×15/s | 2×15/s | 2×15/s : hipsStacked",
  P8: "soreness 3 | soreness 3 | soreness 3 | soreness 3 | soreness 3 : slowLowering",
  U1: "2×12 | 2×12 | 2×12 | 2×12 | 2×12 : ",
  U2: "2×12 | 2×12 | 2×12 | 2×12 | 2×12 : ",
  U3: "2×12 | 2×12 | 2×12 | 2×12 | 2×12 : ",
  BAL: "2×30s/s | 2×30s/s | 2×30s/s | 2×30s/s | 2×30s/s : ",
};

function written(gate: Gate): string {
  if (gate.kind === "clean") return `soreness ${gate.sorenessMax}`;
  const side = gate.perSide ? "/s" : "";
  if (gate.kind === "hold") return `target×${gate.timesTarget}${side}`;
  const seconds = gate.unit === "seconds" ? "s" : "";
  return `${gate.sets}×${gate.amount}${seconds}${side}${gate.orCalfRaises === undefined ? "" : ` or ${gate.orCalfRaises}`}`;
}

const PATTERNS_WITH_GATES = Object.keys(GATES) as LadderPattern[];

test("[GATE1] the next rung opens with the sets, reps and quality of the table, in two sessions", () => {
  const gates = PATTERNS_WITH_GATES.map((pattern) => [
    pattern,
    `${GATES[pattern].map(written).join(" | ")} : ${GATES[pattern][0].quality.join(" ")}`,
  ]);
  expect(Object.fromEntries(gates)).toEqual(BOOK);
  expect(GATE_SESSIONS).toBe(2);
});

test("[GATE1] every quality is asked for by some gate", () => {
  const asked = new Set(PATTERNS_WITH_GATES.flatMap((pattern) => GATES[pattern].flatMap((gate) => gate.quality)));
  expect([...asked].sort()).toEqual([...GATE_QUALITIES].sort());
});

test("[GATE2] the highest rung has no gate, every other one has", () => {
  for (const pattern of PATTERNS_WITH_GATES)
    expect(RUNGS.map((rung) => gateOf(pattern, rung) !== null)).toEqual([true, true, true, true, true, false]);
});

test.each([
  ["English", en],
  ["Dutch", nl],
  ["Spanish", es],
])("[GATE3] every gate and every quality has its words in %s", (_language, texts) => {
  expect(Object.keys(texts.gate)).toEqual(PATTERNS_WITH_GATES);
  expect(Object.keys(texts.quality)).toEqual(GATE_QUALITIES);
});
