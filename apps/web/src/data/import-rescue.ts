import { parseRescue, RESCUE_BYTES_MAX, type RescueError, type RescueFile } from "@legwork/core/exchange";
import { importRecords, previewImport, type ImportPreview } from "@/sync/import-records";
import { announceChange, localDb } from "./local-store";
import { syncLoop } from "./sync-runner";

export type OpenedRescue =
  | { readonly ok: true; readonly file: RescueFile; readonly preview: ImportPreview }
  | { readonly ok: false; readonly error: RescueError | { readonly kind: "unreadable" } };

/** Reads a file that a person chose and says what importing it would do. Nothing is written yet. */
export async function openRescueFile(chosen: File): Promise<OpenedRescue> {
  if (chosen.size > RESCUE_BYTES_MAX) return { ok: false, error: { kind: "tooLarge" } };
  const text = await chosen.text().catch(() => null);
  if (text === null) return { ok: false, error: { kind: "unreadable" } };
  const parsed = parseRescue(text);
  if (!parsed.ok) return parsed;
  return { ok: true, file: parsed.file, preview: await previewImport(localDb(), parsed.file) };
}

/** Writes what the preview said. */
export async function importRescue(file: RescueFile): Promise<ImportPreview> {
  const done = await importRecords(localDb(), file, Date.now());
  announceChange("account");
  syncLoop().poke("asked");
  return done;
}
