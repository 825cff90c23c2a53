import type { Browser, Locks } from "./tab";

interface Holder {
  readonly tab: object;
  readonly lose: () => void;
}

/** The locks that all tabs of one phone share: a dead tab lets go, a frozen one does not, and a lock can be stolen. */
export function makeBrowser(): Browser {
  const holders = new Map<string, Holder>();

  function locksOf(tab: object): Locks {
    return {
      async request(name, { ifAvailable, steal }, work) {
        const holder = holders.get(name);
        if (holder !== undefined && steal !== true) {
          if (ifAvailable === true) return work(null);
          throw new Error("The simulated browser lets nobody wait for a lock");
        }
        holder?.lose();
        return hold(name, tab, work);
      },
    };
  }

  async function hold<Result>(name: string, tab: object, work: (lock: object) => Promise<Result>): Promise<Result> {
    let lose: () => void = () => undefined;
    const lost = new Promise<never>((_, reject) => {
      lose = () => reject(new DOMException("The lock was stolen", "AbortError"));
    });
    const holder = { tab, lose };
    holders.set(name, holder);
    try {
      return await Promise.race([work({}), lost]);
    } finally {
      if (holders.get(name) === holder) holders.delete(name);
    }
  }

  return {
    locksOf,
    release(tab) {
      for (const [name, holder] of holders) if (holder.tab === tab) holders.delete(name);
    },
  };
}
