import { afterAll, describe, expect, test, vi } from "vitest";
import { ownedWeights, type Decision } from "../adaptation";
import { daysBetween } from "../calendar";
import { firstWeekOfPhase, sessionMinutes, type PrescribedExercise, type SessionKind } from "../programme";
import { storyOf, type Life } from "../testing";
import { HOME_WEIGHTS, lifeOf, RUNNERS } from "../testing/lives";

// Whole lives are lived here: the first question to one of them takes its time.
vi.setConfig({ testTimeout: 120_000 });

const NAMES = Object.keys(RUNNERS);

afterAll(() => {
  if (process.env["LEGWORK_STORIES"] !== "1") return;
  for (const name of NAMES) process.stdout.write(`\n== ${name}\n${storyOf(lifeOf(name))}\n`);
});

const exercisesOf = ({ session }: Life["sessions"][number]) => session.prescription.pairs.flat();

/** Everything that was decided in a life. */
function decisionsOf({ sessions, mondays }: Life): readonly Decision[] {
  const all = new Map<string, Decision>();
  for (const { decisions } of [...mondays, ...sessions.map(({ plan }) => plan)])
    for (const each of decisions) all.set(each.id, each);
  return [...all.values()];
}

// From one session of its kind to the next on the same rung: a set, and by pattern two reps (P7 three, P8 one) or ten seconds; these are
// the steps of the twelve weeks and of adaptation alike.
const STEP: Readonly<Partial<Record<string, number>>> = { P7: 3, P8: 1, P6F: 10, P6S: 10 };
const REPS_STEP = 2;

/** Sessions after which more comes back than a step: reduced, cut or eased ones. */
function isSmaller(one: PrescribedExercise, other: PrescribedExercise): boolean {
  return one.sets <= other.sets && one.amount <= other.amount;
}

