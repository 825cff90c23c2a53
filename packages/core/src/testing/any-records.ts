import fc from "fast-check";
import { addDays, mondayOf } from "../calendar";
import { KITS, PATTERNS, RUNGS } from "../exercise";
import { plannedSets, prescribe, SESSION_KINDS, SLOTS } from "../programme";
import {
  adjustmentsId,
  healthId,
  makeBody,
  programmeId,
  sessionLogId,
  type Body,
  type RecordKind,
  type RunnerId,
} from "../record";
import { RECORD_KINDS, SORE_AREAS, STRENGTH_TESTS } from "../record/kinds";
import type { PlanRecord } from "../plan";
import { SCREENING_QUESTIONS } from "../safety";
import { recordIdOf } from "./builders";
import { SAMPLE_PROGRAMME } from "./runner-records";

const START = SAMPLE_PROGRAMME.startDate;

/** Days around the start of the sample programme: some before it, some far ahead. */
export const anyDayAround = fc.integer({ min: -60, max: 200 }).map((offset) => addDays(START, offset));

const scale = (max: number) => fc.integer({ min: 0, max });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Absurd and honest numbers alike, within what a body may hold. */
const anyAmount = fc.oneof(scale(15), scale(120), fc.constantFrom(0, 10_000));
const anyLoad = fc.oneof(scale(20_000), fc.constantFrom(0, 1, 299_999, 1_000_000));

const anyPain = fc.record(
  {
    level: scale(10),
    site: fc.constantFrom("calf", "shin", "elbow", "??"),
    sharp: fc.constant(true as const),
    limping: fc.constant(true as const),
  },
  { requiredKeys: ["level"] },
);

const someOf = <Value>(keys: readonly string[], value: fc.Arbitrary<Value>) =>
  fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 4 });

function withoutUndefined(fields: object): never {
  // What is said of a record's fields is checked by reading it.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

function recordOf(id: PlanRecord["id"], kind: RecordKind, body: Body, deleted = false): PlanRecord {
  return { id, kind, body, deleted };
}

function anySessionLog(runner: RunnerId): fc.Arbitrary<PlanRecord> {
  return fc
    .record({
      kind: fc.constantFrom(...SESSION_KINDS),
      week: fc.integer({ min: 1, max: 12 }),
      kit: fc.constantFrom(...KITS),
      date: anyDayAround,
      monday: anyDayAround.map(mondayOf),
      isExtra: fc.boolean(),
      slot: fc.constantFrom(...SLOTS),
      rungs: someOf(["P1", "P2", "P3", "P5", "P8"] as const, fc.constantFrom(...RUNGS)),
      amounts: fc.array(anyAmount, { minLength: 1, maxLength: 4 }),
      load: maybe(anyLoad),
      rir: scale(5),
      ending: maybe(fc.constantFrom("finished", "stopped", "painStop", "ticked")),
      library: maybe(fc.constantFrom("gone", "tenMinutes")),
      eased: maybe(fc.constantFrom("CHK2", "??")),
      state: fc.constantFrom("done", "failed", "skipped"),
      key: fc.nat({ max: 5 }),
    })
    .map(
      ({
        kind,
        week,
        kit,
        date,
        monday,
        isExtra,
        slot,
        rungs,
        amounts,
        load,
        rir,
        ending,
        library,
        eased,
        state,
        key,
      }) => {
        const prescription = {
          ...prescribe({ kind, week, kit, maxMinutes: null, rungs }),
          ...(library === undefined ? {} : { library }),
          ...(eased === undefined ? {} : { eased }),
        };
        const sets = Object.fromEntries(
          plannedSets(prescription).map(({ entry, exercise }, index) => [
            entry,
            withoutUndefined({
              pattern: exercise.pattern,
              state,
              amount: amounts[index % amounts.length],
              loadGrams: load,
            }),
          ]),
        );
        const patterns = [...new Set(prescription.pairs.flat().map(({ pattern }) => pattern))];
        const own = mondayOf(date);
        const fields = withoutUndefined({
          monday: isExtra ? monday : own,
          slot: isExtra ? undefined : slot,
          kind,
          prescription,
          date,
          startedAt: `${date}T17:00:00.000Z`,
          mode: "superset",
          ending,
          sets,
          rir: Object.fromEntries(patterns.map((pattern) => [pattern, rir])),
        });
        const id = isExtra ? recordIdOf(`extra ${key}`) : sessionLogId(runner, own, slot);
        return recordOf(id, "session_log", makeBody("session_log", fields));
      },
    );
}

function anyHealth(runner: RunnerId): fc.Arbitrary<PlanRecord> {
  return fc
    .record({
      about: fc
        .tuple(anyDayAround.map(mondayOf), fc.constantFrom(...SLOTS))
        .map(([monday, slot]) => sessionLogId(runner, monday, slot)),
      date: anyDayAround,
      pain: maybe(scale(10)),
      soreness: maybe(scale(10)),
      sore: someOf(SORE_AREAS, scale(10)),
      stillSore: maybe(fc.boolean()),
      painWalking: maybe(scale(10)),
      limping: maybe(fc.boolean()),
      boneWarning: maybe(fc.boolean()),
      morningPain: maybe(scale(10)),
      morningWorse: maybe(fc.boolean()),
      pains: someOf(PATTERNS, anyPain),
    })
    .map((fields) => recordOf(healthId(runner, fields.about), "health", makeBody("health", withoutUndefined(fields))));
}

function anyScreening(runner: RunnerId): fc.Arbitrary<PlanRecord> {
  const honest = fc.record({
    answeredOn: anyDayAround,
    answers: someOf(SCREENING_QUESTIONS, fc.boolean()),
    birthYear: fc.oneof(fc.integer({ min: 1920, max: 2020 }), fc.constant(-1)),
    clearedOn: fc.option(anyDayAround),
  });
  const allYes = fc.constant({
    answeredOn: START,
    answers: Object.fromEntries(SCREENING_QUESTIONS.map((each) => [each, true])),
  });
  return fc
    .oneof(honest, allYes, fc.jsonValue())
    .map((screening) =>
      recordOf(
        healthId(runner, "screening"),
        "health",
        makeBody("health", withoutUndefined({ date: START, screening })),
      ),
    );
}

function anyProgramme(runner: RunnerId): fc.Arbitrary<PlanRecord> {
  const stretch = fc
    .tuple(anyDayAround, fc.integer({ min: 0, max: 40 }))
    .map(([from, days]) => ({ from, to: addDays(from, days) }));
  return fc
    .record({
      kit: fc.constantFrom(...KITS),
      weights: fc.dictionary(
        fc.oneof(
          fc.constantFrom("4000", "10000", "0", "1e3", "x", "999999999"),
          fc.string({ maxLength: 4 }).filter((key) => /^[A-Za-z0-9][A-Za-z0-9._:@-]*$/.test(key)),
        ),
        fc.constantFrom("one", "pair"),
        { maxKeys: 5 },
      ),
      experience: maybe(fc.constantFrom("new", "some", "trained")),
      regularRunner: maybe(fc.boolean()),
      maxMinutes: maybe(fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant(1440))),
      timeOff: fc.dictionary(
        fc.constantFrom("a", "b"),
        fc
          .tuple(
            stretch,
            fc.constantFrom("illness", "injury", "travel", "holiday"),
            fc.constantFrom("none", "withoutKit"),
            someOf(PATTERNS, fc.constant(true)),
          )
          .map(([days, reason, sessions, patterns]) => ({
            ...days,
            reason,
            sessions,
            patterns: Object.keys(patterns),
          })),
      ),
      races: fc.dictionary(
        fc.constantFrom("r"),
        fc.record({
          date: anyDayAround,
          distance: fc.constantFrom("short", "half", "marathon", "ultra"),
          minutes: fc.integer({ min: 1, max: 600 }),
        }),
      ),
    })
    .map((fields) =>
      recordOf(
        programmeId(runner),
        "programme",
        makeBody("programme", withoutUndefined({ ...SAMPLE_PROGRAMME, ...fields })),
      ),
    );
}

