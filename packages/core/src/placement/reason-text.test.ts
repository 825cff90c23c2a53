import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import english from "../../messages/en/placement.json";
import spanish from "../../messages/es/placement.json";
import dutch from "../../messages/nl/placement.json";
import { addDays, WEEKDAYS, type ClockTime } from "../calendar";
import { LOAD_CLASSES, SESSION_KINDS } from "../programme";
import { MONDAY, on } from "../testing/weeks";
import {
  freeingText,
  REASON_CODES,
  reasonText,
  shortfallText,
  type Freeing,
  type Reason,
  type ReasonCode,
  type Shortfall,
  type Translate,
} from "./index";

const CATALOGUES = { en: english, nl: dutch, es: spanish };
type Language = keyof typeof CATALOGUES;
const LANGUAGES = Object.keys(CATALOGUES) as readonly Language[];

function translatorOf(locale: Language): Translate {
  const translator = createTranslator({
    locale,
    messages: { placement: CATALOGUES[locale] },
    onError(error) {
      throw error;
    },
  });
  // Core makes its keys as plain strings; one that does not exist throws above.
  return (key, values) => translator(key as Parameters<typeof translator>[0], values);
}

const TRANSLATORS: Readonly<Record<Language, Translate>> = {
  en: translatorOf("en"),
  nl: translatorOf("nl"),
  es: translatorOf("es"),
};

const inEnglish = (reason: Reason) => reasonText(reason, TRANSLATORS.en);

const key = { id: "run", kind: "key", date: on("wed") } as const;
const long = { id: "run", kind: "long", date: on("sat") } as const;
const goal = { id: "run", kind: "race", date: on("sun") } as const;

/** Has every field that some sentence reads. Its numbers are no other numbers' parts. */
const FULL: Omit<Reason, "code"> = {
  rule: "C1",
  found: 13,
  needed: 36,
  legLoad: "heavy",
  run: key,
  date: on("thu"),
  session: { kind: "B", date: on("mon") },
  instead: "L",
  away: "travel",
  worseBy: 7,
};

test.each<[sentence: string, reason: Reason]>([
  [
    "13 h before Wednesday’s key run; heavy legs need 36 h.",
    { rule: "C1", code: "tooCloseToKey", found: 12.67, needed: 36, legLoad: "heavy", run: key },
  ],
  ["The day after Wednesday’s key run.", { rule: "C13", code: "dayAfterKey", run: key }],
  [
    "36 h before Saturday’s long run; heavy legs need 24 h.",
    { rule: "C5", code: "clearOfLong", found: 36.67, needed: 24, legLoad: "heavy", run: long },
  ],
  [
    "36 h before Wednesday’s key run; 48 h is better for heavy legs.",
    { rule: "C1", code: "closeToKey", found: 36.67, needed: 48, legLoad: "heavy", run: key },
  ],
  ["After Saturday’s long run; moderate legs at most.", { rule: "C12", code: "tooHeavyAfterLong", run: long }],
  [
    "24 h from Monday’s session B; two leg sessions need 48 h.",
    { rule: "C11", code: "sessionsTooClose", found: 24, needed: 48, session: { kind: "B", date: MONDAY } },
  ],
  [
    "Session A stands here; one strength session a day.",
    { rule: "oneADay", code: "dayTaken", session: { kind: "A", date: on("thu") } },
  ],
  [
    "47 h before Wednesday’s key run; your first session needs 48 h.",
    { rule: "C19", code: "firstTooCloseToKey", found: 47.4, needed: 48, run: key },
  ],
  [
    "4 days before Sunday’s race; heavy legs need 5 days.",
    { rule: "C17", code: "beforeRace", found: 4, needed: 5, legLoad: "heavy", run: goal },
  ],
  [
    "1 day before Sunday’s race; heavy legs need 5 days.",
    { rule: "C17", code: "beforeRace", found: 1, needed: 5, legLoad: "heavy", run: goal },
  ],
  [
    "The day of Sunday’s race; no moderate legs in the 7 days after it.",
    { rule: "C17", code: "afterRace", found: 0, needed: 7, legLoad: "moderate", run: goal },
  ],
  ["You are ill on Thursday.", { rule: "away", code: "away", date: on("thu"), away: "illness" }],
  ["You are away all week.", { rule: "away", code: "awayWeek", away: "holiday" }],
  [
    "It takes 40 min; Thursday has 20 min for strength.",
    { rule: "room", code: "tooLongForDay", found: 39.2, needed: 20, date: on("thu") },
  ],
])("[PLACE16] says: %s", (expected, reason) => {
  expect(inEnglish(reason)).toBe(expected);
});

