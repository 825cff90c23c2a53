import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { manifestPath, syncPath } from "@legwork/core/wire";
import type { RunnerId } from "@legwork/core/record";
import { feelOp, memoryServer, memoryStore, syncRequest } from "@legwork/worker/testing";

const anyRunner = () => randomUUID() as string as RunnerId;

test("a runner who is not yours and one who does not exist are the same answer, byte for byte", async () => {
  const store = memoryStore();
  const mine = anyRunner();
  store.createRunner(mine, "mo", "epoch-1");
  const server = memoryServer(store);
  const bodies = [syncRequest(), syncRequest({ ops: [feelOp()] }), { proto: 1, device: "d", opIds: [] }].map((body) =>
    JSON.stringify(body),
  );
  const answers = new Set<string>();
  for (const runner of [mine, anyRunner()]) {
    for (const [index, body] of bodies.entries()) {
      const path = index === 2 ? manifestPath(runner) : syncPath(runner);
      const answer = await server.request("somebody else", path, body);
      answers.add(`${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`);
    }
  }
  expect([...answers]).toEqual([expect.stringMatching(/^404 /)]);
});
