import fc from "fast-check";
import { expect, test } from "vitest";
import { adherenceBand, blockAdherence, streakOf, weekAdherence, type SessionFacts, type WeekFacts } from "./index";
import { creditOfDose } from "./session-dose";

const done = (dose = 1): SessionFacts => ({ status: "done", dose, credit: creditOfDose(dose), weight: 10 });
const extra = (dose = 1): SessionFacts => ({ status: "extra", dose, credit: creditOfDose(dose), weight: 10 });
const missed: SessionFacts = { status: "missed" };
const open: SessionFacts = { status: "open" };
const excused = (reason: "illness" | "injury" | "travel" | "rest"): SessionFacts => ({ status: "excused", reason });

const week = (programmeWeek: number, sessions: readonly SessionFacts[], asked = 2): WeekFacts => ({
  asked,
  sessions,
  programmeWeek,
  originalWeight: 20,
});

/** 24 planned; week 6 ill; weeks 10 and 11 once; one session at 0.6; two missed in different weeks. */
const workedBlock: readonly WeekFacts[] = [
  week(1, [done(), done()]),
  week(2, [done(), missed]),
  week(3, [done(), done()]),
  week(4, [done(), missed]),
  week(5, [done(), done(0.6)]),
  week(6, [excused("illness"), excused("illness")]),
  week(7, [done(), done()]),
  week(8, [done(), done()]),
  week(9, [done(), done()]),
  week(10, [done()], 1),
  week(11, [done()], 1),
  week(12, [done(), done()]),
];

test("[ADH11] the worked block has an adherence of 17.6 in 20", () => {
  const block = blockAdherence(workedBlock);
  expect(block.adherence).toBeCloseTo(17.6 / 20, 12);
  expect(block.band).toBe("strong");
  expect([block.sessionsDone, block.excused]).toEqual([17, 2]);
});

test("[ADH12] the worked block has a dose of 17.6 in 24", () => {
  expect(blockAdherence(workedBlock).dose).toBeCloseTo(17.6 / 24, 12);
});

test("[ADH13] the worked block is consistent in 11 of 11 weeks", () => {
  const { consistency, keptWeeks, requiredWeeks } = blockAdherence(workedBlock);
  expect([consistency, keptWeeks, requiredWeeks]).toEqual([1, 11, 11]);
});

test("[ADH8] what is excused or still open is not required", () => {
  expect(weekAdherence(week(1, [done(), open]))).toMatchObject({ required: 1, credit: 1, adherence: 1 });
  expect(weekAdherence(week(1, [excused("injury"), missed]))).toMatchObject({ required: 1, credit: 0, adherence: 0 });
  expect(weekAdherence(week(1, [excused("rest"), excused("rest")]))).toMatchObject({ required: 0, adherence: null });
});

test("[ADH9] an extra session makes up for a missed one of its week and for no more", () => {
  expect(weekAdherence(week(1, [done(), missed, extra()])).adherence).toBe(1);
  expect(weekAdherence(week(1, [done(), done(), extra()]))).toMatchObject({ adherence: 1, credit: 2 });
  expect(weekAdherence(week(1, [done(0.5), missed]))).toMatchObject({ adherence: 0.25 });
});

test("[ADH10] the dose of a week is the mean of its sessions, without excused and extra ones", () => {
  expect(weekAdherence(week(1, [done(0.2), missed])).dose).toBe(0.1);
  expect(weekAdherence(week(1, [done(0.9), excused("travel"), extra()])).dose).toBe(0.9);
  expect(weekAdherence(week(1, [excused("illness"), excused("illness")])).dose).toBeNull();
});

test("[ADH12] a repeated programme week stands once in the denominator, and extra work does not pass 1", () => {
  const repeated = blockAdherence([week(1, [missed, missed]), week(1, [done(), done()])]);
  expect([repeated.dose, repeated.adherence]).toEqual([1, 0.5]);
  expect(blockAdherence([week(1, [done(), done(), extra()])]).dose).toBe(1);
});

test("[ADH13] a running week counts once it is kept and not before", () => {
  const running = blockAdherence([week(1, [done(), done()]), week(2, [missed, open])]);
  expect([running.keptWeeks, running.requiredWeeks]).toEqual([1, 1]);
  const kept = blockAdherence([week(1, [done(), done()]), week(2, [done(), open])]);
  expect([kept.keptWeeks, kept.requiredWeeks]).toEqual([2, 2]);
});

test("[ADH14] the fifth travel excuse is a missed session, the fifth day of illness is not", () => {
  const away = (reason: "travel" | "illness") =>
    blockAdherence([1, 2, 3].map((number) => week(number, [excused(reason), excused(reason)])));
  expect(away("travel")).toMatchObject({ excused: 4, adherence: 0, requiredWeeks: 1 });
  expect(away("illness")).toMatchObject({ excused: 6, adherence: null, band: null });
});

test("[ADH11] adherence stays within 0 and 1, and doing a missed session never lowers it", () => {
  const anySession = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }).map(done),
    fc.double({ min: 0, max: 1, noNaN: true }).map(extra),
    fc.constantFrom(missed, open, excused("illness"), excused("travel"), excused("rest")),
  );
  const anyBlock = fc.array(fc.array(anySession, { maxLength: 4 }), { maxLength: 12 });
  const blockOf = (weeks: readonly (readonly SessionFacts[])[]) =>
    blockAdherence(weeks.map((sessions, index) => week(index + 1, sessions)));
  fc.assert(
    fc.property(anyBlock, (weeks) => {
      const before = blockOf(weeks);
      const after = blockOf(weeks.map((sessions) => sessions.map((each) => (each === missed ? done() : each))));
      for (const share of [before.adherence, before.dose, before.consistency]) {
        expect(share ?? 0).toBeGreaterThanOrEqual(0);
        expect(share ?? 1).toBeLessThanOrEqual(1);
      }
      expect(after.adherence ?? 0).toBeGreaterThanOrEqual((before.adherence ?? 0) - 1e-12);
    }),
  );
});

test("[ADH17] the bands begin at 80, 60 and 40 per cent", () => {
  expect([0.8, 0.79, 0.6, 0.59, 0.4, 0.39].map(adherenceBand)).toEqual([
    "strong",
    "progressing",
    "progressing",
    "maintaining",
    "maintaining",
    "restart",
  ]);
});

const rowOf = (marks: string) => {
  const sessions = { x: [done(), done()], "-": [missed, missed], e: [excused("illness"), excused("illness")] };
  return streakOf(
    marks.split("").map((mark) => weekAdherence({ asked: 2, sessions: sessions[mark as "x" | "-" | "e"] })),
  );
};

test("[ADH18] one missed week in four is spared and does not count", () => {
  expect(rowOf("xxx-x")).toMatchObject({ weeks: 4, kept: 4, required: 5, spareLeft: false });
  expect(rowOf("x-x-xx")).toMatchObject({ weeks: 2 });
  expect(rowOf("x-xxx-x")).toMatchObject({ weeks: 5 });
});

test("[ADH18] excused weeks freeze the row, and a break leaves the count of kept weeks", () => {
  expect(rowOf("xxeexx")).toMatchObject({ weeks: 4, required: 4, spareLeft: true });
  expect(rowOf("xxxxxxxx--xx")).toMatchObject({ weeks: 2, kept: 10, required: 12 });
});
