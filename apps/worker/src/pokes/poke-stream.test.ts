import { expect, test } from "vitest";
import { randomRunner } from "../testing/stream";
import { pokeStream } from "./poke-stream";

const TIMING = { heartbeatMs: 10_000, joinMs: 20, takeWithinMs: 150, sessionsMs: 10_000 };
const WHO = { account: "me", device: "phone", session: "token" };

test("a reader that takes nothing is dropped, and what waits for it stays small", async () => {
  const written: string[] = [];
  const { stream, run } = pokeStream({
    ...WHO,
    timing: TIMING,
    write: (text) => {
      written.push(text);
      return new Promise(() => {});
    },
  });
  const startedAt = performance.now();
  const running = run();
  const runners = Array.from({ length: 20 }, randomRunner);
  for (let poke = 0; poke < 50_000; poke += 1) stream.poke(runners[poke % runners.length] ?? randomRunner());
  await running;
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  expect(written).toHaveLength(1);
});

test("more runners at once than can be named become one hello", async () => {
  const written: string[] = [];
  const { stream, run } = pokeStream({ ...WHO, timing: TIMING, write: async (text) => written.push(text) });
  const running = run();
  for (let poke = 0; poke < 5_000; poke += 1) stream.poke(randomRunner());
  await expect.poll(() => written.length).toBe(2);
  expect(written[1]).toBe("event: hello\ndata: {}\n\n");
  stream.end();
  await running;
});

test("pokes during the pause go out together, each runner once", async () => {
  const written: string[] = [];
  const { stream, run } = pokeStream({ ...WHO, timing: TIMING, write: async (text) => written.push(text) });
  const running = run();
  const [one, two] = [randomRunner(), randomRunner()];
  for (const runner of [one, two, one, two, one]) stream.poke(runner);
  await expect.poll(() => written.length).toBe(2);
  expect(written[1]).toBe(`event: poke\ndata: {"runner":"${one}"}\n\nevent: poke\ndata: {"runner":"${two}"}\n\n`);
  stream.end();
  await running;
});
