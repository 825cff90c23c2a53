import { expect, test } from "vitest";
import { gathered } from "./gathered";

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

function underTest() {
  const sent: (readonly string[])[] = [];
  const lost: unknown[] = [];
  let answer = async () => {};
  const item = gathered<string>({
    waitMs: 1,
    keyOf: (text) => text.slice(0, 1),
    send: (items) => {
      sent.push(items);
      return answer();
    },
    onLost: (error) => lost.push(error),
  });
  const answerWith = (next: () => Promise<void>) => (answer = next);
  /** What is sent next stays on its way until the function that is returned is called. */
  const hold = () => {
    let arrive = () => {};
    answerWith(() => new Promise((resolve) => (arrive = resolve)));
    return () => {
      answerWith(async () => {});
      arrive();
    };
  };
  return { item, sent, lost, answerWith, hold };
}

test("what comes within a moment is sent together, the last of each key", async () => {
  const { item, sent } = underTest();
  for (const text of ["a1", "b1", "a2"]) item(text);
  await settle();
  item("a3");
  await settle();
  expect(sent).toEqual([["a2", "b1"], ["a3"]]);
});

test("what comes while something is being sent waits for it", async () => {
  const { item, sent, hold } = underTest();
  const letGo = hold();
  item("a1");
  await settle();
  item("b1");
  item("c1");
  await settle();
  expect(sent).toEqual([["a1"]]);
  letGo();
  await settle();
  expect(sent).toEqual([["a1"], ["b1", "c1"]]);
});

test("a failure is told once and keeps nothing else back", async () => {
  const { item, sent, lost, answerWith } = underTest();
  answerWith(() => Promise.reject(new Error("the database is away")));
  item("a1");
  await settle();
  answerWith(async () => {});
  item("b1");
  await settle();
  expect(sent).toEqual([["a1"], ["b1"]]);
  expect(lost).toEqual([new Error("the database is away")]);
});

test("while nothing can be sent so many wait and no more", async () => {
  const { item, sent, hold } = underTest();
  const letGo = hold();
  item("a");
  await settle();
  for (let code = 0; code < 20_000; code += 1) item(String.fromCodePoint(0x4e00 + code));
  letGo();
  await settle();
  expect(sent.map(({ length }) => length)).toEqual([1, 10_000]);
});
