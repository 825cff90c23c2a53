import { useQuery } from "@tanstack/react-query";
import type { LocalDate } from "@legwork/core/calendar";
import type { FieldsByKind, RecordId, RecordKind, RunnerId } from "@legwork/core/record";
import { type LocalDb, type ReadTx, type StoredRecord, readCurrentRunner } from "@/local-db";
import { keys } from "./keys";
import { localDb } from "./local-store";

/** A record as screens read it: its fields, and whether a part of it is only on this phone. */
export interface ReadRecord<Kind extends RecordKind> {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly fields: FieldsByKind[Kind];
}

export interface Loaded<Value> {
  readonly status: "loading" | "failed" | "ready";
  readonly value: Value;
}

/** All live records of a kind, by date; with `from` only those of that day and later. */
export function useRecords<Kind extends RecordKind>(
  kind: Kind,
  options: { readonly from?: LocalDate } = {},
): Loaded<readonly ReadRecord<Kind>[]> {
  const from = options.from ?? "";
  const query = useQuery({
    queryKey: keys.records(kind, from),
    queryFn: () => readRecords(localDb(), kind, from),
    networkMode: "always",
  });
  return { status: loadStatus(query), value: query.data ?? [] };
}

/** One record; null when it does not exist, or when there is no id to look for yet. */
export function useRecord<Kind extends RecordKind>(kind: Kind, id: RecordId | null): Loaded<ReadRecord<Kind> | null> {
  const query = useQuery({
    queryKey: keys.record(kind, id),
    queryFn: () => (id === null ? null : readRecord(localDb(), kind, id)),
    networkMode: "always",
  });
  return { status: loadStatus(query), value: query.data ?? null };
}

/** The runner whose records this phone shows; null until the database is open. */
export function useRunner(): RunnerId | null {
  const query = useQuery({
    queryKey: keys.runner,
    queryFn: () => readCurrentRunner(localDb()),
    networkMode: "always",
  });
  return query.data ?? null;
}

export function loadStatus(query: {
  readonly isPending: boolean;
  readonly isError: boolean;
}): Loaded<unknown>["status"] {
  if (query.isError) return "failed";
  return query.isPending ? "loading" : "ready";
}

// The schemas are heavy, and a screen stands without them. They have to be here before the transaction: it ends by itself
// when something else is waited for.
const reading = () => import("./read-stored");

/** All live records of a kind from a day on. */
export async function readRecords<Kind extends RecordKind>(
  db: LocalDb,
  kind: Kind,
  from: LocalDate | "",
): Promise<readonly ReadRecord<Kind>[]> {
  const { readStored } = await reading();
  return db.read(["records"], async (tx, runner) => {
    const stored = await storedOfKind(tx, { runner, kind, from });
    return stored.flatMap((each) => readStored(kind, each) ?? []);
  });
}

async function readRecord<Kind extends RecordKind>(
  db: LocalDb,
  kind: Kind,
  id: RecordId,
): Promise<ReadRecord<Kind> | null> {
  const { readStored } = await reading();
  return db.read(["records"], async (tx, runner) => {
    const stored = await tx.objectStore("records").get([runner, id]);
    return stored === undefined || stored.deleted ? null : readStored(kind, stored);
  });
}

/** Live records of one kind from a day on, read by the index. */
export async function storedOfKind(
  tx: ReadTx,
  wanted: { readonly runner: RunnerId; readonly kind: RecordKind; readonly from: LocalDate | "" },
): Promise<readonly StoredRecord[]> {
  const range = IDBKeyRange.bound([wanted.runner, wanted.kind, wanted.from], [wanted.runner, wanted.kind, "\uffff"]);
  const stored = await tx.objectStore("records").index("byKindAndDate").getAll(range);
  return stored.filter((each) => !each.deleted);
}
