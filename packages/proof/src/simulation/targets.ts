import {
  healthId,
  type Body,
  type Json,
  type RecordId,
  type RunnerId,
  sessionLogId,
  settingsId,
  weekPlanId,
} from "@legwork/core/record";
import type { LocalDate } from "@legwork/core/calendar";
import { countedId } from "./chance";

/** A kind that the older app has never heard of. */
export const KIND_OF_2030 = "thing_of_2030";

/** A key that devices of a history write again and again. */
export interface Target {
  readonly told: string;
  readonly record: RecordId;
  readonly kind: string;
  readonly key: string;
  /** What the key gets to hold; `mark` is somewhere in it, and nowhere else in the history. */
  readonly valueOf: (mark: string) => Json;
  /** What a record of the kind cannot begin without. */
  readonly begin: Body;
  readonly merge: "latest" | "once";
  readonly known: "byAll" | "byNewOnly";
}

export type TargetName = keyof ReturnType<typeof targetsOf>;

const MONDAY = "2026-03-02" as LocalDate;
const PRESCRIPTION = { kind: "A", week: 1, phase: 1, reduced: false, rir: 3, plyo: [], pairs: [] };
const COMMENTS = [countedId(900_001), countedId(900_002)] as const;

export function targetsOf(runner: RunnerId) {
  const record = (id: string) => id as RecordId;
  const plain = { merge: "latest", known: "byAll" } as const;
  const text = (mark: string): Json => mark;
  const comment = (index: 0 | 1) => ({
    ...plain,
    told: `comment ${index + 1}`,
    record: record(COMMENTS[index]),
    kind: "comment",
    key: "text",
    valueOf: text,
    begin: { text: "begun", writtenAt: "2026-03-02T08:00:00Z" },
  });
  const log = {
    record: sessionLogId(runner, MONDAY, "A"),
    kind: "session_log",
    begin: {
      monday: MONDAY,
      kind: "A",
      prescription: PRESCRIPTION,
      date: MONDAY,
      startedAt: "2026-03-02T18:00:00Z",
      mode: "straight",
    },
  };
  const set = (entry: string) => ({
    ...plain,
    ...log,
    told: `set ${entry}`,
    key: `sets/${entry}`,
    valueOf: (mark: string): Json => ({ pattern: "P3", state: "done", amount: 8, mark }),
  });
  const week = { record: weekPlanId(runner, MONDAY), kind: "week_plan", begin: { monday: MONDAY } };
  return {
    name: {
      ...plain,
      told: "the name",
      record: settingsId(runner),
      kind: "settings",
      key: "name",
      valueOf: text,
      begin: {},
    },
    hat: {
      merge: "latest",
      known: "byNewOnly",
      told: "a field of 2030",
      record: settingsId(runner),
      kind: "settings",
      key: "hat",
      valueOf: text,
      begin: {},
    },
    thing: {
      merge: "latest",
      known: "byNewOnly",
      told: "a kind of 2030",
      record: record(countedId(900_003)),
      kind: KIND_OF_2030,
      key: "what",
      valueOf: text,
      begin: {},
    },
    comment1: comment(0),
    comment2: comment(1),
    setOne: set("P3.1"),
    setTwo: set("P3.2"),
    agreed: {
      ...week,
      merge: "once",
      known: "byAll",
      told: "the agreed session",
      key: "agreed/A",
      valueOf: (mark: string): Json => ({
        date: MONDAY,
        startTime: "18:00",
        kind: "A",
        prescription: PRESCRIPTION,
        coreVersion: 3,
        mark,
      }),
    },
    move: {
      ...plain,
      ...week,
      told: "a move",
      key: "moves/B",
      valueOf: (mark: string): Json => ({ date: MONDAY, mark }),
    },
    pain: {
      ...plain,
      told: "the pain",
      record: healthId(runner, "screening"),
      kind: "health",
      key: "painSite",
      valueOf: text,
      begin: { date: MONDAY },
    },
  } as const satisfies Readonly<Record<string, Target>>;
}