function anyAdjustments(runner: RunnerId): fc.Arbitrary<PlanRecord> {
  const chosen = someOf(
    PATTERNS,
    fc.record({ from: anyDayAround, rung: fc.constantFrom(...RUNGS), loadGrams: anyLoad }, { requiredKeys: ["from"] }),
  );
  const undone = fc.dictionary(fc.constantFrom("week:2026-11-16", "gap:2026-11-19", "nothing"), fc.constant(true));
  return fc
    .record({ chosen, undone })
    .map((fields) => recordOf(adjustmentsId(runner), "adjustments", makeBody("adjustments", withoutUndefined(fields))));
}

function anyTest(runner: RunnerId): fc.Arbitrary<PlanRecord> {
  void runner;
  return fc
    .record({ date: anyDayAround, left: someOf(STRENGTH_TESTS, scale(600)), right: someOf(STRENGTH_TESTS, scale(600)) })
    .map((fields) =>
      recordOf(recordIdOf(`test ${fields.date}`), "strength_test", makeBody("strength_test", withoutUndefined(fields))),
    );
}

// Bodies that no schema knows.
const anyNonsense: fc.Arbitrary<PlanRecord> = fc
  .record({
    kind: fc.constantFrom(...RECORD_KINDS),
    key: fc.nat({ max: 3 }),
    body: fc.dictionary(
      fc.constantFrom(
        "date",
        "monday",
        "sets/P1.1",
        "sets/x",
        "rir/P1",
        "prescription",
        "kind",
        "pain",
        "weights/1",
        "startDate",
      ),
      fc.jsonValue({ maxDepth: 1 }),
    ),
    deleted: fc.boolean(),
  })
  .map(({ kind, key, body, deleted }) => recordOf(recordIdOf(`nonsense ${kind} ${key}`), kind, body as Body, deleted));

/** Records that a phone may hold: each readable by itself or not, together whatever they are; one per id. */
export function anyRecords(runner: RunnerId): fc.Arbitrary<readonly PlanRecord[]> {
  const programme = anyProgramme(runner);
  const others = fc.oneof(
    { weight: 6, arbitrary: anySessionLog(runner) },
    { weight: 3, arbitrary: anyHealth(runner) },
    anyScreening(runner),
    anyAdjustments(runner),
    anyTest(runner),
    anyNonsense,
  );
  return fc
    .tuple(programme, fc.array(others, { maxLength: 24 }))
    .map(([first, more]) => [...new Map([first, ...more].map((record) => [record.id, record])).values()]);
}
