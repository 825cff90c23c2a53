import { expect, test } from "vitest";
import { calfRaiseNorm, compareTests, readTests } from "./index";

test("[TEST1] a score counts whole and up to its cap; calf raises have none", () => {
  const high = { calfRaise: 80, sidePlank: 90, sitToStand: 40, bridge: 30, balance: 45.5 };
  const read = readTests({ left: high, right: { balance: 12.9 } });
  expect(Object.values(read).map(({ left }) => left)).toEqual([80, 60, 15, 25, 30]);
  expect(read.balance?.right).toBe(12);
});

test("[TEST1] what is no score is read as not tested", () => {
  expect(readTests({ left: { bridge: -1, balance: Number.NaN }, right: { bridge: Number.POSITIVE_INFINITY } })).toEqual(
    {},
  );
  expect(readTests({})).toEqual({});
});

test("[TEST2] the worse side counts, of one side tested that one", () => {
  const read = readTests({ left: { calfRaise: 22, bridge: 14 }, right: { calfRaise: 18 } });
  expect(read.calfRaise?.worse).toBe(18);
  expect(read.bridge?.worse).toBe(14);
});

test.each([
  [40, 32, null],
  [40, 31, "right"],
  [20, 60, "left"],
  [0, 0, null],
] as const)("[TEST3] side planks of %i and %i s begin with the side: %s", (left, right, side) => {
  expect(readTests({ left: { sidePlank: left }, right: { sidePlank: right } }).sidePlank?.startWith).toBe(side);
});

test("[TEST3] no other test names a side to begin with", () => {
  expect(readTests({ left: { calfRaise: 10 }, right: { calfRaise: 30 } }).calfRaise?.startWith).toBeNull();
});

test("[TEST4] calf raises are set beside both means of the decade", () => {
  const decades = [25, 34, 40, 59, 69].map(calfRaiseNorm);
  expect(decades.map((norm) => norm?.men)).toEqual([37, 32, 28, 23, 19]);
  expect(decades.map((norm) => norm?.women)).toEqual([30, 27, 24, 21, 19]);
  expect([19, 70, -3, Number.NaN, null].map(calfRaiseNorm)).toEqual([null, null, null, null, null]);
});

test("[TEST5] a change of under 7 calf raises is within the error of the test, of 7 it is not", () => {
  const before = readTests({ left: { calfRaise: 20 }, right: { calfRaise: 20 } });
  const after = readTests({ left: { calfRaise: 26 }, right: { calfRaise: 13 } });
  expect(compareTests(before, after)).toEqual([
    { test: "calfRaise", side: "left", before: 20, after: 26, change: 6, withinError: true },
    { test: "calfRaise", side: "right", before: 20, after: 13, change: -7, withinError: false },
  ]);
});

test("[TEST5] only sides that were tested both times are compared", () => {
  const before = readTests({ left: { sidePlank: 20 }, right: { bridge: 9 } });
  const after = readTests({ left: { sidePlank: 30, bridge: 12 }, right: { sidePlank: 30 } });
  expect(compareTests(before, after).map(({ test: name, side }) => `${name} ${side}`)).toEqual(["sidePlank left"]);
});
