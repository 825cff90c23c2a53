import * as v from "valibot";
import { isBodyKey } from "../record/body";
import type { Body, Json } from "../record/kinds";
import { Op, RecordIdSchema, RunnerIdSchema, SyncedRecord } from "../wire";
import { BodySchema, typed } from "../wire/id";

export const RESCUE_FORMAT = "legwork-rescue";
/** Rises when the file's shape changes; older ones are read too. */
export const RESCUE_VERSION = 2;
/** Bytes of the largest file that is opened. Our own choice: ten times twenty years of daily logs with their history. */
export const RESCUE_BYTES_MAX = 256 * 1024 * 1024;

const moment = v.pipe(v.number(), v.minValue(0));
const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const kind = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,39}$/));
// Before the values are read: reading passes over a key that means something to the language.
const body = typed<Body>(v.pipe(v.custom<object>(hasBodyKeys, "keys of a body"), BodySchema));

/** How far the phone and the server had come. */
export const RescueStream = v.pipe(
  v.object({
    state: v.picklist(["local", "live", "signedOut", "stopped", "updateNeeded", "accountDeleted"]),
    email: v.nullable(v.string()),
    epoch: v.nullable(v.pipe(v.string(), v.maxLength(64))),
    cursor: wholeNumber,
    /** Epoch ms. */
    acknowledgedAt: v.nullable(moment),
  }),
  v.readonly(),
);
export type RescueStream = v.InferOutput<typeof RescueStream>;

/** A record: what is shown, and what the server last said of it. */
export const RescueRecord = v.pipe(
  v.object({ id: RecordIdSchema, kind, body, deleted: v.boolean(), server: v.nullable(SyncedRecord) }),
  v.readonly(),
);
export type RescueRecord = v.InferOutput<typeof RescueRecord>;

/** A change of this phone, in the order of their making: acknowledged, refused, or waiting. */
export const RescueChange = v.variant("state", [
  v.pipe(v.object({ state: v.literal("sent"), op: Op, rev: wholeNumber, acknowledgedAt: moment }), v.readonly()),
  v.pipe(
    v.object({
      state: v.literal("refused"),
      op: Op,
      code: v.string(),
      key: v.nullable(v.string()),
      refusedAt: moment,
    }),
    v.readonly(),
  ),
  v.pipe(v.object({ state: v.literal("waiting"), op: Op, frozen: v.boolean(), writtenAt: moment }), v.readonly()),
]);
export type RescueChange = v.InferOutput<typeof RescueChange>;

/** What was put aside when this phone and an account became one. */
export const RescueKept = v.pipe(
  v.object({
    name: v.pipe(v.string(), v.regex(/^kept\/[0-9a-f-]{36}$/)),
    values: v.pipe(v.array(v.pipe(v.object({ kind, body, keptAt: moment }), v.readonly())), v.readonly()),
  }),
  v.readonly(),
);
export type RescueKept = v.InferOutput<typeof RescueKept>;

/** Choices that belong to the phone, not to the runner. */
export const RescueDevice = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^(restTimerOff|notNow\/.{1,80}|mistakeRead\/.{1,80})$/)), v.boolean()),
  v.readonly(),
);
export type RescueDevice = v.InferOutput<typeof RescueDevice>;

/** Everything that a phone holds of a runner. */
export interface RescueFile {
  readonly runner: v.InferOutput<typeof RunnerIdSchema>;
  /** ISO instant. */
  readonly exportedAt: string;
  readonly stream: RescueStream;
  readonly device: RescueDevice;
  readonly records: readonly RescueRecord[];
  readonly changes: readonly RescueChange[];
  readonly keptAside: readonly RescueKept[];
  /** What the server gave as the account's whole export, earlier values included; null when it could not be reached. */
  readonly server: Json;
}

export const RescueHead = v.object({
  runner: RunnerIdSchema,
  exportedAt: v.pipe(v.string(), v.isoTimestamp()),
  stream: RescueStream,
});

function hasBodyKeys(input: unknown): boolean {
  return typeof input === "object" && input !== null && Object.keys(input).every(isBodyKey);
}