const CAME_SHORT: readonly ReasonCode[] = [
  "tooCloseToKey",
  "tooCloseToLong",
  "tooSoonAfterKey",
  "tooSoonAfterLong",
  "strengthFirstTooClose",
  "sessionsTooClose",
  "firstTooCloseToKey",
  "firstTooCloseToLong",
  "stepTooClose",
  "nothingBeforeRace",
];

describe("rounding", () => {
  test("[PLACE16] hours that came short never round to where they would suffice", () => {
    for (const code of CAME_SHORT) {
      expect(inEnglish({ ...FULL, code, found: 35.99 })).toContain("35.9 h");
      expect(inEnglish({ ...FULL, code, found: 35.5 })).toContain("35.5 h");
      expect(inEnglish({ ...FULL, code, found: 35.4 })).toContain("35 h");
      expect(inEnglish({ ...FULL, code, found: 2.98, needed: 3 })).toContain("2.9 h");
    }
    expect(inEnglish({ rule: "C8", code: "tooSoonAfterKey", found: 2.5, needed: 3, run: key })).toMatch(/^2\.5 h/);
  });

  test("[PLACE16] hours that suffice, or would be better as more, are never rounded up", () => {
    const rounded = (code: ReasonCode, found: number) => inEnglish({ ...FULL, code, found });
    for (const code of ["clearOfKey", "clearOfLong", "closeToKey", "closeToLong", "sessionsClose"] as const)
      expect(rounded(code, 47.99)).toContain("47 h");
    expect(rounded("soonAfterKey", 5.9)).toContain("5 h");
    expect(rounded("beforeMedium", 11.99)).toContain("11 h");
  });

  test("[PLACE16] minutes that were too many are never rounded down", () => {
    expect(inEnglish({ rule: "room", code: "tooLong", found: 20.1, needed: 20 })).toBe(
      "It takes 21 min; your limit is 20 min.",
    );
  });

  test("[PLACE16] decimals are written as the language writes them", () => {
    const blocked = (language: Language) =>
      reasonText({ ...FULL, code: "tooCloseToKey", found: 35.99 }, TRANSLATORS[language]);
    expect(blocked("en")).toContain("35.9 h");
    expect(blocked("nl")).toContain("35,9 h");
    expect(blocked("es")).toContain("35,9 h");
  });
});

const numbersIn = (text: string) => (text.match(/\d+(?:[.,]\d+)?/g) ?? []).toSorted();

/** The weekdays that a text names, in the words of its language. */
function daysIn(text: string, language: Language): readonly string[] {
  const words = CATALOGUES[language].day;
  return WEEKDAYS.filter((weekday) => text.includes(words[weekday]));
}

