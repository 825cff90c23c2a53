import type { RescueFile } from "@legwork/core/exchange";
import type { ImportPreview } from "@/sync/import-records";
import type { OpenedRescue } from "./import-rescue";
import type { RescueMade } from "./rescue-file";

export type { OpenedRescue } from "./import-rescue";

// Files are made and opened seldom, and their code is heavy: it comes with the first one.

/** Everything this phone holds of the runner, and what the server can add. */
export async function makeRescueFile(): Promise<RescueMade> {
  return (await import("./rescue-file")).makeRescueFile();
}

/** Sessions, sets and runs for a spreadsheet. */
export async function makeCsvFiles(): Promise<readonly File[]> {
  return (await import("./rescue-file")).makeCsvFiles();
}

/** Reads a file that a person chose and says what importing it would do. Nothing is written yet. */
export async function openRescueFile(chosen: File): Promise<OpenedRescue> {
  return (await import("./import-rescue")).openRescueFile(chosen);
}

/** Writes what the preview said. */
export async function importRescue(file: RescueFile): Promise<ImportPreview> {
  return (await import("./import-rescue")).importRescue(file);
}
