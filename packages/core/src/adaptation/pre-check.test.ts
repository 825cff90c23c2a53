import { expect, test } from "vitest";
import type { FeltRun } from "./pre-check";
import { preCheck, type PreCheck } from "./pre-check";

const FINE: PreCheck = { health: null, runs: [], tooCloseToRun: false };
const said = (health: NonNullable<PreCheck["health"]>, more: Partial<PreCheck> = {}): PreCheck => ({
  ...FINE,
  ...more,
  health,
});
const felt = (...feels: readonly FeltRun["feel"][]): readonly FeltRun[] =>
  feels.map((feel, index) => ({ daysAgo: 1 + 2 * index, feel }));

test.each<[string, PreCheck, string]>([
  ["nothing said", FINE, "CHK1 asPlanned"],
  ["soreness 3", said({ soreness: 3 }), "CHK1 asPlanned"],
  ["one area at 3, runs normal", said({ sore: { calf: 3 } }, { runs: felt(3, 3, 2) }), "CHK1 asPlanned"],
  ["soreness 4", said({ soreness: 4 }), "CHK2 easier"],
  ["soreness 5 in one area", said({ sore: { calf: 5, glute: 0 } }), "CHK2 easier"],
  ["the last run heavy, the one before normal", { ...FINE, runs: felt(2, 3) }, "CHK1 asPlanned"],
  ["the last two runs heavy", { ...FINE, runs: felt(2, 2) }, "CHK2 easier"],
  ["the last two runs very heavy, others light", { ...FINE, runs: felt(1, 1, 4, 5) }, "CHK2 easier"],
  ["slept badly two nights", said({ sleptBadly: true }), "CHK2 easier"],
  ["soreness 6", said({ soreness: 6 }), "CHK3 lightLegs"],
  ["soreness 7", said({ sore: { hamstring: 7 } }), "CHK3 lightLegs"],
  ["a week of heavy runs", { ...FINE, runs: felt(2, 1, 2, 2) }, "CHK3 lightLegs"],
  ["soreness 8", said({ soreness: 8 }), "CHK4 noLegs"],
  ["limping", said({ limping: true }), "CHK4 noLegs"],
  ["pain walking 3", said({ painWalking: 3 }), "CHK1 asPlanned"],
  ["pain walking 4", said({ painWalking: 4 }), "CHK4 noLegs"],
  ["a run too soon", { ...FINE, tooCloseToRun: true }, "CHK5 replan"],
])("[CHK1][CHK2][CHK3][CHK4][CHK5] %s", (_, check, expected) => {
  const { rule, action } = preCheck(check);
  expect(`${rule} ${action}`).toBe(expected);
});

test("[CHK1][CHK2][CHK3][CHK4] the worst signal wins", () => {
  const all = { soreness: 4, sleptBadly: true } as const;
  expect(preCheck(said(all, { runs: felt(1, 1) })).rule).toBe("CHK2");
  expect(preCheck(said({ ...all, soreness: 6 }, { runs: felt(1, 1) })).rule).toBe("CHK3");
  expect(preCheck(said({ ...all, soreness: 6, painWalking: 4 }, { tooCloseToRun: true })).rule).toBe("CHK4");
});

test("[CHK2][CHK3] the sorest area counts, and a figure for the whole legs beside it", () => {
  expect(preCheck(said({ soreness: 2, sore: { calf: 6, glute: 1 } }))).toMatchObject({ rule: "CHK3", found: 6 });
  expect(preCheck(said({ soreness: 6, sore: { calf: 1 } }))).toMatchObject({ rule: "CHK3", found: 6 });
});

test("[CHK5] a run sooner than the rules allow asks for another day, before soreness makes it light legs", () => {
  expect(preCheck(said({ soreness: 7 }, { tooCloseToRun: true }))).toMatchObject({ rule: "CHK5", action: "replan" });
  expect(preCheck(said({ soreness: 8 }, { tooCloseToRun: true }))).toMatchObject({ rule: "CHK4", action: "noLegs" });
});
