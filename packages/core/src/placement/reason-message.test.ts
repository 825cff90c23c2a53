import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import placement from "../../messages/en/placement.json";
import { addDays } from "../calendar";
import { MONDAY } from "../testing/weeks";
import { REASON_CODES, reasonMessage, type Reason } from "./index";

const translator = createTranslator({
  locale: "en",
  messages: { placement },
  onError(error) {
    throw error;
  },
});

function sentence(reason: Reason): string {
  const { key, values } = reasonMessage(reason);
  return translator(key, values);
}

const key = { id: "run", kind: "key", date: addDays(MONDAY, 2) } as const;
const long = { id: "run", kind: "long", date: addDays(MONDAY, 5) } as const;

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
    "Session A would go to Monday. 36 h before Wednesday’s key run; 48 h is better for heavy legs.",
    {
      rule: "C1",
      code: "closeToKey",
      found: 36.67,
      needed: 48,
      legLoad: "heavy",
      run: key,
      moved: { kind: "A", date: MONDAY },
    },
  ],
  ["After Saturday’s long run; moderate legs at most.", { rule: "C12", code: "tooHeavyAfterLong", run: long }],
  [
    "24 h from Monday’s session B; two leg sessions need 48 h.",
    { rule: "C11", code: "sessionsTooClose", found: 24, needed: 48, session: { kind: "B", date: MONDAY } },
  ],
  [
    "Session B would then become light legs.",
    { rule: "givenUp", code: "givesUp", session: { kind: "B", date: null }, instead: "L" },
  ],
  [
    "Session B becomes light legs: the best place left is 36 h before Wednesday’s key run, and 48 h is better for heavy legs.",
    {
      rule: "C1",
      code: "madeSmaller",
      because: "closeToKey",
      found: 36.5,
      needed: 48,
      legLoad: "heavy",
      run: key,
      session: { kind: "B", date: null },
      instead: "L",
    },
  ],
  [
    "Session A is left out: you keep the days that are left free of strength.",
    { rule: "locked", code: "leftOut", because: "locked", session: { kind: "A", date: null }, instead: null },
  ],
])("[PLACE16] says: %s", (expected, reason) => {
  expect(sentence(reason)).toBe(expected);
});

test("[PLACE16] hours never round to where they would say the opposite", () => {
  const blocked = (found: number) =>
    sentence({ rule: "C1", code: "tooCloseToKey", found, needed: 36, legLoad: "heavy", run: key });
  expect(blocked(35.99)).toMatch(/^35\.9 h/);
  expect(blocked(35.4)).toMatch(/^35 h/);
  expect(sentence({ rule: "C8", code: "tooSoonAfterKey", found: 2.5, needed: 3, run: key })).toMatch(/^2\.5 h/);
  expect(sentence({ rule: "room", code: "tooLong", found: 20.1, needed: 20 })).toBe(
    "It takes 21 min; your limit is 20 min.",
  );
});

test("[PLACE16] every reason has a sentence of its own, and every shortfall names its cause", () => {
  const all: Omit<Reason, "code"> = {
    rule: "C1",
    found: 12,
    needed: 36,
    legLoad: "heavy",
    run: key,
    session: { kind: "B", date: MONDAY },
    moved: { kind: "A", date: MONDAY },
    instead: "L",
    because: "tooCloseToKey",
    worseBy: 3,
  };
  const sentences = REASON_CODES.map((code) => sentence({ ...all, code }));
  for (const each of sentences) expect(each).toMatch(/^[A-Z0-9].*\.$/);
  expect(Object.keys(placement.reason).toSorted()).toEqual([...REASON_CODES].toSorted());
});
