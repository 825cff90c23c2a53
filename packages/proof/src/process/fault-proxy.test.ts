import "fake-indexeddb/auto";
import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { testDatabase } from "@legwork/db/testing";
import { bundleChangedServer, removeBundle, startChild, temporaryFolder } from "@legwork/worker/testing";
import { checkHistory, type HistoryEvent } from "../history";
import { comeToRest } from "./come-to-rest";
import { type Fault, faultProxy } from "./fault-proxy";
import { makePhone, signUp } from "./phone-over-http";
import { seededRandom } from "./seeded-random";
import { tapping } from "./tapping";

const DEVICES = ["phone", "tablet", "laptop", "watch"];
const REQUESTS = 520;
const TIMEOUT_MS = 2_000;
const SEED = 7;

test(`${REQUESTS} requests of four devices over a line that drops, doubles, delays, cuts and slows: nothing lost, nothing doubled, all agree`, async () => {
  const random = seededRandom(SEED);
  const serve = await bundleChangedServer([]);
  const database = await testDatabase();
  const folder = temporaryFolder();
  const server = startChild(serve, { DATABASE_URL: database.url, LEGWORK_DATA_DIR: folder });
  try {
    const origin = await server.ready;
    let isBad = true;
    const proxy = await faultProxy(Number(new URL(origin).port), () => (isBad ? pickFault(random) : { kind: "none" }));
    const account = await signUp(origin);
    const history: HistoryEvent[] = [];
    const phones = await Promise.all(
      DEVICES.map((name) =>
        makePhone({
          name,
          account,
          server: () => ({ url: proxy.url, origin }),
          log: (event) => void history.push(event),
          timeoutMs: TIMEOUT_MS,
        }),
      ),
    );
    const requests = () => phones.reduce((sum, phone) => sum + phone.requests(), 0);
    const taps = tapping(random);
    await Promise.all(
      phones.map(async (phone) => {
        while (requests() < REQUESTS) {
          await taps(phone);
          await phone.sync();
        }
      }),
    );
    isBad = false;
    await proxy.settled();

    expect(checkHistory(history, await comeToRest(phones, { db: database.db, account }))).toEqual([]);
    expect(requests()).toBeGreaterThanOrEqual(REQUESTS);
    proxy.close();
    expect([...proxy.faults().keys()].sort()).toEqual([...KINDS].sort());
  } finally {
    server.child.kill("SIGKILL");
    await server.ended;
    await database.close();
    rmSync(folder, { recursive: true, force: true });
    removeBundle(serve);
  }
});

const KINDS: readonly Fault["kind"][] = [
  "none",
  "requestDropped",
  "answerDropped",
  "requestCut",
  "answerCut",
  "requestDoubled",
  "requestDelayed",
  "answerDelayed",
  "throttled",
];
/** Longer than a request's head, shorter than most requests and answers: a cut falls into both. */
const CUT_WITHIN_BYTES = 900;
const DELAY_MAX_MS = 40;
const THROTTLED_BYTES_PER_MS = 100;

function pickFault(random: () => number): Fault {
  const kind = KINDS[Math.floor(random() * KINDS.length)] ?? "none";
  switch (kind) {
    case "none":
    case "requestDropped":
    case "answerDropped":
      return { kind };
    case "requestCut":
    case "answerCut":
      return { kind, afterBytes: 1 + Math.floor(random() * CUT_WITHIN_BYTES) };
    case "requestDoubled":
      return { kind, when: random() < 0.5 ? "atOnce" : "afterAnswer" };
    case "requestDelayed":
    case "answerDelayed":
      return { kind, ms: Math.floor(random() * DELAY_MAX_MS) };
    case "throttled":
      return { kind, bytesPerMs: THROTTLED_BYTES_PER_MS };
    default:
      return kind satisfies never;
  }
}
