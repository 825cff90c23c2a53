import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import dutch from "../../messages/nl/adaptation.json";
import english from "../../messages/en/adaptation.json";
import spanish from "../../messages/es/adaptation.json";
import exercises from "../../messages/en/exercise.json";
import { addDays, WEEKDAYS, type LocalDate } from "../calendar";
import type { Translate } from "../placement";
import type { RecordId } from "../record";
import { SORE_AREAS } from "../record";
import {
  decisionText,
  evidenceText,
  loadText,
  preCheckText,
  shortDate,
  type Decision,
  type Evidence,
  type ExerciseChange,
  type ExerciseDecision,
  type PreCheckVerdict,
  type WeekDecision,
} from "./index";

const CATALOGUES = { en: english, nl: dutch, es: spanish };
type Language = keyof typeof CATALOGUES;
const LANGUAGES = Object.keys(CATALOGUES) as readonly Language[];

/** Exercises have their names in English only so far. */
function translatorOf(locale: Language, onKey: (key: string) => void = () => {}): Translate {
  const translator = createTranslator({
    locale,
    messages: { adaptation: CATALOGUES[locale], exercise: exercises },
    onError(error) {
      throw error;
    },
  });
  return (key, values) => {
    onKey(key);
    return translator(key as Parameters<typeof translator>[0], values);
  };
}

const THURSDAY = "2026-12-03" as LocalDate;
const SESSION = "session" as RecordId;

const set = (amount: number, loadGrams: number | null = null) => ({ entry: "P5.1", amount, loadGrams });

/** Three sets at the top of 8 to 10, four to spare where three were asked. */
const GOOD: Evidence = {
  session: SESSION,
  date: THURSDAY,
  sets: [set(10), set(10), set(10)],
  range: [8, 10],
  rir: 4,
  rirAsked: 3,
  form: false,
  pain: null,
  soreness: null,
  sorest: null,
};

const GOOD_TWICE = [{ ...GOOD, date: addDays(THURSDAY, -3), rir: 3 }, GOOD];

function decided(changes: Partial<ExerciseDecision>): ExerciseDecision {
  return {
    id: "session:P1",
    about: "exercise",
    rule: "AD6",
    pattern: "P1",
    series: "P1",
    exercise: "P1.2",
    date: THURSDAY,
    change: null,
    held: null,
    evidence: [GOOD],
    undone: false,
    ...changes,
  };
}

const EASES: readonly ExerciseChange[] = (["load", "rung", "amount"] as const).flatMap((by) =>
  [true, false].map((fewerReps) => ({ kind: "ease" as const, by, fewerReps })),
);
const CHANGES: readonly (ExerciseChange | null)[] = [
  null,
  { kind: "amount", from: 8, to: 10 },
  { kind: "amount", from: 3, to: 1 },
  { kind: "load", from: 4000, to: 6000 },
  { kind: "load", from: 10_000, to: 12_500 },
  { kind: "load", from: null, to: 2500 },
  { kind: "tempo", to: 1 },
  { kind: "tempo", to: 2 },
  { kind: "rung", from: "P1.2", to: "P1.3" },
  { kind: "rung", from: "P1.2", to: "P1.1" },
  { kind: "sets" },
  ...EASES,
  { kind: "out" },
];

const EVIDENCES: readonly (readonly Evidence[])[] = [
  [],
  [GOOD],
  GOOD_TWICE,
  [{ ...GOOD, sets: [] }],
  [{ ...GOOD, rir: null, rirAsked: null }],
  [{ ...GOOD, rirAsked: null, range: null, sets: [set(12, 4000), set(12, 6000)] }],
  [{ ...GOOD, sets: [set(7, 6500), set(7, 6500), set(8, 6500)] }],
  [{ ...GOOD, sets: [set(5)], range: [6, 6] }],
  [{ ...GOOD, rir: 1, form: true }],
  [{ ...GOOD, rir: 1 }],
  ...[1, 2, 3, 5, 7].map((pain) => [{ ...GOOD, pain }]),
  ...SORE_AREAS.flatMap((sorest) => [4, 6].map((soreness) => [{ ...GOOD, soreness, sorest }])),
  [{ ...GOOD, soreness: 7 }],
];

const RULES = ["AD1", "AD2", "AD3", "AD4", "AD5", "AD6", "AD7"] as const;
const HELD = [null, "onceAWeek", "threeASession", "heldWeek", "nothingLeft"] as const;
const PLACES = [
  { pattern: "P1", series: "P1", exercise: "P1.2" },
  { pattern: "P6F", series: "P6F", exercise: "P6F.2" },
  { pattern: "U1", series: "U1", exercise: "U1.2" },
] as const;

