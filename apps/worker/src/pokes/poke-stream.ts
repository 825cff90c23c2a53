import type { RunnerId } from "@legwork/core/record";

/** Who holds a stream open. */
export interface Listener {
  readonly account: string;
  readonly device: string;
  /** Token of the session it was opened with. */
  readonly session: string;
}

/** One open event stream. What it has to say waits as a set, so a slow reader costs no more than a fast one. */
export interface PokeStream extends Listener {
  readonly hello: () => void;
  readonly poke: (runner: RunnerId) => void;
  readonly end: () => void;
}

export interface PokeTiming {
  /** A comment after this silence, so that proxies and phones know that the stream lives. */
  readonly heartbeatMs: number;
  /** Pokes within this time after others go out together. */
  readonly joinMs: number;
  /** A reader that takes nothing for this long is dropped. */
  readonly takeWithinMs: number;
  /** Sessions of open streams are looked up again this often. */
  readonly sessionsMs: number;
}

/** Our own choices: routers forget a silent connection after a minute or more; nobody sees a tenth of a second. */
export const POKE_TIMING: PokeTiming = { heartbeatMs: 25_000, joinMs: 100, takeWithinMs: 30_000, sessionsMs: 25_000 };
/** Milliseconds after which a cut-off phone connects again. Our own choice. */
const RETRY_MS = 5_000;
/** More runners than this at once and the stream says `hello` instead: look at everything. Our own choice, two squads. */
const WAITING_MAX = 2_000;

export interface PokeStreamOptions extends Listener {
  /** Resolves when the reader has taken it, or as good as. */
  readonly write: (text: string) => Promise<unknown>;
  readonly timing: PokeTiming;
}

/** A stream, and what happens until it ends: by itself only when the reader takes nothing. */
export function pokeStream({ write, timing, ...listener }: PokeStreamOptions): {
  readonly stream: PokeStream;
  readonly run: () => Promise<void>;
} {
  const waiting = new Set<RunnerId>();
  let isHelloDue = false;
  const ending = new AbortController();
  let isResting = false;
  let wake = () => {};
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const news = () => {
    if (!isResting) wake();
  };
  const stream: PokeStream = {
    ...listener,
    hello() {
      isHelloDue = true;
      waiting.clear();
      news();
    },
    poke(runner) {
      // Whoever is about to hear hello looks at everything anyway.
      if (isHelloDue) return;
      if (waiting.size >= WAITING_MAX) return stream.hello();
      waiting.add(runner);
      news();
    },
    end() {
      ending.abort();
      wake();
    },
  };
  const takeAll = () => {
    const events = isHelloDue ? [eventText("hello", {})] : [...waiting].map((runner) => eventText("poke", { runner }));
    isHelloDue = false;
    waiting.clear();
    return events.length === 0 ? ": still here\n\n" : events.join("");
  };
  const run = async () => {
    for (let text = `retry: ${RETRY_MS}\n\n${takeAll()}`; !ending.signal.aborted; text = takeAll()) {
      const late = sleep(timing.takeWithinMs).then(() => "late" as const);
      isResting = true;
      const taken = await Promise.race([write(text), late]);
      if (taken === "late" || ending.signal.aborted) return;
      wake();
      await sleep(timing.joinMs);
      isResting = false;
      if (!ending.signal.aborted && !isHelloDue && waiting.size === 0) await sleep(timing.heartbeatMs);
    }
  };
  return { stream, run };
}

function eventText(event: "hello" | "poke", data: object): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