describe.each(NAMES)("%s", (name) => {
  test("[AD8][AD10] what an exercise asks grows by no more than a set and the stated step beyond what was done before", () => {
    const most = new Map<string, PrescribedExercise>();
    const eased = new Set(
      decisionsOf(lifeOf(name)).flatMap((each) =>
        each.rule === "AD2" && each.about === "exercise" ? [each.pattern] : [],
      ),
    );
    for (const lived of lifeOf(name).sessions) {
      const { kind } = lived.session.prescription;
      if (kind !== "A" && kind !== "B") continue;
      for (const asked of exercisesOf(lived)) {
        // Front planks are one series; calf raises, and the sets of all others, belong to A or B.
        const key = asked.pattern === "P6F" ? asked.exercise : `${kind} ${asked.exercise}`;
        const before = most.get(key);
        if (before !== undefined) {
          expect(asked.sets, `${lived.date} ${key}`).toBeLessThanOrEqual(before.sets + 1);
          // A fifth that was taken for pain comes back in one step.
          const whole = eased.has(asked.pattern) ? before.amount / 0.8 : before.amount;
          expect(asked.amount, `${lived.date} ${key}`).toBeLessThanOrEqual(whole + (STEP[asked.pattern] ?? REPS_STEP));
        }
        if (before === undefined || !isSmaller(asked, before))
          most.set(
            key,
            before === undefined
              ? asked
              : { ...asked, sets: Math.max(asked.sets, before.sets), amount: Math.max(asked.amount, before.amount) },
          );
      }
    }
  });

  test("[AD1][AD2][AD3] nothing is raised on pain of 3 or more", () => {
    for (const each of decisionsOf(lifeOf(name))) {
      if (each.about !== "exercise" || each.rule !== "AD6" || each.change === null) continue;
      for (const { pain } of each.evidence) expect(pain ?? 0).toBeLessThan(3);
    }
  });

  test("[AD2][AD3] after pain of 3 or more the exercise comes back no harder", () => {
    const hurt = new Map<string, PrescribedExercise>();
    for (const lived of lifeOf(name).sessions) {
      const pains = RUNNERS[name]?.runner.health?.(lived.session, lived.day)?.pains ?? {};
      for (const asked of exercisesOf(lived)) {
        const before = hurt.get(asked.pattern);
        if (before !== undefined)
          expect(asked.exercise <= before.exercise, `${lived.date} ${asked.exercise}`).toBe(true);
        if ((pains[asked.pattern]?.level ?? 0) >= 3) hurt.set(asked.pattern, asked);
        else hurt.delete(asked.pattern);
      }
    }
  });

  test("[AD10] an exercise changes once a week at most, and a session changes three at most", () => {
    const counted = decisionsOf(lifeOf(name)).filter(
      (each) => each.about === "exercise" && each.change !== null && (each.rule === "AD4" || each.rule === "AD6"),
    );
    const times = new Map<string, number>();
    for (const each of counted) {
      if (each.about !== "exercise") continue;
      const week = Math.floor(daysBetween("2026-11-16" as typeof each.date, each.date) / 7);
      for (const key of [`${each.pattern} in week ${week}`, `${each.id.slice(0, 36)} session`])
        times.set(key, (times.get(key) ?? 0) + 1);
    }
    for (const [key, count] of times)
      expect(count, `times ${key}`).toBeLessThanOrEqual(key.endsWith("session") ? 3 : 1);
  });

  test("[AD12] every pattern of A and B is trained in each week with both done, but for what pain took out", () => {
    const byWeek = new Map<number, Life["sessions"][number][]>();
    for (const lived of lifeOf(name).sessions) {
      const week = Math.floor(lived.day / 7);
      byWeek.set(week, [...(byWeek.get(week) ?? []), lived]);
    }
    for (const [week, done] of byWeek) {
      const kinds = done.map(({ session }) => session.prescription.kind).toSorted();
      if (kinds.join() !== "A,B") continue;
      const patterns = new Set(done.flatMap(exercisesOf).map(({ pattern }) => pattern));
      for (const pattern of ["P1", "P2", "P3", "P4", "P5", "P6F", "P6S", "P7", "P8"] as const)
        expect(patterns.has(pattern), `${pattern} in week ${week + 1}`).toBe(true);
    }
  });

  test("[CUT2] a session is a whole one: three pairs, or two in the taper", () => {
    for (const { session, date } of lifeOf(name).sessions) {
      const { kind, pairs } = session.prescription;
      expect(pairs.length, `${date} ${kind}`).toBe(kind === "T2" ? 2 : 3);
    }
  });

  test("[SPRING6] no hop before its gate is open", () => {
    for (const { session, plan, date } of lifeOf(name).sessions)
      for (const { exercise } of session.prescription.plyo) {
        if (plan.springGate.open === "none") expect(exercise, `on ${date}`).toBe("PLYO.Y0");
        if (plan.springGate.open === "twoLegs")
          expect(["PLYO.Y0", "PLYO.Y1", "PLYO.Y4"], `on ${date}`).toContain(exercise);
      }
  });

  test("[AD11][ILL1] never more than five reps in reserve, and never none", () => {
    for (const lived of lifeOf(name).sessions)
      for (const { rir } of exercisesOf(lived)) {
        expect(rir).toBeLessThanOrEqual(5);
        expect(rir).toBeGreaterThanOrEqual(2);
      }
  });

  test("[AD15] only owned weights are offered", () => {
    const kit = RUNNERS[name]?.runner.programme?.kit ?? "dumbbells";
    const owned = ownedWeights(kit, kit === "gym" ? {} : HOME_WEIGHTS).single;
    for (const lived of lifeOf(name).sessions)
      for (const { loadGrams } of exercisesOf(lived)) if (loadGrams !== undefined) expect(owned).toContain(loadGrams);
  });

  test("[GAP1][GAP2][GAP3][GAP4][GAP5][GAP6] after every gap the session is the one of the table", () => {
    const legs = lifeOf(name).sessions.filter(({ session }) => session.legLoad.class !== "none");
    for (const [index, { session, date }] of legs.entries()) {
      const before = legs[index - 1];
      if (before === undefined) continue;
      const days = daysBetween(before.date, date);
      if (days < 11) continue;
      const last = before.session.prescription.week;
      expect(session.prescription.week, `${date} after ${days} days`).toBe(weekAfterGap(days, last));
    }
  });

  test("[MIN1][CUT6] sessions last 20 to 30 minutes at first, 25 to 40 later, but for smaller ones", () => {
    if (RUNNERS[name]?.runner.programme?.maxMinutes !== undefined) return;
    for (const { session, date } of lifeOf(name).sessions) {
      const { prescription } = session;
      const isFull = FULL.includes(prescription.kind) && !prescription.reduced && prescription.eased === undefined;
      if (!isFull) continue;
      const minutes = Math.round(sessionMinutes(prescription).superset);
      expect(minutes, `on ${date}`).toBeLessThanOrEqual(prescription.week <= 4 ? 30 : 40);
      if (!SMALLER.has(name)) expect(minutes, `on ${date}`).toBeGreaterThanOrEqual(prescription.week <= 4 ? 20 : 25);
    }
  });
});

const FULL: readonly SessionKind[] = ["A", "B"];
/** Lives in which returns, pain or soreness make sessions smaller. */
const SMALLER = new Set([
  "illInWeek6",
  "verySore",
  "painInTheCalf",
  "aYearWithTwoGaps",
  "patchy",
  "saysTooLittleInReserve",
  "neverBegins",
]);

// The table, from its words: the last week done, one back, two, three, not before the phase, the foundation, the beginning.
function weekAfterGap(days: number, last: number): number {
  if (days >= 84) return 1;
  if (days >= 42) return Math.min(2, last);
  if (days >= 32) return Math.max(firstWeekOfPhase(last), last - 3);
  if (days >= 25) return Math.max(firstWeekOfPhase(last), last - 2);
  return days >= 18 ? Math.max(1, last - 1) : last;
}
