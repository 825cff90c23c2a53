import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import en from "../../messages/en/exercise.json";
import es from "../../messages/es/exercise.json";
import nl from "../../messages/nl/exercise.json";
import { GATE_SESSIONS } from "./index";

const LANGUAGES = [
  ["en", en],
  ["nl", nl],
  ["es", es],
] as const;

/** Every exercise of a catalogue: what has a name, a cue and two faults. */
function exercisesOf(texts: typeof en) {
  const { substitute: _substitute, gate: _gate, quality: _quality, ...patterns } = texts;
  return Object.values(patterns).flatMap((rungs) => Object.values<(typeof texts)["P1"]["0"]>(rungs));
}

test.each(LANGUAGES)("[EX4] names are told apart in %s, and no exercise names one fault twice", (_locale, texts) => {
  const names = exercisesOf(texts).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { cue, fault1, fault2 } of exercisesOf(texts)) {
    expect(cue).toMatch(/\.$/);
    expect(fault1).not.toBe(fault2);
  }
});

test.each([
  ["en", en, "2 sets of 15 reps, in 2 sessions. Or 15 single-leg calf raises on each leg in the test."],
  ["nl", nl, "2 sets van 15 herhalingen, in 2 sessies. Of 15 keer eenbenig kuitheffen per been in de test."],
  [
    "es",
    es,
    "2 series de 15 repeticiones, en 2 sesiones. O 15 elevaciones de talón a una pierna por lado en la prueba.",
  ],
] as const)("[GATE3] the gate of the calf raise reads as a sentence in %s", (locale, messages, sentence) => {
  const t = createTranslator({ locale, messages });
  const on = { sets: 2, amount: 15, sessions: GATE_SESSIONS };
  expect(t("gate.P5", { ...on, sides: "none", tested: 15 })).toBe(sentence);
  expect(t("gate.P5", { ...on, sides: "each", tested: 0 })).not.toContain("  ");
});

test.each([
  ["en", en, "Hold twice the time that is asked on each side, in 2 sessions."],
  ["nl", nl, "Houd per kant twee keer zo lang vol als gevraagd, in 2 sessies."],
  ["es", es, "Aguanta el doble del tiempo pedido por lado, en 2 sesiones."],
] as const)("[GATE3] the gate of a hold reads as a sentence in %s", (locale, messages, sentence) => {
  const t = createTranslator({ locale, messages });
  expect(t("gate.P6S", { times: 2, sides: "each", sessions: GATE_SESSIONS })).toBe(sentence);
});
