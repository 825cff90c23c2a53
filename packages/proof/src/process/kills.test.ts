import "fake-indexeddb/auto";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@legwork/db/testing";
import { bundleChangedServer, removeBundle, temporaryFolder } from "@legwork/worker/testing";
import { checkHistory, type HistoryEvent } from "../history";
import { comeToRest } from "./come-to-rest";
import { type Arming, type Failpoint, failpoints } from "./failpoints";
import { makePhone, type Phone, signUp } from "./phone-over-http";
import { seededRandom } from "./seeded-random";
import { type ServerLives, serverLives } from "./server-lives";
import { tapping } from "./tapping";

/** Our own choices: two databases at once keep two cores busy, and every failpoint is met a dozen times. */
const LANES = 2;
const KILLS_PER_LANE = 54;
const HITS_MAX = 3;
const REQUEST_TIMEOUT_MS = 10_000;
/** A quiet machine needs half a minute; on a busy one a hundred starts of a server may take ten. */
const TEST_TIMEOUT_MS = 600_000;
const WHILE_SERVING = ["readingRequest", "beforeCommit", "afterCommit", "midResponse"] as const satisfies Failpoint[];

let serve: string;
beforeAll(async () => {
  serve = await bundleChangedServer([failpoints()]);
});
afterAll(() => removeBundle(serve));

test(
  "a hundred kills of the server at every failpoint lose nothing and double nothing",
  async () => {
    const lanes = await Promise.all(Array.from({ length: LANES }, (_, lane) => runLane(lane)));
    const kills = new Map<Failpoint, number>();
    for (const lane of lanes) for (const [point, count] of lane) kills.set(point, (kills.get(point) ?? 0) + count);

    const total = [...kills.values()].reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThanOrEqual(100);
    for (const point of [...WHILE_SERVING, "starting"] as const)
      expect(kills.get(point) ?? 0).toBeGreaterThanOrEqual(10);
  },
  TEST_TIMEOUT_MS,
);

test("a server killed while it makes its first tables makes them whole at the next start", async () => {
  const database = await testDatabase({ isEmpty: true });
  const folder = temporaryFolder();
  const armings: Arming[] = [1, 20, 40, 80].map((hit) => ({ failpoint: "migrating", hit }));
  const lives = await serverLives({
    serve,
    settings: { DATABASE_URL: database.url, LEGWORK_DATA_DIR: folder },
    nextArming: () => armings.shift() ?? null,
  });
  try {
    // One that was quicker than its kill still meets it.
    while (lives.isArmed()) await lives.afterKill();
    const account = await signUp(lives.url());
    expect(account.runner).toMatch(/^[0-9a-f-]{36}$/);
    // One may be in its kill while the last one serves already.
    expect(lives.kills().get("migrating") ?? 0).toBeGreaterThanOrEqual(3);
  } finally {
    await lives.stop();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Two phones of one runner over one database, until the server has been killed often enough. */
async function runLane(lane: number): Promise<ReadonlyMap<Failpoint, number>> {
  const random = seededRandom(lane + 1);
  const database = await testDatabase();
  const folder = temporaryFolder();
  const history: HistoryEvent[] = [];
  let toKill = KILLS_PER_LANE;
  // Two that are left alive: the first signs the runner up, the last lets everybody come to rest.
  let isFirst = true;
  const nextArming = (): Arming | null => {
    if (isFirst) {
      isFirst = false;
      return { failpoint: "afterCommit", hit: HITS_MAX };
    }
    if (toKill === 0) return null;
    toKill -= 1;
    const failpoint = toKill % 5 === 0 ? "starting" : WHILE_SERVING[toKill % WHILE_SERVING.length];
    return {
      failpoint: failpoint ?? "starting",
      hit: failpoint === "starting" ? 1 : 1 + Math.floor(random() * HITS_MAX),
    };
  };
  const lives = await serverLives({
    serve,
    settings: { DATABASE_URL: database.url, LEGWORK_DATA_DIR: folder },
    nextArming,
  });
  try {
    const account = await signUp(lives.url());
    const log = (event: HistoryEvent) => void history.push(event);
    const server = () => ({ url: lives.url(), origin: lives.url() });
    const phones = await Promise.all(
      ["phone", "tablet"].map((name) => makePhone({ name, account, server, log, timeoutMs: REQUEST_TIMEOUT_MS })),
    );
    const taps = tapping(random);
    while (sum(lives) < KILLS_PER_LANE + 1) {
      await untilKilled(lives, phones, taps);
      await lives.afterKill();
      log({ type: "serverRestart" });
    }
    expect(checkHistory(history, await comeToRest(phones, { db: database.db, account }))).toEqual([]);
    return lives.kills();
  } finally {
    await lives.stop();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function sum(lives: ServerLives): number {
  return [...lives.kills().values()].reduce((total, count) => total + count, 0);
}

async function untilKilled(lives: ServerLives, phones: readonly Phone[], tap: (phone: Phone) => Promise<void>) {
  const life = { isOver: false };
  const over = endLife(lives, life);
  await Promise.all(
    phones.map(async (phone) => {
      while (!life.isOver) {
        await tap(phone);
        await phone.sync();
      }
    }),
  );
  await over;
}

async function endLife(lives: ServerLives, life: { isOver: boolean }) {
  await lives.killed();
  life.isOver = true;
}
