import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import english from "../../messages/en/attention.json";
import englishPlacement from "../../messages/en/placement.json";
import spanish from "../../messages/es/attention.json";
import spanishPlacement from "../../messages/es/placement.json";
import dutch from "../../messages/nl/attention.json";
import dutchPlacement from "../../messages/nl/placement.json";
import { addDays, WEEKDAYS } from "../calendar";
import { PATTERNS } from "../exercise";
import type { Translate } from "../placement";
import type { PlanWeek } from "../plan";
import { prescribe } from "../programme";
import { doAll, extraLog, runsRun } from "../testing";
import { MISTAKE_RULES, MISTAKES, mistakeText, MUSCLE_GROUPS, type EvidenceRow, type Mistake } from "./index";
import { MONDAY, runner, told, withoutSets } from "./lived.fixture";

const CATALOGUES = {
  en: { attention: english, placement: englishPlacement },
  nl: { attention: dutch, placement: dutchPlacement },
  es: { attention: spanish, placement: spanishPlacement },
};
const LANGUAGES = ["en", "nl", "es"] as const;

function translatorOf(locale: (typeof LANGUAGES)[number]): Translate {
  const translator = createTranslator({
    locale,
    messages: CATALOGUES[locale],
    onError(error) {
      throw error;
    },
  });
  // Core makes its keys as plain strings; one that does not exist throws above.
  return (key, values) => translator(key as Parameters<typeof translator>[0], values);
}

const ROWS: readonly EvidenceRow[] = [
  { kind: "sessions", week: 2, found: 3, asked: 2 },
  { kind: "work", week: 2, share: 160, before: null },
  { kind: "work", week: 6, share: 160, before: 170 },
  ...PATTERNS.map((pattern) => ({ kind: "load", pattern, date: MONDAY, fromGrams: 8_000, toGrams: 12_500 }) as const),
  { kind: "rung", pattern: "P3", date: MONDAY, from: 1, to: 3 },
  ...MUSCLE_GROUPS.map((group) => ({ kind: "group", group, found: 2.5, asked: 4 }) as const),
  ...(["legs", "core", "upper"] as const).map((of) => ({ kind: "share", of, share: 48 }) as const),
  { kind: "running", week: 7, minutes: 310, usual: 260 },
  ...WEEKDAYS.map((_, days) => ({ kind: "leftOut", week: 3, date: addDays(MONDAY, days), session: "A" }) as const),
];

const NEVER = {
  en: /\b(fail|lazy|wrong|mistake|must|should|injur|prevent|faster|risk)/,
  nl: /\b(faal|lui|fout|moet|blessure|voorkom|sneller|risico)/,
  es: /\b(fall|vago|mal|error|debes|lesi|previen|rápid|riesgo)/,
};

function any(changes: Partial<Mistake>): Mistake {
  return {
    mistake: "optional",
    rule: "MIS9",
    found: 3,
    threshold: 2,
    params: {
      week: 2,
      pattern: "P3",
      fromKg: 8,
      toKg: 12.5,
      what: "legs",
      group: "calves",
      share: 120,
      missed: 4,
      planned: 8,
    },
    rows: ROWS,
    action: null,
    ...changes,
  };
}

describe.each(LANGUAGES)("[MIS14] in %s", (locale) => {
  const translate = translatorOf(locale);

  test.each(MISTAKE_RULES.filter((rule) => rule in english.says))(
    "%s has its sentences, and nothing is left open",
    (rule) => {
      for (const mistake of MISTAKES) {
        const { name, sentence, why, rows } = mistakeText(any({ mistake, rule }), translate);
        for (const text of [name, sentence, why, ...rows]) {
          expect(text).toMatch(/\S/);
          expect(text).not.toMatch(/[{}]|undefined|NaN|attention\./);
        }
        // What was seen, and what to do next.
        expect(sentence.match(/[.!?](\s|$)/g)?.length).toBeGreaterThanOrEqual(2);
        expect(rows).toHaveLength(ROWS.length);
      }
    },
  );

  test("no word scolds, promises speed or health, or counts injuries", () => {
    const all = Object.values(CATALOGUES[locale].attention).flatMap((part) => Object.values(part));
    for (const text of all) expect(text.toLowerCase()).not.toMatch(NEVER[locale]);
  });
});

const twoMore = [12, 13].map((days) =>
  extraLog(addDays(MONDAY, days), prescribe({ kind: "B", week: 2, kit: "dumbbells", maxMinutes: null })),
);
const noHamstrings = (week: PlanWeek) =>
  week.sessions.map((session) => withoutSets(session, week, ({ pattern }) => pattern !== "P2" && pattern !== "P8"));

/** One runner for each mistake, as they would read it. */
const STORIES = {
  tooMuchTooSoon: { weeks: 2, beside: twoMore },
  wrongMuscles: { weeks: 4, live: noHamstrings },
  strengthVanishing: {
    weeks: 8,
    live: (week: PlanWeek) => (week.week <= 6 ? doAll(week) : runsRun(runner, week, 1.25)),
  },
  optional: { weeks: 3, live: (week: PlanWeek) => doAll(week).slice(0, week.week === 1 ? 1 : 0) },
} as const;

const READ = {
  tooMuchTooSoon:
    "Week 2 had 4 strength sessions; in the first four weeks two short ones are enough. Keep to two a week for now; the plan grows by itself.",
  wrongMuscles:
    "Hamstrings had no sets over the last four weeks; 4 a week is the aim. Thursday’s session A trains them: keep that one if time is short.",
  strengthVanishing:
    "The last 2 weeks had no strength session, and more running than usual. Put one session in this week: one a week can be enough to keep strength.",
  optional: "The last 5 sessions did not happen. Give the next one a day and a time that suit you.",
} as const;

test.each(MISTAKES)("[MIS14] a runner with %s reads what was seen and what to do", (mistake) => {
  const found = told(STORIES[mistake]).find((each) => each.mistake === mistake);
  if (found === undefined) throw new Error(`nobody was told of ${mistake}`);
  expect(mistakeText(found, translatorOf("en")).sentence).toBe(READ[mistake]);
});
