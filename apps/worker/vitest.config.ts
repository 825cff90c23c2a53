import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "worker",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ["src/**/*.test.ts"],
    globalSetup: ["@legwork/db/testing/setup"],
    // Each file has a database and servers of its own; to load the server's packages anew for each costs more than most tests.
    isolate: false,
  },
});
