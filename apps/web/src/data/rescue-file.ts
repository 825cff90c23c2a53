import { CSV_FILES, makeTrainingCsv, type ShownRecord } from "@legwork/core/exchange";
import { currentRunner, readCurrentRunner } from "@/local-db";
import { streamOf } from "@/sync";
import { localDb } from "./local-store";
import { pagesOf, writeRescue } from "./rescue-text";

/** How long the server may take to begin and to end. Our own choice: ten years of history over a slow line. */
const EXPORT_TIMEOUT_MS = 60_000;

/** Whether the account's whole export, earlier values included, is in the file. */
export type ServerPart = "included" | "notReached" | "noAccount";

export interface RescueMade {
  readonly file: File;
  readonly server: ServerPart;
}

/** Everything this phone holds of the runner, and what the server can add, as text that any editor opens. */
export async function makeRescueFile(): Promise<RescueMade> {
  const db = localDb();
  const runner = await readCurrentRunner(db);
  const stream = await db.read(["streams"], (tx) => streamOf(tx, runner));
  const exported = stream.state === "local" ? null : await askForExport();
  const exportedAt = new Date().toISOString();
  const parts = await writeRescue(db, { exportedAt, server: exported ?? "null" });
  return {
    file: new File(parts, `legwork-rescue-${dayOf(exportedAt)}.json`, { type: "application/json" }),
    server: exported !== null ? "included" : stream.state === "local" ? "noAccount" : "notReached",
  };
}

/** Sessions, sets and runs for a spreadsheet. */
export async function makeCsvFiles(): Promise<readonly File[]> {
  const shown: ShownRecord[] = [];
  await localDb().read(["records", "device"], async (tx) => {
    shown.length = 0;
    for await (const page of pagesOf(tx, await currentRunner(tx))) {
      for (const { id, kind, body, deleted } of page) shown.push({ id, kind, body, deleted });
    }
  });
  const csv = makeTrainingCsv(shown);
  const day = dayOf(new Date().toISOString());
  return CSV_FILES.map((name) => new File([csv[name]], `legwork-${name}-${day}.csv`, { type: "text/csv" }));
}

/** JSON text; null when no whole answer came. The phone's own part is worth more than waiting. */
async function askForExport(): Promise<string | null> {
  try {
    const answer = await fetch("/api/me/export", {
      credentials: "same-origin",
      signal: AbortSignal.timeout(EXPORT_TIMEOUT_MS),
    });
    if (!answer.ok) return null;
    const text = await answer.text();
    // Half an answer would spoil the whole file.
    JSON.parse(text);
    return text;
  } catch {
    return null;
  }
}

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}
