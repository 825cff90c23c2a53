import {
  changesAfter,
  type Db,
  inTransaction,
  readSummaries,
  type SquadRunner,
  type StoredSummary,
  writeSummaries,
} from "@legwork/db";
import { localDateAt, type LocalDate } from "@legwork/core/calendar";
import { type RunnerSummary, summariseFeel, summariseRunner } from "@legwork/core/plan";
import { CORE_VERSION, type Json, type RecordKind } from "@legwork/core/record";
import { PAGE_RECORDS_MAX, type SquadRow, type SyncedRecord } from "@legwork/core/wire";

/** A part is shown whole or not at all: a grant that lacks one of its kinds removes it. */
const PARTS = {
  plan: ["programme", "settings", "run_plan", "week_plan", "session_log", "run_log"],
  feel: ["programme", "run_log", "run_feel"],
} as const satisfies Readonly<Record<string, readonly RecordKind[]>>;
type Part = keyof typeof PARTS;
const PART_NAMES = ["plan", "feel"] as const satisfies readonly Part[];

/** Before a runner has a programme nobody knows their zone. */
const ZONE_UNKNOWN = "UTC";

/** What is stored of a part. `today` is the runner's date for which it was derived. */
interface Facts {
  readonly zone: string;
  readonly today: LocalDate;
  readonly name: string | null;
  /** Of the part `plan`. */
  readonly summary: RunnerSummary | null;
  /** Of the part `feel`. */
  readonly feel: RunnerSummary["feel"];
}

/** Rows of a coach's list. Stored parts are used while they are current; the others are derived from the records and stored. */
export async function squadRows(db: Db, runners: readonly SquadRunner[], now: Date): Promise<readonly SquadRow[]> {
  const stored = await readSummaries(
    db,
    runners.map((one) => one.runner),
    PART_NAMES,
  );
  const rows: SquadRow[] = [];
  const derived: StoredSummary[] = [];
  for (const runner of runners) {
    if (!runner.isMet) {
      rows.push(restingRow(runner, now));
      continue;
    }
    const parts = PART_NAMES.filter((part) => PARTS[part].every((kind) => runner.read.includes(kind)));
    const kept = stored.filter((one) => one.runner === runner.runner && isCurrent(one, runner, now));
    const missing = parts.filter((part) => !kept.some((one) => one.part === part));
    const fresh = missing.length === 0 ? [] : await derive(db, runner, { parts: missing, now });
    derived.push(...fresh);
    rows.push(
      rowOf(
        runner,
        [...kept, ...fresh].filter((one) => parts.some((part) => part === one.part)),
        now,
      ),
    );
  }
  await writeSummaries(db, derived);
  return rows;
}

function isCurrent(stored: StoredSummary, runner: SquadRunner, now: Date): boolean {
  const { zone, today } = factsOf(stored);
  return stored.rev >= runner.head && stored.coreVersion === CORE_VERSION && today === localDateAt(now.getTime(), zone);
}

async function derive(
  db: Db,
  { runner, head }: SquadRunner,
  { parts, now }: { readonly parts: readonly Part[]; readonly now: Date },
): Promise<readonly StoredSummary[]> {
  const records = await readAll(db, runner, [...new Set(parts.flatMap((part) => PARTS[part]))]);
  const zone = zoneOf(records);
  const today = localDateAt(now.getTime(), zone);
  const name = records.find((record) => record.kind === "settings" && !record.deleted)?.body["name"];
  return parts.map((part) => {
    const kinds: readonly string[] = PARTS[part];
    const readable = records.filter((record) => kinds.includes(record.kind));
    const facts: Facts = {
      zone,
      today,
      name: part === "plan" && typeof name === "string" ? name : null,
      summary: part === "plan" ? summariseRunner({ runner, records: readable, today, kinds }) : null,
      feel: part === "feel" ? summariseFeel({ runner, records: readable, kinds }) : [],
    };
    return { runner, part, rev: head, coreVersion: CORE_VERSION, facts: jsonOf(facts) };
  });
}

function readAll(db: Db, runner: SquadRunner["runner"], kinds: readonly string[]): Promise<readonly SyncedRecord[]> {
  return inTransaction(
    db,
    async (tx) => {
      const records: SyncedRecord[] = [];
      for (let [after, more] = [0, true]; more;) {
        const page = await changesAfter(tx, runner, { after, limit: PAGE_RECORDS_MAX, kinds });
        records.push(...page.records);
        ({ through: after, more } = page);
      }
      return records;
    },
    { mode: "snapshot", runners: [runner] },
  );
}

function zoneOf(records: readonly SyncedRecord[]): string {
  const zone = records.find((record) => record.kind === "programme" && !record.deleted)?.body["zone"];
  return typeof zone === "string" && isZone(zone) ? zone : ZONE_UNKNOWN;
}

function isZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone: zone }) !== null;
  } catch {
    // A zone that this server's tables do not know yet.
    return false;
  }
}

function rowOf(runner: SquadRunner, parts: readonly StoredSummary[], now: Date): SquadRow {
  const facts = new Map(parts.map((stored) => [stored.part, factsOf(stored)]));
  const [plan, feel] = [facts.get("plan"), facts.get("feel")];
  const summary = plan?.summary ?? null;
  return {
    runner: runner.runner,
    name: plan?.name ?? runner.name,
    today: plan?.today ?? localDateAt(now.getTime(), ZONE_UNKNOWN),
    summary: summary === null ? null : { ...summary, feel: feel?.feel ?? [] },
    resting: false,
  };
}

/** After a restore the grant may be one that has ended since: nothing of the runner is shown but that there is one. */
function restingRow({ runner, name }: SquadRunner, now: Date): SquadRow {
  return { runner, name, today: localDateAt(now.getTime(), ZONE_UNKNOWN), summary: null, resting: true };
}

// `derive` wrote it, and a summary of another core version is derived anew.
function factsOf(stored: StoredSummary): Facts {
  return stored.facts as unknown as Facts;
}

// Facts are plain data.
function jsonOf(facts: Facts): Json {
  return facts as unknown as Json;
}
