import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import dutch from "../../messages/nl/safety.json";
import english from "../../messages/en/safety.json";
import spanish from "../../messages/es/safety.json";
import {
  BONE_QUESTIONS,
  EQUIPMENT_NOTES,
  GROUP_NOTES,
  morningAdvice,
  NEXT_TIMES,
  PAIN_ACTIONS,
  PAIN_SIGNS,
  PAIN_SITES,
  painAdvice,
  SAFETY_GROUPS,
  SCREENING_QUESTIONS,
  STOP_SIGNS,
  URGENT_SIGNS,
} from "./index";
import { TODAY } from "../testing/screenings";

const CATALOGUES = { en: english, nl: dutch, es: spanish } as const;
const LANGUAGES = ["en", "nl", "es"] as const;
const MESSAGES = join(import.meta.dirname, "../../messages");

/** Not of an entry, but of the whole list. */
const OF_THE_LIST = ["title", "name", "sentence"];
const keysOf = (messages: object) => Object.keys(messages).filter((key) => !OF_THE_LIST.includes(key));

test.each(LANGUAGES)(
  "[SAFE11] in %s every question, sign, action, site and piece of equipment has its words",
  (language) => {
    const words = CATALOGUES[language];
    expect(keysOf(words.question)).toEqual([...SCREENING_QUESTIONS]);
    expect(keysOf(words.stop)).toEqual([...STOP_SIGNS]);
    expect(keysOf(words.urgent)).toEqual([...URGENT_SIGNS]);
    expect(keysOf(words.pain.next)).toEqual([...NEXT_TIMES]);
    expect(keysOf(words.pain.sign)).toEqual([...PAIN_SIGNS]);
    expect(keysOf(words.pain.bone)).toEqual([...BONE_QUESTIONS]);
    expect(keysOf(words.pain.site)).toEqual([...PAIN_SITES]);
    expect(keysOf(words.equipment)).toEqual([...EQUIPMENT_NOTES]);
    for (const action of PAIN_ACTIONS) expect(words.pain[action].length).toBeGreaterThan(3);
  },
);

test.each(LANGUAGES)("[SAFE11] in %s every group has its notes", (language) => {
  const words = CATALOGUES[language];
  expect(Object.keys(words.group)).toEqual([...SAFETY_GROUPS]);
  for (const group of SAFETY_GROUPS) expect(keysOf(words.group[group])).toEqual([...GROUP_NOTES[group]]);
});

test.each(LANGUAGES)("[SAFE11] in %s every piece of advice can be said", (language) => {
  const words = CATALOGUES[language];
  const translate = createTranslator({
    locale: language,
    messages: { safety: words },
    onError(error) {
      throw error;
    },
  });
  const before = [
    { date: TODAY, level: 5 },
    { date: TODAY, level: 5 },
  ];
  const advice = [0, 3, 4, 6].flatMap((level) => [
    ...painAdvice({ report: { level, site: "shin" }, today: TODAY, before, bone: null }),
    ...painAdvice({ report: { level, site: "shin" }, today: TODAY, before, bone: ["oneSpot", "night"] }),
    ...morningAdvice({ report: { level }, morning: {}, today: TODAY, before }),
    ...morningAdvice({ report: { level }, morning: { worse: true }, today: TODAY, before }),
  ]);
  for (const { key, values } of advice) {
    const said = translate(key as Parameters<typeof translate>[0], values);
    expect(said).not.toMatch(/[{}]/);
    for (const value of Object.values(values)) expect(said).toContain(String(value));
  }
});

test("[SAFE11] the disclaimer stands word for word", () => {
  expect(english.disclaimer).toBe(
    "This plan gives general training information for healthy adults who already run. It is not medical advice and does not diagnose or treat injuries. Stop and get help if you have chest pain, faintness, unusual breathlessness, sudden swelling, or pain that is sharp, worsening or changes how you move. You decide what you do; start easier than you think you need.",
  );
});

/** Words for a door or a radiator; the Dutch "door" is "through". */
const BAD_ANCHOR = {
  en: /\b(doors?|doorways?|doorknobs?|radiators?|heaters?)\b/i,
  nl: /\b(deur\w*|radiator\w*|verwarming\w*)\b/i,
  es: /\b(puertas?|radiador(es)?|calefacci[oó]n)\b/i,
} as const;
const NEVER = { en: /\bnever\b/i, nl: /\bnooit\b/i, es: /\bnunca\b/i } as const;

test.each(LANGUAGES)("[SAFE12] no sentence of %s names a door or a radiator but to say never", (language) => {
  const folder = join(MESSAGES, language);
  const texts = readdirSync(folder).flatMap((file) => textsIn(JSON.parse(readFileSync(join(folder, file), "utf8"))));
  const mentions = texts
    .flatMap((text) => text.split(/(?<=[.!?;])\s+/))
    .filter((each) => BAD_ANCHOR[language].test(each));
  expect(mentions.length).toBeGreaterThan(0);
  expect(mentions.filter((sentence) => !NEVER[language].test(sentence))).toEqual([]);
});

function textsIn(messages: unknown): readonly string[] {
  if (typeof messages === "string") return [messages];
  return typeof messages === "object" && messages !== null ? Object.values(messages).flatMap(textsIn) : [];
}
