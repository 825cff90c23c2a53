import type { Poke } from "@legwork/db";
import type { PokeStream } from "./poke-stream";

export interface StreamLimits {
  readonly perAccount: number;
  readonly perProcess: number;
}

/** Our own choices: four devices, and as many again that have not noticed yet that they were cut off; a stream costs some 20 kB. */
export const STREAM_LIMITS: StreamLimits = { perAccount: 8, perProcess: 5_000 };

/** The event streams that are open in this process. */
export function openStreams(limits: StreamLimits) {
  // A set keeps the order of arrival: the first is the oldest.
  const byAccount = new Map<string, Set<PokeStream>>();
  let count = 0;

  const remove = (stream: PokeStream) => {
    const own = byAccount.get(stream.account);
    if (!own?.delete(stream)) return;
    count -= 1;
    if (own.size === 0) byAccount.delete(stream.account);
  };
  const all = () => [...byAccount.values()].flatMap((own) => [...own]);
  return {
    remove,
    all,
    count: () => count,
    /** An account at its own limit always has room: its oldest stream ends for the new one. */
    hasRoomFor: (account: string) =>
      count < limits.perProcess || (byAccount.get(account)?.size ?? 0) >= limits.perAccount,
    add(stream: PokeStream): void {
      const own = byAccount.get(stream.account) ?? new Set();
      const [oldest] = own;
      byAccount.set(stream.account, own.add(stream));
      count += 1;
      if (oldest !== undefined && own.size > limits.perAccount) {
        remove(oldest);
        oldest.end();
      }
    },
    /** Tells everybody who may read the runner, but not the device that made the change. */
    tell({ runner, by, device, to }: Poke): void {
      for (const account of to) {
        for (const stream of byAccount.get(account) ?? []) {
          if (stream.account !== by || stream.device !== device) stream.poke(runner);
        }
      }
    },
  };
}
