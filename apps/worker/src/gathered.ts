import { setTimeout as pause } from "node:timers/promises";

export interface Gathering<Item> {
  /** How long the first waits for others, in milliseconds. */
  readonly waitMs: number;
  /** Of items with the same key the last one counts. */
  readonly keyOf: (item: Item) => string;
  readonly send: (items: readonly Item[]) => Promise<void>;
  readonly onLost: (error: unknown) => void;
}

/** Items that may wait while the database is slow; what comes beyond is lost. Our own choice. */
const WAITING_MAX = 10_000;

/** For what may come late and may be lost: sends what comes within a moment together, one batch after the other. Never waits and never throws. */
export function gathered<Item>({ waitMs, keyOf, send, onLost }: Gathering<Item>): (item: Item) => void {
  const waiting = new Map<string, Item>();
  let isSending = false;
  const sendAll = async () => {
    isSending = true;
    while (waiting.size > 0) {
      await pause(waitMs, undefined, { ref: false });
      const items = [...waiting.values()];
      waiting.clear();
      try {
        await send(items);
      } catch (error) {
        onLost(error);
      }
    }
    isSending = false;
  };
  return (item) => {
    if (waiting.size >= WAITING_MAX) return;
    waiting.set(keyOf(item), item);
    if (!isSending) void sendAll();
  };
}
