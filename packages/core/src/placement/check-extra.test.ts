import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { addDays, clockTimeFrom } from "../calendar";
import type { LoadClass } from "../programme";
import { anyWeek } from "../testing/any-weeks";
import { dose, MONDAY, on, settings, time, weekInput } from "../testing/weeks";
import { checkExtra, checkMove, type EarlierSession, type ExtraCheck, type WeekInput } from "./index";

vi.setConfig({ testTimeout: 120_000 });
const RUNS = { numRuns: Number(process.env["LEGWORK_CASES"] ?? 1000) };
const SAMPLE = "mon easy, wed key, fri medium, sat long";

interface Asked {
  readonly legs: LoadClass;
  readonly weekday?: Parameters<typeof on>[0];
  readonly at?: string;
  readonly sessions?: readonly EarlierSession[];
  readonly kit?: "none" | "band";
  readonly is?: "strength" | "mobility";
  readonly minutes?: number;
}

function ask(
  week: WeekInput,
  { legs, weekday = "tue", at = "18:00", sessions = [], kit = "none", is = "strength", minutes }: Asked,
) {
  const extra = { kind: "B", dose: dose(legs, minutes), kit, is } as const;
  return checkExtra({ ...week, sessions }, { date: on(weekday), time: time(at) })(extra);
}

const rulesOf = ({ reasons }: ExtraCheck) => reasons.map(({ rule }) => rule);

test("[LIB8] the evening before a key run has room for light legs and for none, and for no others", () => {
  const week = weekInput(SAMPLE);
  expect(["none", "light"].map((legs) => ask(week, { legs: legs as LoadClass }).status)).toEqual(["fits", "fits"]);
  expect(ask(week, { legs: "moderate" }).reasons[0]).toMatchObject({ rule: "C2", needed: 24, found: 12.5 });
  expect(ask(week, { legs: "heavy" }).reasons[0]).toMatchObject({ rule: "C1", needed: 36 });
  expect(ask(week, { legs: "heavy" }).status).toBe("blocked");
});

test("[LIB8] a session of the day stands in the way, and one that loads the legs for 48 h", () => {
  const week = weekInput("");
  const there = (weekday: "tue" | "wed", legs: LoadClass): EarlierSession => ({
    kind: "A",
    start: { date: on(weekday), time: time("18:00") },
    legLoad: dose(legs).legLoad,
  });
  expect(rulesOf(ask(week, { legs: "none", sessions: [there("tue", "none")] }))[0]).toBe("oneADay");
  expect(ask(week, { legs: "moderate", sessions: [there("wed", "heavy")] })).toMatchObject({
    status: "blocked",
    reasons: [{ rule: "C11", found: 24 }, {}],
  });
  expect(ask(week, { legs: "light", sessions: [there("wed", "heavy")] }).status).toBe("fits");
});

test("[LIB12] a day with a strength session has room for mobility, a day off has not", () => {
  const planned: EarlierSession = {
    kind: "A",
    start: { date: on("tue"), time: time("18:00") },
    legLoad: dose("heavy").legLoad,
  };
  const mobility = { legs: "none", is: "mobility", sessions: [planned] } as const;
  expect(ask(weekInput(""), mobility).status).toBe("fits");
  expect(ask(weekInput("", settings({ lockedDays: ["tue"] })), mobility).reasons[0]).toMatchObject({ rule: "locked" });
});

test("[LIB8] a day away from the kit has room for what needs none, and a day off for nothing", () => {
  const off = (sessions: "none" | "withoutKit") =>
    weekInput("", { timeOff: [{ from: on("tue"), to: on("tue"), reason: "travel", sessions }] });
  expect(ask(off("withoutKit"), { legs: "light" }).status).toBe("fits");
  expect(ask(off("withoutKit"), { legs: "light", kit: "band" }).reasons[0]).toMatchObject({ code: "away" });
  expect(ask(off("none"), { legs: "none" }).status).toBe("blocked");
});

test("[LIB8] a high-volume week has room for one session that loads the legs, whoever asked for it", () => {
  const monday: EarlierSession = {
    kind: "B",
    start: { date: on("mon"), time: time("18:00") },
    legLoad: dose("moderate").legLoad,
  };
  const asked = { legs: "moderate", weekday: "fri", sessions: [monday] } as const;
  expect(rulesOf(ask(weekInput("", { ask: "AL" }), asked))).toContain("C18");
  expect(rulesOf(ask(weekInput("", { ask: "M", askedBy: { rule: "C18", code: "highVolumeAgain" } }), asked))).toContain(
    "C18",
  );
  expect(rulesOf(ask(weekInput("", { ask: "AB" }), asked))).not.toContain("C18");
});

test("[LIB8] what costs something says so before what speaks for the place, and a day of another week is refused", () => {
  const rest = weekInput(SAMPLE, settings({ restDay: "thu" }));
  const check = ask(rest, { legs: "moderate", weekday: "thu" });
  expect(check.status).toBe("costs");
  expect(check.reasons[0]).toMatchObject({ rule: "C14" });
  const judge = checkExtra({ ...rest, sessions: [] }, { date: addDays(MONDAY, 7), time: time("18:00") });
  expect(judge({ kind: "C", dose: dose("none"), kit: "none", is: "strength" })).toMatchObject({ status: "blocked" });
});

const place = fc.record({
  day: fc.integer({ min: 0, max: 6 }),
  quarter: fc.integer({ min: 20, max: 88 }),
  legs: fc.constantFrom<LoadClass>("none", "light", "moderate", "heavy"),
});

test("[LIB8] the rules forbid a session of one's own choice exactly what they forbid a planned one at its place", () => {
  fc.assert(
    fc.property(anyWeek, place, place, fc.integer({ min: 12, max: 60 }), (input, one, other, minutes) => {
      const week = { ...input, now: null, caughtUp: [], fixed: [] };
      const startOf = ({ day, quarter }: typeof one) => ({
        date: addDays(MONDAY, day),
        startTime: clockTimeFrom(quarter * 15),
      });
      const standing = { slot: "B", kind: "B", ...startOf(other), dose: dose(other.legs) } as const;
      const moved = { slot: "A", kind: "A", ...startOf(one), dose: dose(one.legs, minutes) } as const;
      const move = checkMove({ week, placed: [moved, standing], slot: "A", to: startOf(one) });
      const { date, startTime } = startOf(one);
      const beside = {
        kind: "B",
        start: { date: standing.date, time: standing.startTime },
        legLoad: standing.dose.legLoad,
      } as const;
      const judge = checkExtra({ ...week, sessions: [...week.sessions, beside] }, { date, time: startTime });
      const extra = judge({ kind: "A", dose: moved.dose, kit: "none", is: "strength" });
      const forbidden = (move?.rules ?? [])
        .filter(({ verdict }) => verdict === "forbids")
        .map(({ reason }) => reason.code);
      const broken = extra.status === "blocked" ? extra.reasons.map(({ code }) => code) : [];
      for (const code of forbidden) expect(broken).toContain(code);
      // Sessions beside the plan count for C18 here; among the planned ones there are none.
      if (forbidden.length === 0) expect(extra.status === "blocked" && extra.reasons[0]?.rule !== "C18").toBe(false);
    }),
    RUNS,
  );
});
