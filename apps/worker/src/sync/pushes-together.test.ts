import type { RunnerId } from "@legwork/core/record";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { randomRunner } from "../testing/stream";
import { pushesTogether, type WaitingPush } from "./pushes-together";
import type { LockedStream } from "./stream-store";

const STREAM = {} as LockedStream;
const about = (ops = 1) => ({ opIds: Array.from({ length: ops }, (_, index) => `op ${index}`), ids: [] });

// Time passes only where a test says so.
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

/** Until all that is ready has begun. */
async function settle() {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** As long as a push waits for those at work. */
async function waitsLong() {
  vi.advanceTimersByTime(10);
  await settle();
}

interface Transaction {
  readonly pushes: readonly WaitingPush[];
  readonly commit: (done?: (push: WaitingPush) => boolean) => void;
  readonly fail: (reason: Error) => void;
}

/** A store whose transactions end when the test says so. */
function underTest() {
  const open: Transaction[] = [];
  const aloneOnes: { readonly push: WaitingPush; readonly end: (outcome: Promise<void | null>) => void }[] = [];
  const push = pushesTogether({
    together: (pushes) =>
      new Promise((resolve, reject) => {
        const commit = async (done: (push: WaitingPush) => boolean = () => true) => {
          const those = pushes.filter(done);
          await Promise.all(those.map((each) => each.work(STREAM)));
          resolve(those);
        };
        open.push({ pushes, commit: (done) => void commit(done), fail: reject });
      }),
    alone: (one) => new Promise<void | null>((resolve) => aloneOnes.push({ push: one, end: resolve })),
  });
  const log = (runner: RunnerId, name: string, ops?: number) => push(runner, about(ops), async () => name);
  return { log, open, aloneOnes };
}

const runnersOf = (transaction: Transaction | undefined) => transaction?.pushes.map(({ runner }) => runner);

test("who comes at one moment goes together, and who comes while others are at work waits for the next transaction", async () => {
  const { log, open } = underTest();
  const runners = Array.from({ length: 4 }, randomRunner);
  const answers = runners.slice(0, 2).map((runner) => log(runner, "first"));
  await settle();
  for (const runner of runners.slice(2)) {
    answers.push(log(runner, "second"));
    await settle();
  }
  expect(open.map(runnersOf)).toEqual([runners.slice(0, 2)]);
  open[0]?.commit();
  await settle();
  expect(runnersOf(open[1])).toEqual(runners.slice(2));
  open[1]?.commit();
  expect(await Promise.all(answers)).toEqual(["first", "first", "second", "second"]);
});

test("beside a transaction that is at work up to two more begin, each with four pushes or when its first has waited long", async () => {
  const { log, open } = underTest();
  const come = (pushes: number) => {
    for (let push = 0; push < pushes; push += 1) void log(randomRunner(), "log");
  };
  const sizes = () => open.map(({ pushes }) => pushes.length);
  come(1);
  await settle();
  come(3);
  await settle();
  expect(sizes()).toEqual([1]);
  come(1);
  await settle();
  expect(sizes()).toEqual([1, 4]);
  come(2);
  await settle();
  expect(sizes()).toEqual([1, 4]);
  await waitsLong();
  expect(sizes()).toEqual([1, 4, 2]);
  come(9);
  await waitsLong();
  expect(sizes()).toEqual([1, 4, 2]);
  open[0]?.commit();
  await settle();
  expect(sizes()).toEqual([1, 4, 2, 8]);
});

test("two pushes of one runner follow each other, in their order, while others pass", async () => {
  const { log, open } = underTest();
  const [mo, pat] = [randomRunner(), randomRunner()];
  const answers = [log(mo, "first"), log(mo, "second"), log(pat, "other")];
  await settle();
  expect(open.map(runnersOf)).toEqual([[mo, pat]]);
  open[0]?.commit();
  await settle();
  expect(runnersOf(open[1])).toEqual([mo]);
  open[1]?.commit();
  expect(await Promise.all(answers)).toEqual(["first", "second", "other"]);
});

test("a transaction takes eight pushes or four hundred ops, and one that is larger alone", async () => {
  const { log, open } = underTest();
  for (let push = 0; push < 12; push += 1) void log(randomRunner(), "small");
  for (let push = 0; push < 3; push += 1) void log(randomRunner(), "large", 300);
  void log(randomRunner(), "huge", 900);
  await settle();
  for (let transaction = 0; transaction < 6; transaction += 1) {
    open[transaction]?.commit();
    await settle();
  }
  const sizes = open.map(({ pushes }) => pushes.map(({ about: { opIds } }) => opIds.length));
  expect(sizes[0]).toEqual(Array.from({ length: 8 }, () => 1));
  expect(sizes[1]).toEqual([1, 1, 1, 1, 300]);
  expect(sizes.slice(2)).toEqual([[300], [300], [900]]);
});

test("when a transaction fails each of its pushes goes alone: only those fail that fail by themselves", async () => {
  const { log, open, aloneOnes } = underTest();
  const [good, poison] = [randomRunner(), randomRunner()];
  const [fine, bad] = [log(good, "fine"), log(poison, "bad")];
  await settle();
  open[0]?.fail(new Error("the database refused something"));
  await settle();
  expect(aloneOnes.map(({ push }) => push.runner)).toEqual([good, poison]);
  aloneOnes[0]?.end(aloneOnes[0].push.work(STREAM));
  aloneOnes[1]?.end(Promise.reject(new Error("poison")));
  expect(await fine).toBe("fine");
  await expect(bad).rejects.toThrow("poison");
});

test("what fails without company fails at once", async () => {
  const { log, open, aloneOnes } = underTest();
  const answer = log(randomRunner(), "bad");
  await settle();
  open[0]?.fail(new Error("poison"));
  await expect(answer).rejects.toThrow("poison");
  expect(aloneOnes).toEqual([]);
});

test("whose runner is held elsewhere waits alone, makes nobody wait but that runner, and may turn out to be unknown", async () => {
  const { log, open, aloneOnes } = underTest();
  const [held, free, nobody] = [randomRunner(), randomRunner(), randomRunner()];
  const answers = [log(held, "held"), log(free, "free"), log(nobody, "nobody")];
  await settle();
  open[0]?.commit(({ runner }) => runner === free);
  expect(await answers[1]).toBe("free");
  const next = [log(held, "next of held"), log(free, "next of free")];
  await settle();
  expect(runnersOf(open[1])).toEqual([free]);
  open[1]?.commit();
  expect(await next[1]).toBe("next of free");
  expect(aloneOnes.map(({ push }) => push.runner)).toEqual([held, nobody]);
  aloneOnes[1]?.end(Promise.resolve(null));
  expect(await answers[2]).toBeNull();
  aloneOnes[0]?.end(aloneOnes[0].push.work(STREAM));
  expect(await answers[0]).toBe("held");
  await settle();
  expect(runnersOf(open[2])).toEqual([held]);
  open[2]?.commit();
  expect(await next[0]).toBe("next of held");
});

test("a result of work that was undone is not told", async () => {
  const { log, open, aloneOnes } = underTest();
  const [gone, other] = [randomRunner(), randomRunner()];
  const answers = [log(gone, "undone"), log(other, "other")];
  await settle();
  for (const push of open[0]?.pushes ?? []) await push.work(STREAM);
  open[0]?.fail(new Error("rolled back"));
  await settle();
  aloneOnes[0]?.end(Promise.resolve(null));
  aloneOnes[1]?.end(aloneOnes[1].push.work(STREAM));
  expect(await Promise.all(answers)).toEqual([null, "other"]);
});
