import type pg from "pg";
import type { Db } from "./connection";

export interface ListenOptions {
  /** Channel of NOTIFY; letters and underscores. */
  readonly channel: string;
  readonly onMessage: (payload: string) => void;
  /** Called each time that messages begin to arrive: what was sent before, or while the connection was away, is lost. */
  readonly onListening: () => void;
  /** Called each time that they cease to. */
  readonly onLost?: (error: Error) => void;
}

export interface Listening {
  /** Closes the connection; nothing is called any more. */
  close(): Promise<void>;
}

/** A connection that broke without a word is noticed after this long. Our own choice. */
const PING_EVERY_MS = 20_000;
const PONG_WITHIN_MS = 5_000;
/** Full jitter between tries, doubling up to the second. Our own choice. */
const RETRY_AFTER_MS = 100;
const RETRY_AFTER_MAX_MS = 5_000;

/** Listens on a connection of its own, and opens another whenever that one breaks. */
export function listenTo(db: Db, { channel, onMessage, onListening, onLost }: ListenOptions): Listening {
  const closing = new AbortController();
  const listenOnce = async () => {
    const client = db.newClient();
    const lost = new Promise<Error>((resolve) => {
      client.once("error", resolve);
      client.once("end", () => resolve(new Error("The listening connection ended.")));
      closing.signal.addEventListener("abort", () => resolve(new Error("No longer needed.")), { once: true });
    });
    // A second error of the same connection must find a listener too.
    client.on("error", () => {});
    client.on("notification", ({ payload }) => {
      if (!closing.signal.aborted) onMessage(payload ?? "");
    });
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
      if (!closing.signal.aborted) onListening();
      const pings = setInterval(() => void ping(client), PING_EVERY_MS);
      const error = await lost;
      clearInterval(pings);
      if (!closing.signal.aborted) onLost?.(error);
    } finally {
      await client.end().catch(() => {});
    }
  };
  const listenForEver = async () => {
    for (let failures = 0; !closing.signal.aborted; failures += 1) {
      const startedAt = performance.now();
      await listenOnce().catch(() => {});
      if (performance.now() - startedAt > PING_EVERY_MS) failures = 0;
      await pauseBefore(failures, closing.signal);
    }
  };
  const done = listenForEver();
  return {
    close: () => {
      closing.abort();
      return done;
    },
  };
}

async function ping(client: pg.Client): Promise<void> {
  // Ending a client whose query is still out destroys its socket.
  const late = setTimeout(() => void client.end().catch(() => {}), PONG_WITHIN_MS);
  await client.query("select 1").catch(() => {});
  clearTimeout(late);
}

function pauseBefore(failures: number, signal: AbortSignal): Promise<void> {
  const upTo = Math.min(RETRY_AFTER_MAX_MS, RETRY_AFTER_MS * 2 ** Math.min(failures, 10));
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.random() * upTo);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}
