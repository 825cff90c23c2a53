import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import en from "../../messages/en/programme.json" with { type: "json" };
import es from "../../messages/es/programme.json" with { type: "json" };
import nl from "../../messages/nl/programme.json" with { type: "json" };
import type { Translate } from "../placement";
import { cutText, prescribe, type SessionKind } from "./index";

const translatorOf = (locale: string, messages: typeof en): Translate => {
  const t = createTranslator({ locale, messages: { programme: messages } });
  return (key, values) => t(key as Parameters<typeof t>[0], values as never);
};
const said = (kind: SessionKind, maxMinutes: number, translate = translatorOf("en", en)) => {
  const { cut } = prescribe({ kind, week: 7, kit: "dumbbells", maxMinutes });
  return cut === undefined ? null : cutText(cut, translate);
};

test("[CUT5] a shortened session says every exercise that lost sets, and how many", () => {
  expect(said("B", 33)).toBe("Left out to keep within the minutes: Row (2 sets).");
  expect(said("A", 24)).toMatch(
    /^Left out to keep within the minutes: Front core \(2 sets\), Calf raise \(1 set\), Side core \(1 set\)/,
  );
  expect(said("A", 60)).toBeNull();
});

test("[CUT5] a session that became another kind says which one did not fit", () => {
  expect(said("A", 14)).toBe("Hinge and push does not fit into your minutes, so this is the shorter version.");
  expect(said("B", 12)).toBe("Single-leg and hip does not fit into your minutes, so this is the shorter version.");
});

test.each([
  ["nl", nl],
  ["es", es],
] as const)("[CUT5] it is said in %s as well", (locale, messages) => {
  const translate = translatorOf(locale, messages);
  for (const minutes of [33, 20, 14, 8]) expect(said("B", minutes, translate)).not.toMatch(/programme\.|[{}]/);
});
