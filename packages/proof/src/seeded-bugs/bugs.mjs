/**
 * @typedef {{ readonly file: string, readonly find: string, readonly replace: string }} Edit `find` stands in `file` exactly once.
 * @typedef {{ readonly name: string, readonly edits: readonly Edit[], readonly caughtBy: readonly string[] }} SeededBug
 */

const SIMULATION = "packages/proof/src/simulation/simulation.test.ts";

/**
 * Mistakes that somebody could make in good faith, each of which loses, doubles or shows something it must not.
 * @type {readonly SeededBug[]}
 */
export const seededBugs = [
  {
    name: "sequence instead of head lock",
    edits: [
      {
        file: "packages/db/src/head.ts",
        find: "text: `update runner_head set head = head + $2 where runner_id = $1 returning ${HEAD_COLUMNS}`",
        replace: "text: `select ${HEAD_COLUMNS} from runner_head where runner_id = $1 and $2::bigint >= 0`",
      },
    ],
    caughtBy: ["apps/worker/src/sync/postgres-store.test.ts"],
  },
  {
    name: "no receipt check",
    edits: [
      {
        file: "apps/worker/src/sync/merge-push.ts",
        find: "  if (receipt) {\n",
        replace: "  if (receipt && receipt.hash !== hash) {\n",
      },
    ],
    caughtBy: ["apps/worker/src/sync/memory-store.test.ts", SIMULATION],
  },
  {
    name: "grant read before the lock",
    edits: [
      {
        file: "apps/worker/src/sync/sync.ts",
        find: '    return (await store.locked(runner, (stream) => pushLocked(stream, input))) ?? { error: "notFound" };\n  } catch',
        replace:
          '    const early = await store.view(runner, (view) => view.grantTo(account));\n    return (await store.locked(runner, (stream) => pushLocked({ ...stream, grantTo: async () => early }, input))) ?? { error: "notFound" };\n  } catch',
      },
    ],
    caughtBy: [SIMULATION],
  },
  {
    name: "forbidden 404 differs",
    edits: [
      {
        file: "apps/worker/src/routes/sync.ts",
        find: '  if (error === "epochChanged") throw new ProblemError("epochChanged");\n',
        replace:
          '  if (error === "epochChanged") throw new ProblemError("epochChanged");\n  if (error === "notFound") throw new ProblemError("notFound", { detail: "This runner is not yours." });\n',
      },
    ],
    caughtBy: ["packages/proof/src/simulation/not-yours.test.ts"],
  },
];
