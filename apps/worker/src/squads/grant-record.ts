import { randomUUID } from "node:crypto";
import { makeBody, SCHEMA_VERSIONS, singletonId, type Body, type RunnerId } from "@legwork/core/record";
import { mergePush } from "../sync/merge-push";
import type { LockedStream } from "../sync/stream-store";
import type { NamedGrant } from "@legwork/db";

/** Shows a grant in the runner's own stream, so that every device of theirs knows who may read. */
export function recordGrant(stream: LockedStream, grant: NamedGrant, author: string): Promise<void> {
  const { grantee, coachName, squadName, read, write, since } = grant;
  const fields = { grantee, coachName, squadName, read, write, since: since.toISOString() };
  return writeGrantRecord(
    stream,
    { runner: grant.runner, grantee, author },
    { ...makeBody("grant", fields), revoked: null },
  );
}

/** Shows in the runner's stream that a grant has ended. */
export function recordRevocation(stream: LockedStream, which: GrantRecord, at: Date): Promise<void> {
  return writeGrantRecord(stream, which, { revoked: at.toISOString() });
}

export interface GrantRecord {
  readonly runner: RunnerId;
  readonly grantee: string;
  /** Account of whoever gave or ended it. */
  readonly author: string;
}

async function writeGrantRecord(
  stream: LockedStream,
  { runner, grantee, author }: GrantRecord,
  patch: Body,
): Promise<void> {
  const id = singletonId(runner, "grant", grantee);
  const [existing] = await stream.records([id]);
  const op = {
    opId: randomUUID(),
    record: id,
    kind: "grant",
    schema: SCHEMA_VERSIONS.grant,
    base: existing?.rev ?? 0,
    epoch: stream.head.epoch,
    patch,
  };
  const { change, results } = await mergePush(stream, {
    ops: [{ ok: true, op, raw: "", hash: "" }],
    author,
    scope: null,
  });
  if (change === null) throw new Error(`A grant record was not written: ${JSON.stringify(results)}`);
  await stream.write(change);
}
