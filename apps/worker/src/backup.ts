import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { CannotServe } from "@legwork/db/embedded";
import { APP_VERSION } from "./app-version";
import { backUp } from "./backup/back-up";
import { runProgram } from "./backup/run-program";

const SECRET_LINES = {
  inside:
    "It holds everything, the hashes of passwords and the secret of sessions too: keep it where only you can read it.",
  setOutside: "It holds everything but LEGWORK_SECRET, which you set yourself: keep both where only you can read them.",
  missing:
    "It holds everything but the secret of sessions, which was not found: after a restore everybody signs in again.",
} as const;

await runProgram(
  { environment: process.env, complaint: "There is no new backup." },
  async ({ args, settings, here, signal }) => {
    const startedMs = performance.now();
    const to = readTarget(args);
    const made = await backUp({
      settings,
      to: to === null ? null : resolve(here, to),
      app: APP_VERSION,
      now: new Date(),
      signal,
    });
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    return [
      `${made.path}: ${made.tables} tables, ${made.rows} rows, ${made.fileBytes} bytes, in ${seconds} s.`,
      SECRET_LINES[made.secret],
    ];
  },
);

function readTarget(args: readonly string[]): string | null {
  try {
    return parseArgs({ args: [...args], options: { to: { type: "string" } } }).values.to ?? null;
  } catch (cause) {
    throw new CannotServe("Call it as `npm run backup` or `npm run backup -- --to <file>`.", { cause });
  }
}
