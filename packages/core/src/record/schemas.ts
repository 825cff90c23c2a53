import * as v from "valibot";
import { WEEKDAYS } from "../calendar";
import { KITS, PATTERNS, RUNGS } from "../exercise/pattern";
import { SLOTS } from "../programme/prescription";
import { SETTING_RANGES } from "../placement/setting-ranges";
import { RACE_DISTANCES, RUN_KINDS } from "../run";
import { SORE_AREAS, STRENGTH_TESTS, type RecordKind } from "./kinds";
import {
  clockTime,
  instant,
  json,
  km,
  localDate,
  loadGrams,
  loggedSet,
  minutes,
  name,
  prescription,
  recordId,
  scale,
  sessionKind,
  text,
  weekday,
  yes,
  zone,
} from "./values";

/** Reps or seconds of a test: our own bound, above every honest score. */
const TEST_MAX = 600;

type FieldSchema<Value> = v.GenericSchema<unknown, Value>;

/** One level of map inside a body: `field/entry`. */
export interface MapSchema {
  readonly value: FieldSchema<unknown>;
  /** Which entries exist; null = any. */
  readonly entries: readonly string[] | null;
  /** `once`: the first value to arrive stays. */
  readonly merge: "latest" | "once";
}

export interface KindSchema {
  readonly registers: Readonly<Record<string, FieldSchema<unknown>>>;
  readonly maps: Readonly<Record<string, MapSchema>>;
  /** Registers without which a record of this kind cannot begin. */
  readonly required: readonly string[];
}

const latest = (value: FieldSchema<unknown>, entries: readonly string[] | null = null): MapSchema => ({
  value,
  entries,
  merge: "latest",
});

