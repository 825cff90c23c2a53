import type { RunnerId } from "@legwork/core/record";
import { POKES_PATH } from "@legwork/core/wire";
import { backoffMs } from "./backoff";

/** One stream for a browser: it has six connections to a host, and each tab would take one. */
const LOCK = "legwork-pokes";

/** The part of an `EventSource` that is used. */
export interface PokeSource {
  addEventListener(type: "hello" | "poke" | "error", listener: (event: { readonly data?: unknown }) => void): void;
  close(): void;
}

export interface PokeOptions {
  readonly open: (url: string) => PokeSource;
  readonly random: () => number;
  /** Everything may be new. */
  readonly onHello: () => void;
  /** The stream of this runner has changed. */
  readonly onPoke: (runner: RunnerId) => void;
}

export interface Pokes {
  /** Listens for this device; null ends it. */
  listenAs(device: string | null): void;
}

/** Hears from the server that something is new: in one tab at a time, and again by itself after every cut. */
export function createPokes({ open, random, onHello, onPoke }: PokeOptions): Pokes {
  let device: string | null = null;
  let end: (() => void) | null = null;

  return {
    listenAs(next) {
      if (next === device) return;
      device = next;
      end?.();
      end = next === null ? null : inOneTabOnly(() => keepListening(next));
    },
  };

  function keepListening(as: string): () => void {
    let failures = 0;
    let source: PokeSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;

    function connect() {
      source = open(`${POKES_PATH}?device=${encodeURIComponent(as)}`);
      source.addEventListener("hello", () => {
        failures = 0;
        if (!ended) onHello();
      });
      source.addEventListener("poke", ({ data }) => {
        const runner = runnerIn(data);
        if (runner !== null && !ended) onPoke(runner);
      });
      // The browser's own reconnecting has no jitter, and gives up at a refusal.
      source.addEventListener("error", () => {
        source?.close();
        if (ended) return;
        clearTimeout(timer);
        timer = setTimeout(connect, backoffMs(failures, random));
        failures += 1;
      });
    }

    connect();
    return () => {
      ended = true;
      clearTimeout(timer);
      source?.close();
    };
  }
}

/** Begins `listen` when this tab is the one that may; returns how to end it, also before it began. */
function inOneTabOnly(listen: () => () => void): () => void {
  const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
  if (locks === undefined) return listen();
  const waiting = new AbortController();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  locks
    .request(LOCK, { signal: waiting.signal }, async () => {
      const stop = listen();
      await held;
      stop();
    })
    // Ended before its turn came.
    .catch(() => undefined);
  return () => {
    waiting.abort();
    release();
  };
}

function runnerIn(data: unknown): RunnerId | null {
  try {
    const { runner } = JSON.parse(String(data)) as { readonly runner?: unknown };
    return typeof runner === "string" ? (runner as RunnerId) : null;
  } catch {
    return null;
  }
}
