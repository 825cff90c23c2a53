import { randomUUID } from "node:crypto";
import type { RecordId, RunnerId } from "@legwork/core/record";
import type { Op } from "@legwork/core/wire";
import { readOp } from "../sync/read-ops";
import type { StreamStore } from "../sync/stream-store";
import { manifestOf, type ManifestOutcome } from "../sync/manifest";
import { syncStream, type SyncInput, type SyncOutcome } from "../sync/sync";
import { syncRequest } from "./test-server";

/** A run feel: the smallest record there is. */
export function feelOp(change: Partial<Op> = {}): Op {
  const record = change.record ?? randomRecordId();
  return {
    opId: randomUUID(),
    record,
    kind: "run_feel",
    schema: 1,
    base: 0,
    epoch: "",
    patch: { run: randomUUID(), date: "2026-03-02", feel: 3 },
    ...change,
  };
}

export function commentOp(change: Partial<Op> = {}): Op {
  return feelOp({ kind: "comment", patch: { text: "Well done", writtenAt: "2026-03-02T08:00:00Z" }, ...change });
}

export function randomRecordId(): RecordId {
  return randomUUID() as string as RecordId;
}

export function randomRunner(): RunnerId {
  return randomUUID() as string as RunnerId;
}

export interface TestSync {
  readonly runner: RunnerId;
  readonly account: string;
  readonly ops?: readonly Op[];
  readonly epoch?: string | null;
  readonly cursor?: number;
  readonly settled?: { readonly opId: string; readonly rev: number };
  readonly limit?: number;
}

/** One sync as the route does it. */
export function sync(store: StreamStore, { runner, account, ops = [], ...request }: TestSync): Promise<SyncOutcome> {
  const { ops: _, ...envelope } = syncRequest(request);
  const input: SyncInput = { runner, account, request: envelope, ops: ops.map(readOp) };
  return syncStream(store, input);
}

/** The same, for a sync that must succeed. */
export async function synced(store: StreamStore, input: TestSync) {
  const outcome = await sync(store, input);
  if (!outcome.ok) throw new Error(`The sync was refused: ${outcome.error}`);
  return outcome.response;
}

/** A manifest as the route asks it. */
export function manifest(
  store: StreamStore,
  {
    runner,
    account,
    opIds,
  }: { readonly runner: RunnerId; readonly account: string; readonly opIds: readonly string[] },
): Promise<ManifestOutcome> {
  return manifestOf(store, { runner, account, request: { proto: 1, device: "device-1", opIds } });
}