/** Every rule with every change; and with every row of evidence, held or not. Change and reason are said apart. */
const EXERCISE_DECISIONS: readonly ExerciseDecision[] = [
  ...CHANGES.flatMap((change) => PLACES.map((place) => decided({ rule: "AD1", change, ...place }))),
  ...RULES.flatMap(ofRule),
];

function ofRule(rule: ExerciseDecision["rule"]): readonly ExerciseDecision[] {
  return [
    ...CHANGES.map((change) => decided({ rule, change })),
    ...EVIDENCES.flatMap((evidence) => [
      ...HELD.map((held) => decided({ rule, evidence, held })),
      decided({ rule, evidence, pattern: "P6F", series: "P6F", exercise: "P6F.2" }),
    ]),
  ];
}

function week(changes: Partial<WeekDecision>): WeekDecision {
  return {
    id: "week:2026-11-30",
    about: "week",
    rule: "WEEK1",
    date: addDays(THURSDAY, 3),
    from: 3,
    to: 4,
    dose: 0.789,
    days: null,
    evidence: [
      { date: THURSDAY, session: SESSION, dose: 0.93 },
      { date: addDays(THURSDAY, 3), session: SESSION, dose: 0 },
    ],
    undone: false,
    ...changes,
  };
}

const GAPS = ["GAP1", "GAP2", "GAP3", "GAP4", "GAP5", "GAP6"] as const;
const lastLegs = [{ date: THURSDAY, session: null, dose: null }];

const WEEK_DECISIONS: readonly WeekDecision[] = [
  week({}),
  week({ from: 12, to: 5 }),
  week({ undone: true }),
  week({ rule: "WEEK2", from: 1, to: 2, dose: 0.5 }),
  week({ rule: "WEEK2", from: 3, to: 4, dose: 0.5 }),
  week({ rule: "WEEK3", from: 3, to: 3, dose: 0.3999 }),
  week({ rule: "WEEK3", from: 7, to: 5, dose: 0 }),
  week({ rule: "WEEK4", from: 6, to: 6 }),
  week({ rule: "WEEK5", from: 7, to: 9 }),
  week({ rule: "WEEK5", from: 11, to: 5 }),
  week({ rule: "WEEK6", from: 4, to: 3, dose: null }),
  week({ rule: "WEEK6", from: 3, to: 5 }),
  week({ rule: "ILL2" }),
  ...GAPS.flatMap((rule, index) =>
    [false, true].map((undone) =>
      week({ rule, undone, from: 6, to: 5, days: 10 + 8 * index, dose: null, evidence: lastLegs }),
    ),
  ),
];

const VERDICTS: readonly PreCheckVerdict[] = (
  ["asPlanned", "easier", "lightLegs", "noLegs", "replan"] as const
).flatMap((action) =>
  (["limping", "painWalking", "soreness", "feelWeek", "feelRuns", "sleep", "run", "fine"] as const).flatMap((because) =>
    [null, 6].map((found) => ({ rule: "CHK1" as const, action, because, found })),
  ),
);

