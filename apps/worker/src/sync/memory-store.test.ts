import { randomUUID } from "node:crypto";
import { describe } from "vitest";
import { storeContract } from "../testing/store-contract";
import { memoryStore } from "./memory-store";

describe("streams in memory", () => {
  const store = memoryStore();
  storeContract(() => ({
    store,
    createRunner: async (runner, account) => store.createRunner(runner, account, randomUUID()),
    grant: (runner, account, scope) => store.grant(runner, account, scope),
    refused: async (runner) => store.refused(runner),
    past: async (runner) => store.past(runner),
    beginServerEpoch: async () => store.beginServerEpoch(),
  }));
});
