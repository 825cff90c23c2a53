import { isReadable } from "@legwork/core/record";
import type { Reading } from "./read-history";
import type { FinalState, History, Violation } from "./types";

/** I8 and I11: nobody is told what was not granted, and nothing of a coach lands once a revocation has. */
export function rightsHold(reading: Reading, final: FinalState): readonly Violation[] {
  return [
    ...toldTooMuch(reading, final.owner),
    ...landedAfterRevoke(reading.history, final.owner),
    ...revsAfterRevoke(reading, final),
  ];
}

function toldTooMuch(reading: Reading, owner: string): readonly Violation[] {
  return reading.syncs.flatMap(({ account, at, answer }) => {
    if (account === owner || answer === null) return [];
    const kinds = new Set(reading.scopesBetween(account, at, answer.at).flatMap(({ read }) => read));
    return answer.changes
      .filter((record) => !isReadable([...kinds], record))
      .map(({ kind, id }): Violation => ({
        invariant: "I8",
        sentence: `${account} was told ${kind} ${id.slice(0, 8)}, which was not granted.`,
      }));
  });
}

function landedAfterRevoke(history: History, owner: string): readonly Violation[] {
  const granted = new Set<string>();
  const found: Violation[] = [];
  for (const event of history) {
    if (event.type === "grant") {
      if (event.scope === null) granted.delete(event.account);
      else granted.add(event.account);
    }
    if (event.type !== "commit" || event.account === owner || granted.has(event.account)) continue;
    found.push({
      invariant: "I11",
      sentence: `A push of ${event.account} landed at rev ${event.head} without a grant.`,
    });
  }
  return found;
}

/** The same from outside, by the revs of keys; a server that was set back gives revs a second meaning. */
function revsAfterRevoke({ history }: Reading, { server, owner }: FinalState): readonly Violation[] {
  if (history.some((event) => event.type === "rewind")) return [];
  return server.records.flatMap(({ id, kind, keyRev }) =>
    Object.entries(keyRev)
      .filter(([, [rev, author]]) => author !== owner && !isGrantedAt(history, author, rev))
      .map(([key, [rev, author]]): Violation => ({
        invariant: "I11",
        sentence: `${author} wrote ${key} of ${kind} ${id.slice(0, 8)} at rev ${rev}, handed out when there was no grant.`,
      })),
  );
}

function isGrantedAt(history: History, account: string, rev: number): boolean {
  let granted = false;
  for (const event of history) {
    if (event.type === "grant" && event.account === account && event.head < rev) granted = event.scope !== null;
  }
  return granted;
}
