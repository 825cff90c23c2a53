/**
 * @typedef {{ readonly file: string, readonly find: string, readonly replace: string }} Edit `find` stands in `file` exactly once.
 * @typedef {{ readonly name: string, readonly edits: readonly Edit[], readonly caughtBy: readonly string[] }} SeededBug
 */

const STORIES = "packages/proof/src/simulation/stories.test.ts";
const SET_BACKS = "packages/proof/src/simulation/set-back-twice.test.ts";

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
      {
        file: "packages/db/src/head.ts",
        find: " for no key update skip locked`",
        replace: "`",
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
    caughtBy: ["apps/worker/src/sync/memory-store.test.ts", STORIES],
  },
  {
    name: "grant read before the lock",
    edits: [
      {
        file: "apps/worker/src/sync/sync.ts",
        find: "  return store.locked(input.runner, (stream) => pushLocked(stream, input), subjectOf(input));",
        replace: [
          "  const early = store.view(input.runner, (view) => view.grantTo(input.account));",
          "  return early.then((grant) => store.locked(input.runner, (stream) => pushLocked({ ...stream, grantTo: async () => grant }, input), subjectOf(input)));",
        ].join("\n"),
      },
    ],
    caughtBy: [STORIES],
  },
  {
    name: "forbidden 404 differs",
    edits: [
      {
        file: "apps/worker/src/sync/sync.ts",
        find: '  if (access === null) return { error: "notFound" };',
        replace: '  if (access === null) return { error: "epochChanged" };',
      },
    ],
    caughtBy: ["packages/proof/src/simulation/not-yours.test.ts"],
  },
  {
    name: "cursor stored before rows",
    edits: [
      {
        file: "apps/web/src/sync/cycle.ts",
        find: "    const { agreement, changed } = await applyAnswer(",
        replace:
          '    await db.write(["streams"], (tx) => changeStream(tx, runner, { epoch: response.epoch, cursor: response.cursor }));\n    const { agreement, changed } = await applyAnswer(',
      },
    ],
    caughtBy: [STORIES],
  },
  {
    name: "page applied without a transaction",
    edits: [
      {
        file: "apps/web/src/sync/cycle.ts",
        find: "import { refuse } from",
        replace: 'import { recompute } from "./shown";\nimport { refuse } from',
      },
      {
        file: "apps/web/src/sync/cycle.ts",
        find: "    const { agreement, changed } = await applyAnswer(db, { runner, response, askedFrom: batch.cursor, now: now() });",
        replace: [
          "    const applied = await applyAnswer(db, { runner, response: { ...response, changes: [] }, askedFrom: batch.cursor, now: now() });",
          "    for (const change of response.changes) {",
          '      await db.write(["records", "outbox", "sent", "quarantine"], (tx) => recompute(tx, runner, change.id, change));',
          "    }",
          "    const { agreement, changed } = applied;",
        ].join("\n"),
      },
    ],
    caughtBy: [STORIES],
  },
  {
    name: "resolve on request success",
    edits: [
      {
        file: "apps/web/src/local-db/account-db.ts",
        find: "          await tx.done;\n          return result;\n        } catch (error) {",
        replace: "          tx.done.catch(() => undefined);\n          return result;\n        } catch (error) {",
      },
    ],
    caughtBy: [STORIES],
  },
  {
    name: 'outbox cleared by "all sent"',
    edits: [
      {
        file: "apps/web/src/sync/answer.ts",
        find: "    const touched = new Set<RecordId>(changedHere.flatMap((record) => record ?? []));",
        replace: [
          "    const touched = new Set<RecordId>(changedHere.flatMap((record) => record ?? []));",
          '    let left = response.results.length > 0 ? await tx.objectStore("outbox").openCursor() : null;',
          "    while (left !== null) {",
          "      await left.delete();",
          "      left = await left.continue();",
          "    }",
        ].join("\n"),
      },
    ],
    caughtBy: [STORIES],
  },
  {
    name: "401 = permanent",
    edits: [
      {
        file: "apps/web/src/sync/cycle.ts",
        find: "  const state = stateAfter(answer);\n  if (state !== null) return pause(options, state);",
        replace: [
          "  const state = stateAfter(answer);",
          '  if (state === "signedOut") await options.db.write(["outbox"], (tx) => tx.objectStore("outbox").clear());',
          "  if (state !== null) return pause(options, state);",
        ].join("\n"),
      },
    ],
    caughtBy: ["apps/web/src/sync/cycle.test.ts", STORIES],
  },
  {
    name: "merge by device time",
    edits: [
      {
        file: "packages/core/src/wire/sync.ts",
        find: "    patch: BodySchema,\n    del:",
        replace: "    patch: BodySchema,\n    at: v.exactOptional(v.number()),\n    del:",
      },
      {
        file: "apps/web/src/sync/write.ts",
        find: "    patch: write.del === true ? {} : patch,",
        replace: "    at: now,\n    patch: write.del === true ? {} : patch,",
      },
      {
        file: "packages/core/src/record/merge.ts",
        find: "    } else {\n      written[key] = value;",
        replace: [
          "    } else if (keyRev && (op.at ?? 0) < (writtenAt.get(`${record.id} ${key} ${keyRev[0]} ${JSON.stringify(current)}`) ?? -Infinity)) {",
          '      past.push({ key, value, reason: "conflict", author, rev });',
          "    } else {",
          "      writtenAt.set(`${record.id} ${key} ${rev} ${JSON.stringify(value)}`, op.at ?? 0);",
          "      written[key] = value;",
        ].join("\n"),
      },
      {
        file: "packages/core/src/record/merge.ts",
        find: "export interface MergeInput {",
        replace: "const writtenAt = new Map<string, number>();\n\nexport interface MergeInput {",
      },
    ],
    caughtBy: [STORIES],
  },
  {
    name: "unknown kind skipped",
    edits: [
      {
        file: "apps/web/src/sync/put-changes.ts",
        find: "import { changeDigest,",
        replace: "import { RECORD_KINDS, changeDigest,",
      },
      {
        file: "apps/web/src/sync/put-changes.ts",
        find: "  if (changes.length === 0) return { digest, told: new Set() };",
        replace: [
          "  changes = changes.filter(({ kind }) => RECORD_KINDS.includes(kind as never));",
          "  if (changes.length === 0) return { digest, told: new Set() };",
        ].join("\n"),
      },
      {
        file: "apps/web/src/sync/repair.ts",
        find: "    for (const record of answer.response.changes) records.set(record.id, record);",
        replace:
          '    for (const record of answer.response.changes) if (!record.kind.includes("2030")) records.set(record.id, record);',
      },
    ],
    caughtBy: [STORIES],
  },
  {
    name: "sent op squashed",
    edits: [
      {
        file: "apps/web/src/sync/write.ts",
        find: "squashable = !last.frozen && last.op.base",
        replace: "squashable = last.op.base",
      },
    ],
    caughtBy: [STORIES],
  },
  {
    name: "lock held for tab life",
    edits: [
      {
        file: "apps/web/src/sync/exclusive.ts",
        find: "    if (heldMs >= 0 && heldMs < LEASE_MS) return null;",
        replace: "    if (heldMs < Infinity) return null;",
      },
    ],
    caughtBy: ["apps/web/src/sync/exclusive.test.ts", STORIES],
  },
  {
    name: "digest check off after a rewind",
    edits: [
      {
        file: "apps/web/src/sync/answer.ts",
        find: 'agreement: sameDigest(digest, response.digest) ? "same" : "differs"',
        replace: 'agreement: sameDigest(digest, digest) ? "same" : "differs"',
      },
    ],
    caughtBy: ["apps/web/src/sync/repair.test.ts", STORIES],
  },
  {
    name: "acknowledgements of an ended history count",
    edits: [
      {
        file: "apps/web/src/sync/answer.ts",
        find: "stream.epoch === null || stream.epoch === response.epoch ? response.results : [];",
        replace: "stream.epoch === null || response.epoch !== null ? response.results : [];",
      },
    ],
    caughtBy: ["apps/web/src/sync/forgotten.test.ts"],
  },
  {
    name: "settled during the manifest, not asked about",
    edits: [
      {
        file: "apps/web/src/sync/repair.ts",
        find: "    if (answered !== null) await queueAgain(",
        replace: '    if (answered !== null && answered.has("")) await queueAgain(',
      },
    ],
    caughtBy: ["apps/web/src/sync/forgotten.test.ts"],
  },
  {
    name: "a refused change holds back the whole record",
    edits: [
      {
        file: "apps/web/src/sync/setbacks.ts",
        find: "return from !== undefined && seq > from && isRandomId(opId as RecordId);",
        replace: "return from !== undefined && (seq > from || isRandomId(opId as RecordId));",
      },
    ],
    caughtBy: ["apps/web/src/sync/forgotten.test.ts", STORIES],
  },
  {
    name: "only the digest says that the server forgot",
    edits: [
      {
        file: "apps/worker/src/sync/sync.ts",
        find: "  if (settled === undefined || epoch === null) return false;",
        replace: "  if (settled === undefined || epoch !== view.head.epoch || epoch.length > 0) return false;",
      },
    ],
    caughtBy: ["apps/worker/src/sync/memory-store.test.ts", STORIES],
  },
  {
    name: "an offer undoes what was written since",
    edits: [
      {
        file: "apps/web/src/sync/repair.ts",
        find: "const writtenOn = await waitingKeys(tx, runner);",
        replace: "const writtenOn = (_id: RecordId) => ({});",
      },
    ],
    caughtBy: [SET_BACKS],
  },
  {
    name: "an offer stands above what was written since the restore",
    edits: [
      {
        file: "packages/core/src/record/merge.ts",
        find: "!hasSeen(input, keyRev) && isOfferId(op.opId)) {",
        replace: "!hasSeen(input, keyRev) && isOfferId(op.kind)) {",
      },
    ],
    caughtBy: ["packages/core/src/record/merge.test.ts", SET_BACKS],
  },
  {
    name: "a forgotten history goes on in the one before it",
    edits: [
      {
        file: "apps/worker/src/sync/sync.ts",
        find: "isOwn && !hasEnded(view.head, request.epoch)",
        replace: "isOwn && request.epoch.length === 0 && !hasEnded(view.head, request.epoch)",
      },
    ],
    // In the stories the phones make up for it: revs that mean something else by now tell them.
    caughtBy: ["apps/worker/src/sync/memory-store.test.ts"],
  },
  {
    name: "revs of an ended history count in the next",
    edits: [
      {
        file: "apps/web/src/sync/repair.ts",
        find: "for (const entry of sent) if (entry.rev > 0) await",
        replace: "for (const entry of sent) if (entry.rev < 0) await",
      },
    ],
    caughtBy: [SET_BACKS],
  },
  {
    name: "two offers of one record share an id",
    edits: [
      {
        file: "packages/core/src/record/offer.ts",
        find: "${account}/${text}`, record);",
        replace: "${account}/${text.slice(0, 0)}`, record);",
      },
    ],
    caughtBy: ["packages/core/src/record/offer.test.ts"],
  },
  {
    name: "a changed record that is deleted unsent is forgotten",
    edits: [
      {
        file: "packages/core/src/record/squash.ts",
        find: "const madeHere = pending.base === 0 && pending.after === undefined;",
        replace: "const madeHere = pending.after === undefined;",
      },
    ],
    caughtBy: ["packages/core/src/record/squash.test.ts", STORIES],
  },
];