/** What each kind's body may hold. A key not named here passes through untouched: a newer phone knows it. */
export const KIND_SCHEMAS: Readonly<Record<RecordKind, KindSchema>> = {
  programme: {
    registers: {
      startDate: localDate,
      zone,
      kit: v.picklist(KITS),
      strengthTime: clockTime,
      maxMinutes: minutes,
      restDay: weekday,
      twoADay: v.boolean(),
      otherTime: clockTime,
      keyRunHours: scale(...SETTING_RANGES.keyRunHours),
      longRunIsKey: v.boolean(),
      restDayPenalty: scale(...SETTING_RANGES.restDayPenalty),
      experience: v.picklist(["new", "some", "trained"]),
      regularRunner: v.boolean(),
    },
    maps: {
      lockedDays: latest(yes, WEEKDAYS),
      weights: latest(v.picklist(["one", "pair"])),
      minutesOn: latest(scale(...SETTING_RANGES.minutesOn), WEEKDAYS),
      races: latest(
        v.object({
          date: localDate,
          distance: v.picklist(RACE_DISTANCES),
          minutes,
          startTime: v.exactOptional(clockTime),
        }),
      ),
      timeOff: latest(
        v.pipe(
          v.object({
            from: localDate,
            to: localDate,
            reason: v.picklist(["illness", "injury", "travel", "holiday"]),
            sessions: v.picklist(["none", "withoutKit"]),
            illness: v.exactOptional(v.picklist(["mild", "feverOrChest", "general"])),
            patterns: v.exactOptional(v.array(v.picklist(PATTERNS))),
          }),
          v.check(({ from, to }) => from <= to, "from is not after to"),
        ),
      ),
      peaks: latest(
        v.pipe(
          v.object({ from: localDate, to: localDate }),
          v.check(({ from, to }) => from <= to, "from is not after to"),
        ),
      ),
    },
    required: ["startDate", "zone", "kit"],
  },
  settings: {
    registers: {
      name,
      language: v.picklist(["en", "nl", "es"]),
      theme: v.picklist(["light", "dark", "system"]),
      restSound: v.boolean(),
    },
    maps: {},
    required: [],
  },
  run_plan: {
    registers: {},
    maps: {
      runs: latest(
        v.object({
          day: weekday,
          kind: v.picklist(RUN_KINDS),
          minutes,
          startTime: v.exactOptional(clockTime),
          km: v.exactOptional(km),
        }),
      ),
    },
    required: [],
  },
  week_plan: {
    registers: { monday: localDate },
    maps: {
      agreed: {
        value: v.object({
          date: localDate,
          startTime: clockTime,
          kind: sessionKind,
          prescription,
          coreVersion: scale(1, 1_000_000),
        }),
        entries: SLOTS,
        merge: "once",
      },
      moves: latest(v.object({ date: localDate, startTime: v.exactOptional(clockTime) }), SLOTS),
      skips: latest(v.picklist(["illness", "injury", "travel", "other"]), SLOTS),
    },
    required: ["monday"],
  },
  session_log: {
    registers: {
      monday: localDate,
      slot: v.picklist(SLOTS),
      kind: sessionKind,
      prescription,
      date: localDate,
      startedAt: instant,
      finishedAt: instant,
      mode: v.picklist(["superset", "straight"]),
      ending: v.picklist(["finished", "stopped", "painStop", "ticked"]),
      effort: scale(0, 10),
      breathless: v.boolean(),
    },
    maps: { sets: latest(loggedSet), rir: latest(scale(0, 5), PATTERNS), form: latest(yes, PATTERNS) },
    required: ["monday", "kind", "prescription", "date", "startedAt", "mode"],
  },
  run_log: {
    registers: {
      plannedRun: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
      date: localDate,
      startTime: clockTime,
      kind: v.picklist(RUN_KINDS),
      minutes,
      km,
      effort: scale(0, 10),
    },
    maps: { tags: latest(yes) },
    required: ["date", "kind", "minutes"],
  },
  run_feel: {
    registers: { run: recordId, date: localDate, feel: scale(1, 5), late: v.boolean() },
    maps: {},
    required: ["run", "date", "feel"],
  },
  health: {
    registers: {
      about: recordId,
      date: localDate,
      pain: scale(0, 10),
      painSite: name,
      soreness: scale(0, 10),
      sleptBadly: v.boolean(),
      stillSore: v.boolean(),
      painWalking: scale(0, 10),
      limping: v.boolean(),
      boneWarning: v.boolean(),
      morningPain: scale(0, 10),
      morningWorse: v.boolean(),
      screening: json,
    },
    maps: {
      sore: latest(scale(0, 10), SORE_AREAS),
      pains: latest(
        v.object({
          level: scale(0, 10),
          site: v.exactOptional(name),
          sharp: v.exactOptional(yes),
          changesMovement: v.exactOptional(yes),
          limping: v.exactOptional(yes),
          givesWay: v.exactOptional(yes),
        }),
        PATTERNS,
      ),
    },
    required: ["date"],
  },
  strength_test: {
    registers: { date: localDate },
    maps: { left: latest(scale(0, TEST_MAX), STRENGTH_TESTS), right: latest(scale(0, TEST_MAX), STRENGTH_TESTS) },
    required: ["date"],
  },
  adjustments: {
    registers: {},
    maps: {
      chosen: latest(
        v.object({ from: localDate, rung: v.exactOptional(v.picklist(RUNGS)), loadGrams: v.exactOptional(loadGrams) }),
        PATTERNS,
      ),
      undone: latest(yes),
    },
    required: [],
  },
  comment: {
    registers: { about: recordId, text, writtenAt: instant },
    maps: {},
    required: ["text", "writtenAt"],
  },
  grant: {
    registers: {
      grantee: text,
      coachName: text,
      squadName: text,
      read: v.array(text),
      write: v.array(text),
      since: instant,
      revoked: instant,
    },
    maps: {},
    required: ["grantee", "coachName", "squadName", "read", "write", "since"],
  },
  held: {
    registers: { record: recordId, kind: text, key: v.string(), value: json },
    maps: {},
    required: ["record", "kind", "key"],
  },
};

/** The schema of `kind`, or null when a newer core made it. */
export function kindSchema(kind: string): KindSchema | null {
  return Object.hasOwn(KIND_SCHEMAS, kind) ? KIND_SCHEMAS[kind as RecordKind] : null;
}

/** Whether the first value that arrives at `key` stays for ever. */
export function isWrittenOnce(kind: string, key: string): boolean {
  const field = key.split("/", 1)[0] ?? "";
  return key.includes("/") && kindSchema(kind)?.maps[field]?.merge === "once";
}
