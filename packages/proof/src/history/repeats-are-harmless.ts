import type { HistoryEvent, History, SyncAnswered, Violation } from "./types";
import { isSettled } from "./acknowledged-is-durable";
import type { Reading } from "./read-history";

/** I4, and the "exactly once" of I1: an op has one text for ever, is settled once in a server's life, and nothing replaced comes back. */
export function repeatsAreHarmless(reading: Reading): readonly Violation[] {
  return [...changedTexts(reading), ...settledTwice(reading.history), ...answeredTwice(reading), ...returned(reading)];
}

function changedTexts({ syncs }: Reading): readonly Violation[] {
  const texts = new Map<string, string>();
  const found: Violation[] = [];
  for (const { device, ops } of syncs) {
    for (const op of ops) {
      const text = JSON.stringify(op);
      const before = texts.get(op.opId) ?? text;
      texts.set(op.opId, text);
      if (before !== text)
        found.push(violation(`${device} sent op ${op.opId.slice(0, 8)} as ${before} and then as ${text}.`));
    }
  }
  return found;
}

/** A server that was set back has forgotten, and settles again: that is a new life. */
function settledTwice(history: History): readonly Violation[] {
  let settled = new Map<string, number>();
  const found: Violation[] = [];
  for (const event of history) {
    if (event.type === "rewind") settled = new Map([...settled].filter(([, head]) => head <= event.head));
    if (event.type !== "commit") continue;
    for (const opId of event.opIds) {
      if (settled.has(opId)) {
        found.push({ invariant: "I1", sentence: `The server let op ${opId.slice(0, 8)} take effect a second time.` });
      }
      settled.set(opId, event.head);
    }
  }
  return found;
}

function answeredTwice(reading: Reading): readonly Violation[] {
  const first = new Map<string, { readonly rev: number; readonly epoch: string; readonly at: number }>();
  const found: Violation[] = [];
  for (const answer of answersInOrder(reading.syncs)) {
    for (const result of answer.results.filter(isSettled)) {
      const known = first.get(result.opId);
      first.set(result.opId, { rev: result.rev, epoch: answer.epoch, at: answer.at });
      if (known === undefined || known.epoch !== answer.epoch || reading.rewoundAfter(known.at)) continue;
      if (known.rev !== result.rev) {
        found.push(
          violation(`Op ${result.opId.slice(0, 8)} was answered with rev ${known.rev} and then ${result.rev}.`),
        );
      }
    }
  }
  return found;
}

/** In the order of revs a key goes forward only: a value that was replaced never stands again, save when a deleted record returns. */
function returned({ syncs, history }: Reading): readonly Violation[] {
  if (history.some(isRewind)) return [];
  const versions = new Map<string, Map<number, string>>();
  for (const { changes } of answersInOrder(syncs)) {
    for (const { id, rev, body, deleted, kind } of changes) {
      if (deleted || kind === "held") continue;
      for (const [key, value] of Object.entries(body)) {
        const name = `${kind} ${id.slice(0, 8)} ${key}`;
        versions.set(name, (versions.get(name) ?? new Map<number, string>()).set(rev, JSON.stringify(value)));
      }
    }
  }
  return [...versions].flatMap(([name, byRev]) => {
    const values = [...byRev].sort(([one], [other]) => one - other).map(([, value]) => value);
    const steps = values.filter((value, index) => value !== values[index - 1]);
    const back = steps.find((value, index) => value !== "null" && steps.indexOf(value) < index);
    return back === undefined ? [] : [violation(`${name} stood at ${back}, was replaced, and stood at ${back} again.`)];
  });
}

function answersInOrder(syncs: Reading["syncs"]): readonly (SyncAnswered & { readonly at: number })[] {
  return syncs.flatMap(({ answer }) => answer ?? []).sort((one, other) => one.at - other.at);
}

function isRewind(event: HistoryEvent): boolean {
  return event.type === "rewind";
}

function violation(sentence: string): Violation {
  return { invariant: "I4", sentence };
}
