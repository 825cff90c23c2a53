import type { RunnerId } from "@legwork/core/record";
import type { LockedStream, Subject } from "./stream-store";

/** A push that waits for its turn. */
export interface WaitingPush {
  readonly runner: RunnerId;
  readonly about: Subject;
  /** May be done again when what it did was undone. */
  readonly work: (stream: LockedStream) => Promise<void>;
}

export interface WaysToPush {
  /** Resolves with those that are done and durable; when it rejects, none is. Each runner once. */
  readonly together: (pushes: readonly WaitingPush[]) => Promise<readonly WaitingPush[]>;
  /** Null for a runner nobody made. */
  readonly alone: (push: WaitingPush) => Promise<void | null>;
}

/** Three, so that pushes are merged while the database stores others. Our own choice, by measurement: with more each shares less. */
const TRANSACTIONS_AT_ONCE = 3;
/** Beside an open transaction another one begins with so many pushes, or when the first has waited: a slow one is not in everybody's way. Our own choices. */
const PUSHES_BESIDE = 4;
const WAITS_MS_MAX = 10;
/** A push is in nobody's way for longer than so many others take. Our own choices. */
const PUSHES_MAX = 8;
const OPS_MAX = 400;

interface Waiting extends WaitingPush {
  readonly since: number;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
  readonly unknown: () => void;
}

/**
 * Lets the pushes of many runners share transactions: those that come in one turn of the event loop, or while others are at work, go
 * together in the next, so the more come the less each costs. One that comes when nobody is at work goes at once. Two pushes of one runner
 * follow each other. A push whose runner somebody else holds, and each of a transaction that failed, then goes alone: it waits for its own
 * lock and fails by its own fault.
 */
export function pushesTogether({ together, alone }: WaysToPush) {
  const waiting: Waiting[] = [];
  const atWork = new Set<RunnerId>();
  let open = 0;
  let isDue = false;
  let patience: NodeJS.Timeout | null = null;

  function beginSoon(): void {
    if (isDue) return;
    isDue = true;
    setImmediate(begin);
  }

  function begin(): void {
    isDue = false;
    while (mayOpen()) {
      const group = nextGroup();
      if (group.length === 0) return;
      open += 1;
      void run(group);
    }
    if (waiting.length > 0 && open < TRANSACTIONS_AT_ONCE) beginLater();
  }

  function mayOpen(): boolean {
    if (open === 0) return true;
    const [first] = waiting;
    if (open >= TRANSACTIONS_AT_ONCE || first === undefined) return false;
    return waiting.length >= PUSHES_BESIDE || performance.now() - first.since >= WAITS_MS_MAX;
  }

  /** Not before the first of those who wait has waited long enough. */
  function beginLater(): void {
    if (patience !== null) return;
    patience = setTimeout(() => {
      patience = null;
      begin();
    }, WAITS_MS_MAX);
  }

  function nextGroup(): readonly Waiting[] {
    const group: Waiting[] = [];
    let ops = 0;
    for (let at = 0; at < waiting.length && group.length < PUSHES_MAX;) {
      const next = waiting[at];
      const size = next?.about.opIds.length ?? 0;
      if (next === undefined || atWork.has(next.runner) || (group.length > 0 && ops + size > OPS_MAX)) at += 1;
      else {
        waiting.splice(at, 1);
        atWork.add(next.runner);
        group.push(next);
        ops += size;
      }
    }
    return group;
  }

  async function run(group: readonly Waiting[]): Promise<void> {
    const done = await together(group).catch((reason: unknown) => {
      const [only, ...others] = group;
      if (only === undefined || others.length > 0) return [];
      only.failed(reason);
      return group;
    });
    open -= 1;
    for (const push of group) {
      if (done.includes(push)) end(push, push.done);
      else void runAlone(push);
    }
    beginSoon();
  }

  async function runAlone(push: Waiting): Promise<void> {
    await alone(push).then(
      (outcome) => end(push, outcome === null ? push.unknown : push.done),
      (reason: unknown) => end(push, () => push.failed(reason)),
    );
    beginSoon();
  }

  function end(push: Waiting, tell: () => void): void {
    atWork.delete(push.runner);
    tell();
  }

  /** What the work returned; null for a runner nobody made. */
  return function push<Result>(
    runner: RunnerId,
    about: Subject,
    work: (stream: LockedStream) => Promise<Result>,
  ): Promise<Result | null> {
    return new Promise((resolve, reject) => {
      let finish = () => resolve(null);
      waiting.push({
        since: performance.now(),
        runner,
        about,
        async work(stream) {
          const result = await work(stream);
          finish = () => resolve(result);
        },
        done: () => finish(),
        failed: reject,
        unknown: () => resolve(null),
      });
      beginSoon();
    });
  };
}
