import { type Db, inTransaction, lockFreeHeads } from "@legwork/db";
import { askAhead, asPush, lockedStream } from "./postgres-stream";
import type { WaitingPush } from "./pushes-together";
import { type Share, sharedWrite } from "./shared-write";
import type { LockedStream } from "./stream-store";

/**
 * Pushes of different runners in one transaction: one begin, lock, look and write for all, and one commit to the disk. Resolves with
 * those whose locks were free, which are done; rejects when one of them failed, and then none is.
 */
export function lockedTogether(db: Db, pushes: readonly WaitingPush[]): Promise<readonly WaitingPush[]> {
  const runners = pushes.map(({ runner }) => runner);
  return inTransaction(
    db,
    async (tx) => {
      const answer = lockFreeHeads(tx, runners);
      // Asked in the same write and read once the locks are there: each statement sees what was committed before it began.
      const known = askAhead(
        tx,
        pushes.map(({ runner, about }) => ({ runner, ...about })),
      );
      const heads = new Map((await answer).map((head) => [head.runner, head]));
      const locked = pushes.flatMap((push, index) => {
        const head = heads.get(push.runner);
        return head === undefined ? [] : [{ push, stream: lockedStream(tx, head, known[index]) }];
      });
      const write = sharedWrite(tx, locked.length);
      const outcomes = await Promise.allSettled(
        locked.map(async ({ push, stream }) => {
          const share = write.share();
          await push.work(sharing(stream, { push, share })).finally(() => share.end());
        }),
      );
      // Only now: whatever else was asked of the connection belongs to this transaction still.
      for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
      return locked.map(({ push }) => push);
    },
    { runners },
  );
}

interface Sharing {
  readonly push: WaitingPush;
  readonly share: Share;
}

/** The stream of one push among several: what it writes leaves with what the others write. */
function sharing(stream: LockedStream, { push, share }: Sharing): LockedStream {
  let hasWritten = false;
  return {
    ...stream,
    async changes(query) {
      if (hasWritten) await share.sent();
      return stream.changes(query);
    },
    async write(change) {
      hasWritten = true;
      share.write(asPush(push.runner, change));
    },
  };
}
