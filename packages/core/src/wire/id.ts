import * as v from "valibot";
import type { Json, RecordId, RunnerId } from "../record/kinds";

/** The same check under a narrower type. A type is a promise to the compiler only: whoever calls this knows that the check, or the maker of the value, keeps it. */
export function typed<Output>(schema: v.GenericSchema): v.GenericSchema<unknown, Output> {
  return schema as v.GenericSchema<unknown, Output>;
}

const uuid = v.pipe(v.string(), v.uuid());

/** UUID of a runner, made by the phone. */
export const RunnerIdSchema = typed<RunnerId>(uuid);

/** UUID of a record. */
export const RecordIdSchema = typed<RecordId>(uuid);

// What JSON.parse returned is Json by construction; its depth and characters are judged op by op.
const json = typed<Json>(v.unknown());

/** `{ field: value, "field/entry": value }` */
export const BodySchema = v.pipe(v.record(v.string(), json), v.readonly());
