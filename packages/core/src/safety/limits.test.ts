import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../calendar";
import {
  hardestSpringDrill,
  NO_LIMITS,
  safetyLimits,
  SCREENING_QUESTIONS,
  type SafetyLimits,
  type Screening,
} from "./index";
import { anyScreening, answered, TODAY } from "../testing/screenings";

const RUNS = Number(process.env["LEGWORK_CASES"] ?? 1000);

const cleared = (screening: Screening): SafetyLimits => safetyLimits({ ...screening, clearedOn: TODAY }, TODAY);

/** Each row once a professional has agreed: what holds even then. */
const ROWS: readonly (readonly [string, Screening, Partial<SafetyLimits>])[] = [
  ["no yes", answered({}), {}],
  ["1, heart", answered({ yes: ["heart"] }), { groups: ["highBloodPressure"] }],
  ["2, chest pain", answered({ yes: ["chestPain"] }), {}],
  ["5, lasting illness", answered({ yes: ["longTermIllness"] }), {}],
  [
    "6, bones and joints",
    answered({ yes: ["bonesAndJoints"] }),
    {
      springDrills: false,
      nordics: false,
      hamstringCurl: false,
      rungMax: 0,
      groups: ["lowEnergyOrBone", "hypermobileOrSprain"],
    },
  ],
  [
    "8, pregnancy and after birth",
    answered({ yes: ["pregnancy"] }),
    { springDrills: false, nordics: false, rungMax: 0, rirMin: 3, groups: ["pregnancy"] },
  ],
  ["9, under 18", answered({ birthYear: 2010 }), { rirMin: 3, groups: ["under18"] }],
  ["10, low energy", answered({ yes: ["lowEnergy"] }), { springDrills: false, groups: ["lowEnergyOrBone"] }],
  ["60 and older", answered({ birthYear: 1960 }), { nordics: false, rungMax: 1, groups: ["sixtyPlus"] }],
];

test.each(ROWS)("[SAFE5] %s has the limits of the table", (_, screening, limits) => {
  expect(cleared(screening)).toEqual({ ...NO_LIMITS, ...limits });
});

test("[SAFE5] spring drills need a professional's word on every yes, and from 60 on in any case", () => {
  for (const question of SCREENING_QUESTIONS)
    expect(safetyLimits(answered({ yes: [question] }), TODAY).springDrills).toBe(false);
  expect(safetyLimits(answered({ birthYear: 1960 }), TODAY).springDrills).toBe(false);
  expect(safetyLimits(answered({}), TODAY).springDrills).toBe(true);
});

test("[SAFE5] from 60 on the bounces on two legs are the hardest spring drill", () => {
  expect(hardestSpringDrill(cleared(answered({ birthYear: 1960 })))).toBe("Y1");
  expect(hardestSpringDrill(NO_LIMITS)).toBe("Y5");
  expect(hardestSpringDrill(safetyLimits(answered({ birthYear: 1960 }), TODAY))).toBeNull();
});

test("[SAFE6] one more yes, however it stands with the rest, loosens no limit", () => {
  fc.assert(
    fc.property(anyScreening, fc.constantFrom(...SCREENING_QUESTIONS), (screening, question) => {
      const on = screening.answers[question]?.on ?? addDays(TODAY, -3);
      const withAnswer = (yes: boolean) =>
        safetyLimits({ ...screening, answers: { ...screening.answers, [question]: { yes, on } } }, TODAY);
      expect(isAsStrict(withAnswer(true), withAnswer(false))).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test("[SAFE6] all answers together are as strict as the strictest of them", () => {
  const everything = safetyLimits(answered({ yes: SCREENING_QUESTIONS, birthYear: 1960 }), TODAY);
  expect(everything).toMatchObject({
    blocked: true,
    springDrills: false,
    nordics: false,
    hamstringCurl: false,
    rungMax: 0,
    rirMin: 3,
  });
});

function isAsStrict(limits: SafetyLimits, than: SafetyLimits): boolean {
  return (
    (limits.blocked || !than.blocked) &&
    (!limits.springDrills || than.springDrills) &&
    (!limits.nordics || than.nordics) &&
    (!limits.hamstringCurl || than.hamstringCurl) &&
    limits.rungMax <= than.rungMax &&
    limits.rirMin >= than.rirMin &&
    than.groups.every((group) => limits.groups.includes(group))
  );
}
