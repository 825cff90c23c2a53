import { CannotServe } from "@legwork/db/embedded";
import { readSettings, type Environment, type Settings } from "../process/settings";
import { UnusableBackup } from "./read-backup";

/** How a program beside the server is called: its words, and what it read from outside. */
export interface ProgramInput {
  readonly args: readonly string[];
  readonly settings: Settings;
  /** Where the person stands; npm itself goes to the top folder. */
  readonly here: string;
  readonly signal: AbortSignal;
}

/** Runs a program to its end: 0 and its lines, or 1 and one sentence. */
export async function runProgram(
  { environment, complaint }: { readonly environment: Environment; readonly complaint: string },
  work: (input: ProgramInput) => Promise<readonly string[]>,
): Promise<never> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort());
  try {
    const here = environment["INIT_CWD"] ?? process.cwd();
    const settings = readSettings(ofTheDatabase(environment));
    const lines = await work({ args: process.argv.slice(2), settings, here, signal: stop.signal });
    process.stdout.write(lines.map((line) => `${line}\n`).join(""));
    process.exit(0);
  } catch (error) {
    const isOurs = error instanceof CannotServe || error instanceof UnusableBackup;
    process.stderr.write(`${complaint} ${isOurs ? error.message : `There is a bug. ${String(error)}`}\n`);
    if (!isOurs && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
    process.exit(1);
  }
}

// A port or a certificate that only the server needs must not stop a backup.
function ofTheDatabase({ LEGWORK_DATA_DIR, DATABASE_URL, LEGWORK_SECRET }: Environment): Environment {
  return { LEGWORK_DATA_DIR, DATABASE_URL, LEGWORK_SECRET };
}
