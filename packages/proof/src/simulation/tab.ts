import type { LocalDb } from "@legwork/web/local-db";

/** What befalls a tab at its n-th step; a step is one transaction or one request. */
export interface Fate {
  readonly atStep: number;
  readonly what: "dieBefore" | "dieAfter" | "freezeBefore" | "freezeAfter" | "noRoom";
}

/** A page of the app that can die or freeze between any two things it waits for. */
export interface Tab {
  readonly db: LocalDb;
  readonly locks: Locks;
  step<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Runs `work` under a fate; `stopped` when the tab did not live to its end. */
  under<Result>(fate: Fate | null, work: () => Promise<Result>): Promise<Ending<Result>>;
  /** Whether the last fate was met: a short cycle may end before its step. */
  hasMetFate(): boolean;
  /** A frozen tab goes on where it was. */
  wake(): void;
}

export type Ending<Result> =
  | { readonly status: "done"; readonly result: Result }
  | { readonly status: "failed"; readonly error: unknown }
  | { readonly status: "dead" }
  | { readonly status: "frozen"; readonly rest: Promise<void> };

/** Web Locks as the product uses them. */
export interface Locks {
  request<Result>(
    name: string,
    options: { readonly ifAvailable?: true; readonly steal?: true },
    work: (lock: object | null) => Promise<Result>,
  ): Promise<Result>;
}

export interface Browser {
  locksOf(tab: object): Locks;
  release(tab: object): void;
}

const NEVER = new Promise<never>(() => undefined);

export function openTab(real: LocalDb, browser: Browser): Tab {
  const self = {};
  let fate: Fate | null = null;
  let steps = 0;
  let hasMetFate = false;
  let dead = false;
  let stop: (how: "dead" | "frozen") => void = () => undefined;
  let thaw: () => void = () => undefined;

  async function step<Result>(work: (fails: "noRoom" | null) => Promise<Result>): Promise<Result> {
    if (dead) return NEVER;
    steps += 1;
    const mine = fate !== null && steps === fate.atStep ? fate.what : null;
    hasMetFate ||= mine !== null;
    if (mine === "dieBefore") return die();
    if (mine === "freezeBefore") await freeze();
    const result = await work(mine === "noRoom" ? "noRoom" : null);
    if (mine === "dieAfter") return die();
    if (mine === "freezeAfter") await freeze();
    return dead ? NEVER : result;
  }

  function die(): Promise<never> {
    dead = true;
    browser.release(self);
    stop("dead");
    return NEVER;
  }

  function freeze(): Promise<void> {
    const gate = new Promise<void>((resolve) => {
      thaw = resolve;
    });
    stop("frozen");
    return gate;
  }

  return {
    locks: browser.locksOf(self),
    db: {
      ...real,
      read: (stores, work) => step(() => real.read(stores, work)),
      write: (stores, work) =>
        step((fails) => (fails === null ? real.write(stores, work) : writeWithoutRoom(real, stores, work))),
    },
    step: (work) => step(work),
    async under(next, work) {
      fate = next;
      steps = 0;
      hasMetFate = false;
      const stopped = new Promise<"dead" | "frozen">((resolve) => {
        stop = resolve;
      });
      const running = work().then(
        (result) => ({ status: "done", result }) as const,
        (error: unknown) => ({ status: "failed", error }) as const,
      );
      const ending = await Promise.race([running, stopped]);
      // A fate that was not met must not wait for whatever the tab does next.
      fate = null;
      if (ending === "dead") return { status: "dead" };
      return ending === "frozen" ? { status: "frozen", rest: running.then(() => undefined) } : ending;
    },
    hasMetFate: () => hasMetFate,
    wake: () => thaw(),
  };
}

// A full disk shows only when the transaction is to be completed: no request in it fails.
function writeWithoutRoom<Result>(
  real: LocalDb,
  stores: Parameters<LocalDb["write"]>[0],
  work: Parameters<typeof real.write<Result>>[1],
): Promise<Result> {
  return real.write(stores, async (tx, runner) => {
    const result = await work(tx, runner);
    tx.abort();
    return result;
  });
}