describe.each(LANGUAGES)("%s", (language) => {
  const translate = TRANSLATORS[language];
  const catalogue = CATALOGUES[language];
  const say = (reason: Reason) => reasonText(reason, translate);

  test("[PLACE16] every reason has a sentence, and every sentence a reason", () => {
    expect(Object.keys(catalogue.reason).toSorted()).toEqual([...REASON_CODES].toSorted());
    for (const code of REASON_CODES) {
      const sentence = say({ ...FULL, code });
      expect(sentence).toMatch(/^[\p{Lu}\d¡¿].*\.$/u);
      expect(sentence).not.toMatch(/[{}<>]|undefined|null|NaN|placement\.| {2}| [.,;]/);
    }
  });

  test("[PLACE16] no two reasons have the same sentence, but for hours that suffice and hours that do not", () => {
    const sentences = REASON_CODES.map((code) => say({ ...FULL, code }));
    const doubled = REASON_CODES.filter((_, index) => sentences.indexOf(sentences[index] ?? "") !== index);
    expect(doubled).toEqual(["clearOfKey", "clearOfLong"]);
  });

  test("[PLACE16] a sentence names the same numbers and days as in English", () => {
    for (const code of REASON_CODES) {
      const reason = { ...FULL, code };
      const sentence = say(reason);
      expect([code, numbersIn(sentence)]).toEqual([code, numbersIn(inEnglish(reason))]);
      expect([code, daysIn(sentence, language)]).toEqual([code, daysIn(inEnglish(reason), "en")]);
    }
  });

  test("[PLACE16] one day, two days and the day of the race itself have words of their own", () => {
    for (const code of ["beforeRace", "nothingNewBeforeRace", "afterRace"] as const) {
      const counted = [0, 1, 2].map((found) => say({ ...FULL, code, found, needed: 14 }).replace(/\d+/, "#"));
      expect(new Set(counted).size).toBe(code === "afterRace" ? 3 : 2);
    }
  });

  test("[PLACE16] each weekday, class of legs and reason for time off has a word of its own", () => {
    const own = (sentences: readonly string[]) => new Set(sentences).size;
    expect(own(WEEKDAYS.map((weekday) => say({ rule: "locked", code: "locked", date: on(weekday) })))).toBe(7);
    expect(own(LOAD_CLASSES.map((legLoad) => say({ ...FULL, code: "tooCloseToKey", legLoad })))).toBe(4);
    for (const code of ["away", "awayWeek"] as const)
      expect(
        own((["illness", "injury", "travel", "holiday"] as const).map((away) => say({ ...FULL, code, away }))),
      ).toBe(4);
  });

  test("[PLACE16] a shortfall says what was given up, for what, what stands in the way, and what would help", () => {
    const reason: Reason = { ...FULL, code: "closeToKey" };
    const freeing: Freeing = { change: "unlock", day: "thu" };
    const shortfall = (changes: Partial<Shortfall>) =>
      shortfallText({ slot: "B", asked: "B", instead: "L", reason, freeing: null, ...changes }, translate);
    expect(shortfall({})).toContain(say(reason));
    expect(shortfall({ freeing })).toBe(`${shortfall({})} ${freeingText(freeing, translate)}`);
    for (const asked of SESSION_KINDS) {
      const texts = [null, ...SESSION_KINDS].map((instead) => shortfall({ asked, instead }));
      for (const text of texts) {
        expect(text).toMatch(/^[\p{Lu}].*\.$/u);
        expect(text).not.toMatch(/[{}<>]|undefined|null|NaN|placement\.| {2}| [.,;]/);
      }
      expect(new Set(texts).size).toBe(texts.length);
    }
    expect(new Set(SESSION_KINDS.map((asked) => shortfall({ asked }))).size).toBe(SESSION_KINDS.length);
  });

  test("[PLACE16] every change that would make room has a sentence with its day, minutes or time", () => {
    expect(Object.keys(catalogue.freeing).toSorted()).toEqual([...Object.keys(FREEINGS), "minutesEveryDay"].toSorted());
    for (const freeing of [...Object.values(FREEINGS), EVERY_DAY]) {
      const text = freeingText(freeing, translate);
      expect(text).toMatch(/^[\p{Lu}].*\.$/u);
      expect(numbersIn(text)).toEqual(numbersIn(freeingText(freeing, TRANSLATORS.en)));
      expect(daysIn(text, language)).toEqual(daysIn(freeingText(freeing, TRANSLATORS.en), "en"));
    }
  });
});

const FREEINGS: Readonly<Record<Freeing["change"], Freeing>> = {
  unlock: { change: "unlock", day: "thu" },
  twoADay: { change: "twoADay" },
  minutes: { change: "minutes", day: "tue", minutes: 31 },
  time: { change: "time", time: "06:30" as ClockTime },
  restDay: { change: "restDay", day: "sun" },
  runElsewhere: { change: "runElsewhere", run: key, to: addDays(MONDAY, 3) },
};
const EVERY_DAY: Freeing = { change: "minutes", day: null, minutes: 31 };

test("[PLACE16] a shortfall in English, whole", () => {
  const reason: Reason = { rule: "C1", code: "closeToKey", found: 36.5, needed: 48, legLoad: "heavy", run: key };
  const inWhole = (shortfall: Omit<Shortfall, "slot">) => shortfallText({ slot: "B", ...shortfall }, TRANSLATORS.en);
  expect(inWhole({ asked: "B", instead: "L", reason, freeing: FREEINGS.time })).toBe(
    "Light legs in place of session B. What stands in the way: 36 h before Wednesday’s key run; 48 h is better for heavy legs. With strength at 06:30 as well there would be more room.",
  );
  const locked: Reason = { rule: "locked", code: "locked", date: on("thu") };
  expect(inWhole({ asked: "A", instead: null, reason: locked, freeing: null })).toBe(
    "No place this week for session A. What stands in the way: You keep Thursday free of strength.",
  );
});

test.each<[sentence: string, freeing: Freeing]>([
  ["With Thursday free for strength there would be more room.", FREEINGS.unlock],
  ["With strength on days with a run there would be more room.", FREEINGS.twoADay],
  ["With 31 min on Tuesday there would be more room.", FREEINGS.minutes],
  ["With 31 min a session there would be more room.", EVERY_DAY],
  ["With strength at 06:30 as well there would be more room.", FREEINGS.time],
  ["With strength on your rest day, Sunday, there would be more room.", FREEINGS.restDay],
  ["With Wednesday’s run on Thursday there would be more room.", FREEINGS.runElsewhere],
])("[PLACE16] says what would make room: %s", (expected, freeing) => {
  expect(freeingText(freeing, TRANSLATORS.en)).toBe(expected);
});