const numbersIn = (text: string) => (text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((each) => each.replace(",", ".")).sort();

function textsOf(decision: Decision, translate: Translate): readonly string[] {
  const { headline, why } = decisionText(decision, translate);
  return [headline, why, ...evidenceText(decision, translate)];
}

const SLIP = /[{}<>]|undefined|null|NaN|adaptation\.| {2}| [.,;]/;

describe.each(LANGUAGES)("in %s", (language) => {
  const translate = translatorOf(language);
  const inEnglish = translatorOf("en");

  test("[WORD1] every rule with every change, held or not, has a headline, a reason and rows", () => {
    const faulty = [...EXERCISE_DECISIONS, ...WEEK_DECISIONS].filter((decision) => {
      const [headline = "", why = ""] = textsOf(decision, translate);
      const isSaid = /^[\p{Lu}\d][^.]*$/u.test(headline) || /\d[.,]\d/.test(headline);
      return !isSaid || !/^[\p{Lu}\d].*\.$/u.test(why) || textsOf(decision, translate).some((text) => SLIP.test(text));
    });
    expect(faulty).toEqual([]);
  });

  test("[WORD1] the figures are the same as in English", () => {
    const figures = (say: Translate) =>
      [...EXERCISE_DECISIONS, ...WEEK_DECISIONS].map((decision) =>
        textsOf(decision, say)
          .map((text) => numbersIn(text).join(" "))
          .join("; "),
      );
    expect(figures(translate)).toEqual(figures(inEnglish));
  });

  test("[WORD1] every verdict before a session is said in two sentences", () => {
    for (const verdict of VERDICTS) {
      const { headline, why } = preCheckText(verdict, translate);
      for (const text of [headline, why]) {
        expect(text).toMatch(/^\p{Lu}.*\.$/u);
        expect(text).not.toMatch(SLIP);
        expect(numbersIn(text)).toEqual(
          numbersIn(preCheckText(verdict, inEnglish)[text === headline ? "headline" : "why"]),
        );
      }
    }
  });

  test("[WORD1] no message is left unsaid", () => {
    const said = new Set<string>();
    const listening = translatorOf(language, (key) => said.add(key));
    for (const decision of [...EXERCISE_DECISIONS, ...WEEK_DECISIONS]) textsOf(decision, listening);
    for (const verdict of VERDICTS) preCheckText(verdict, listening);
    for (const loadWhy of [{ reason: "lightest" }, { reason: "nearest", wantedGrams: 6400 }] as const)
      loadText({ loadWhy, rir: 3 }, listening);
    for (let month = 1; month <= 12; month += 1)
      shortDate(`2026-${String(month).padStart(2, "0")}-01` as LocalDate, listening);
    for (let day = 0; day < WEEKDAYS.length; day += 1) shortDate(addDays(THURSDAY, day), listening);
    const keys = Object.entries(CATALOGUES[language]).flatMap(([group, messages]) =>
      typeof messages === "string"
        ? [`adaptation.${group}`]
        : Object.keys(messages).map((key) => `adaptation.${group}.${key}`),
    );
    expect(keys.filter((key) => !said.has(key))).toEqual([]);
  });

  test("[WORD1] kilograms are written as the language writes them", () => {
    const { headline } = decisionText(decided({ change: { kind: "load", from: 10_000, to: 12_500 } }), translate);
    expect(headline).toContain(language === "en" ? "12.5 kg" : "12,5 kg");
  });
});

const say = translatorOf("en");

test.each<[headline: string, why: string, decision: Decision]>([
  [
    "10 reps instead of 8",
    "Every set reached 10 reps, with 4 to spare; 3 were asked.",
    decided({ change: { kind: "amount", from: 8, to: 10 } }),
  ],
  [
    "6 kg instead of 4 kg",
    "Twice in a row every set reached the top of its range, with the reps to spare that were asked.",
    decided({ change: { kind: "load", from: 4000, to: 6000 }, evidence: GOOD_TWICE }),
  ],
  [
    "One rung up: Single-leg squat to a chair, weight held in front",
    "Every set reached 10 reps, with 4 to spare; 3 were asked.",
    decided({ change: { kind: "rung", from: "P1.2", to: "P1.3" } }),
  ],
  [
    "One set less this time",
    "Calves at 6 of 10 before the next session.",
    decided({ rule: "AD5", change: { kind: "sets" }, evidence: [{ ...GOOD, soreness: 6, sorest: "calf" }] }),
  ],
  [
    "Lighter, with fewer reps, until it is calm",
    "You noted pain of 4 of 10 in it. A fifth less weight and a fifth fewer reps, until two sessions in a row stay at 2 or less.",
    decided({
      rule: "AD2",
      change: { kind: "ease", by: "load", fewerReps: true },
      evidence: [{ ...GOOD, pain: 4 }],
    }),
  ],
  [
    "No change yet",
    "Every set reached 10 reps, with 4 to spare; 3 were asked. More was due, but nothing is raised this week.",
    decided({ rule: "AD7", held: "heldWeek" }),
  ],
  [
    "Week 3 again: 1 of 2 sessions",
    "39 % of the sets asked were done; under 40 % a week comes again, at most twice.",
    week({ rule: "WEEK3", to: 3, dose: 0.399 }),
  ],
  [
    "Back after 19 days: week 2",
    "A tenth less weight, one rep more to spare, hamstring curl one rung down and 30 spring contacts on two legs, for two sessions.",
    week({ rule: "GAP3", to: 2, days: 19, dose: null, evidence: lastLegs }),
  ],
])("[WORD1] says: %s", (headline, why, decision) => {
  expect(decisionText(decision, say)).toEqual({ headline, why });
});

test("[WORD1] rows name the day, the sets, the range and the reps to spare", () => {
  expect(evidenceText(decided({}), say)).toEqual(["Thu 3 Dec: 10, 10, 10 reps of 8–10, 4 to spare (3 asked)"]);
  expect(evidenceText(decided({ evidence: [{ ...GOOD, sets: [set(9, 6500)], pain: 2, form: true }] }), say)).toEqual([
    "Thu 3 Dec: 9 reps of 8–10, 6.5 kg, 4 to spare (3 asked), form did not hold, pain 2 of 10",
  ]);
  expect(evidenceText(week({}), say)).toEqual([
    "Thu 3 Dec: 93 % of the sets asked",
    "Sun 6 Dec: a session not done by then",
  ]);
});
