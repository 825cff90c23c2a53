import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // The phone's sources name each other by this alias.
  resolve: { alias: { "@": fileURLToPath(new URL("../../apps/web/src", import.meta.url)) } },
  test: {
    name: "proof",
    testTimeout: 120_000,
    hookTimeout: 60_000,
    globalSetup: ["@legwork/db/testing/setup"],
    include: ["src/**/*.test.ts"],
    environment: "node",
    pool: "threads",
  },
});
