import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { CannotServe } from "@legwork/db/embedded";
import { restore } from "./backup/restore";
import { runProgram } from "./backup/run-program";

await runProgram({ environment: process.env, complaint: "Nothing was restored." }, async ({ args, settings, here }) => {
  const startedMs = performance.now();
  const { file, deletions } = readArgs(args);
  const from = (path: string) => resolve(here, path);
  const restored = await restore({
    settings,
    path: from(file),
    deletions: deletions === null ? null : from(deletions),
    now: new Date(),
  });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const { header, tables, rows, place } = restored;
  return [
    `${place} is as it was at ${header.madeAt}: ${tables} tables, ${rows} rows, in ${seconds} s.`,
    restored.deletedAgain === null
      ? "No list of deleted accounts was found: who deleted an account after the backup is back. If the old data folder is still there, restore again with --deletions <old folder>/deleted-accounts.jsonl."
      : `Accounts deleted again: ${restored.deletedAgain}.`,
    "Start the server now. Each runner's phones bring back by themselves what the backup did not have yet; until a phone of a runner has synced, no coach reads or writes there.",
  ];
});

function readArgs(args: readonly string[]): { readonly file: string; readonly deletions: string | null } {
  try {
    const options = { deletions: { type: "string" } } as const;
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new RangeError("One file at a time.");
    return { file, deletions: values.deletions ?? null };
  } catch (cause) {
    throw new CannotServe(
      "Call it as `npm run restore -- <file>`, with `--deletions <file>` for the list of deleted accounts of the old data folder.",
      { cause },
    );
  }
}
