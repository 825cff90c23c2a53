import { type ChildServer, startChild } from "@legwork/worker/testing";
import { type Arming, armed, type Failpoint } from "./failpoints";

export interface LivesOptions {
  /** `serve.js` of a bundle with failpoints. */
  readonly serve: string;
  readonly settings: Readonly<Record<string, string>>;
  /** How the next life ends; null = it is left alive. */
  readonly nextArming: () => Arming | null;
}

/** One server after the other over the same data. While one lives the next one starts, so that a kill costs no wait. */
export interface ServerLives {
  url(): string;
  /** Whether the present life ends by a kill, sooner or later. */
  isArmed(): boolean;
  /** Begins the next life and returns how the last one ended. Throws when a server ended in any other way than by a kill. */
  afterKill(): Promise<Arming>;
  /** The kill of the present life; never settles for one that is not armed. */
  killed(): Promise<void>;
  kills(): ReadonlyMap<Failpoint, number>;
  stop(): Promise<void>;
}

interface Life {
  readonly server: ChildServer;
  readonly arming: Arming | null;
}

const NOWHERE = "http://127.0.0.1:9";

export async function serverLives({ serve, settings, nextArming }: LivesOptions): Promise<ServerLives> {
  const kills = new Map<Failpoint, number>();
  const begun: Life[] = [];
  let url = NOWHERE;

  function begin(): Life {
    const arming = nextArming();
    const server = startChild(serve, { ...settings, ...(arming === null ? {} : armed(arming)) });
    const life = { server, arming };
    begun.push(life);
    return life;
  }

  async function countKill({ server, arming }: Life): Promise<Arming> {
    const how = await server.ended;
    if (how !== "SIGKILL" || arming === null) throw new Error(`A server ended by itself (${how}):\n${server.output()}`);
    kills.set(arming.failpoint, (kills.get(arming.failpoint) ?? 0) + 1);
    return arming;
  }

  /** The next server that answers; those that are killed at their start are counted on the way. */
  async function firstReady(life: Life): Promise<Life> {
    const ready = await life.server.ready.then(
      (found) => found,
      () => null,
    );
    if (ready !== null) {
      url = ready;
      return life;
    }
    await countKill(life);
    return firstReady(begin());
  }

  let present = await firstReady(begin());
  let next = begin();

  return {
    url: () => url,
    isArmed: () => present.arming !== null,
    killed: () => present.server.ended.then(() => undefined),
    async afterKill() {
      const arming = await countKill(present);
      const following = next;
      next = begin();
      present = await firstReady(following);
      return arming;
    },
    kills: () => kills,
    async stop() {
      for (const { server } of begun) server.child.kill("SIGKILL");
      await Promise.all(begun.map(({ server }) => server.ended));
    },
  };
}
