import {
  type Body,
  type Json,
  parseRecordId,
  RECORD_KINDS,
  type RecordId,
  type RecordKind,
  type RunnerId,
  singletonId,
} from "@legwork/core/record";
import {
  currentRunner,
  type DeviceValues,
  type KeptAside,
  type LocalDb,
  putDeviceValue,
  type ReadTx,
  type StoredRecord,
} from "@/local-db";
import { type RecordWrite, writeRecords } from "./write";

/** Two people wrote one value: the one that stands, and the one that was held back. */
export interface HeldChoice {
  readonly id: RecordId;
  /** What the values belong to; null when it is gone, or never came to this phone. */
  readonly record: StoredRecord | null;
  readonly kind: string;
  /** Empty: a deletion met a change. */
  readonly key: string;
  readonly held: Json;
  readonly standing: Json;
  /** Who wrote the held value: the runner, or a coach by name. */
  readonly heldBy: Writer;
  readonly standingBy: Writer;
}

export type Writer = { readonly who: "runner" } | { readonly who: "other"; readonly name: string };

/** What this phone had before it was signed in, of a kind of which the account's stayed. */
export interface KeptChoice {
  readonly name: KeptName;
  readonly index: number;
  readonly kept: KeptAside;
  /** As the account has it. */
  readonly record: StoredRecord | null;
}

type KeptName = Extract<keyof DeviceValues, `kept/${string}`>;

export interface Aside {
  readonly held: readonly HeldChoice[];
  readonly kept: readonly KeptChoice[];
}

/** What waits for the runner to choose. */
export function readAside(db: LocalDb): Promise<Aside> {
  return db.read(["records", "device"], async (tx) => {
    const runner = await currentRunner(tx);
    const held = await ofKind(tx, runner, "held");
    const nameByAccount = await coachNames(tx, runner);
    const choices = await Promise.all(held.map((each) => choiceOf(tx, each, nameByAccount)));
    return { held: choices.filter((each) => each !== null), kept: await readKept(tx, runner) };
  });
}

/** Who an account is to this runner. Only they and those they let in write here; who is not among these is the runner. */
export async function readWriters(tx: ReadTx, runner: RunnerId): Promise<(account: string) => Writer> {
  return writerAmong(await coachNames(tx, runner));
}

async function coachNames(tx: ReadTx, runner: RunnerId): Promise<ReadonlyMap<string, string>> {
  const grants = await ofKind(tx, runner, "grant");
  return new Map(grants.map(({ body }) => [text(body["grantee"]), text(body["coachName"])]));
}

function writerAmong(nameByAccount: ReadonlyMap<string, string>): (account: string) => Writer {
  return (account) => {
    const name = nameByAccount.get(account);
    return name === undefined ? { who: "runner" } : { who: "other", name };
  };
}

async function choiceOf(
  tx: ReadTx,
  { runner, id, body, server }: StoredRecord,
  nameByAccount: ReadonlyMap<string, string>,
): Promise<HeldChoice | null> {
  const about = parseRecordId(text(body["record"]));
  if (about === null) return null;
  const record = (await tx.objectStore("records").get([runner, about])) ?? null;
  const key = text(body["key"]);
  const writer = writerAmong(nameByAccount);
  const heldBy = writer(server?.author ?? "");
  return {
    id,
    record,
    kind: text(body["kind"]),
    key,
    held: body["value"] ?? null,
    standing: record?.body[key] ?? null,
    heldBy,
    standingBy:
      heldBy.who === "other" ? { who: "runner" } : otherWriter(writer(record?.server?.author ?? ""), nameByAccount),
  };
}

// A value is held only where another person's stands; whoever wrote the record last need not have written this value.
function otherWriter(last: Writer, nameByAccount: ReadonlyMap<string, string>): Writer {
  if (last.who === "other") return last;
  const [name] = nameByAccount.values();
  return name === undefined ? last : { who: "other", name };
}

/** Takes the held value or lets the standing one be; either way the question is gone. All in one transaction. */
export async function resolveHeld(
  db: LocalDb,
  choice: HeldChoice,
  take: "held" | "standing",
  now: number,
): Promise<void> {
  const settle: RecordWrite = { id: choice.id, kind: "held", patch: {}, del: true };
  await writeRecords(db, take === "held" ? [...takeHeld(choice), settle] : [settle], now);
}

function takeHeld({ record, key, held }: HeldChoice): readonly RecordWrite[] {
  if (record === null || record.deleted || !isOurKind(record.kind)) return [];
  const { id, kind } = record;
  return [key === "" ? { id, kind, patch: {}, del: true } : { id, kind, patch: { [key]: held } }];
}

/** Puts what this phone had in place of the account's, key by key; the server keeps the other as an earlier version. */
export async function takeKept(db: LocalDb, { kept }: Pick<KeptChoice, "kept">, now: number): Promise<void> {
  const { kind, body } = kept;
  if (!isOurKind(kind)) return;
  const standing = await db.read(["records", "device"], async (tx) => {
    const runner = await currentRunner(tx);
    return tx.objectStore("records").get([runner, singletonId(runner, kind, keyOf(kept))]);
  });
  const writes = (runner: RunnerId) => [
    { id: singletonId(runner, kind, keyOf(kept)), kind, patch: wholly(standing?.body ?? {}, body) },
  ];
  await writeRecords(db, writes, now);
}

/** A patch that makes `from` say what `to` says. */
export function wholly(from: Body, to: Body): Body {
  const gone = Object.keys(from).filter((key) => from[key] !== null && (to[key] ?? null) === null);
  const present = Object.entries(to).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(gone.map((key) => [key, null])), ...Object.fromEntries(present) };
}

export function letKeptGo(db: LocalDb, { name, index }: Pick<KeptChoice, "name" | "index">): Promise<void> {
  return db.write(["device"], async (tx) => {
    const kept = (await tx.objectStore("device").get(name)) as readonly KeptAside[] | undefined;
    const left = (kept ?? []).filter((_, at) => at !== index);
    await putDeviceValue(tx, name, left.length === 0 ? null : left);
  });
}

async function readKept(tx: ReadTx, runner: RunnerId): Promise<readonly KeptChoice[]> {
  const names = await tx.objectStore("device").getAllKeys(IDBKeyRange.bound("kept/", "kept/\uffff"));
  const choices: KeptChoice[] = [];
  for (const name of names) {
    const list = (await tx.objectStore("device").get(name)) as readonly KeptAside[] | undefined;
    for (const [index, kept] of (list ?? []).entries()) {
      const id = isOurKind(kept.kind) ? singletonId(runner, kept.kind, keyOf(kept)) : null;
      const record = id === null ? undefined : await tx.objectStore("records").get([runner, id]);
      choices.push({ name: name as KeptName, index, kept, record: record ?? null });
    }
  }
  return choices;
}

function keyOf({ kind, body }: KeptAside): string {
  return kind === "week_plan" ? text(body["monday"]) : "";
}

async function ofKind(tx: ReadTx, runner: RunnerId, kind: RecordKind): Promise<readonly StoredRecord[]> {
  const range = IDBKeyRange.bound([runner, kind, ""], [runner, kind, "\uffff"]);
  const all = await tx.objectStore("records").index("byKindAndDate").getAll(range);
  return all.filter((each) => !each.deleted);
}

function isOurKind(kind: string): kind is RecordKind {
  return RECORD_KINDS.includes(kind as RecordKind);
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
