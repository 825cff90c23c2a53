import { expect, test } from "vitest";
import { fieldNames, fieldShape } from "@legwork/core/exchange";
import { RECORD_KINDS, REJECT_CODES } from "@legwork/core/record";
import { RUN_KINDS } from "@legwork/core/run";
import { WEEKDAYS } from "@legwork/core/calendar";
import words from "./en/records.json";

test.each(RECORD_KINDS)("every field of %s has a name", (kind) => {
  expect(fieldNames(kind).filter((name) => !(name in words.field))).toEqual([]);
});

test("every choice that is not a number of its own has a word", () => {
  const ownWords: readonly string[] = [...WEEKDAYS, ...RUN_KINDS];
  // A language is named by its code, a session by its letter.
  const asItStands = /^([A-Z]\d?|en|nl|es)$/;
  const choices = RECORD_KINDS.flatMap((kind) =>
    fieldNames(kind).flatMap((name) => {
      const shape = fieldShape(kind, name) ?? fieldShape(kind, `${name}/x`);
      return shape?.type === "choice" ? shape.options : [];
    }),
  );
  expect(
    [...new Set(choices)].filter(
      (choice) => !(choice in words.choice) && !ownWords.includes(choice) && !asItStands.test(choice),
    ),
  ).toEqual([]);
});

test("every reason to refuse has a sentence", () => {
  expect(REJECT_CODES.filter((code) => !(code in words.mend.why))).toEqual([]);
});
