import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  test: {
    name: "web",
    include: ["src/**/*.test.{ts,tsx}"],
    environment: "node",
    pool: "threads",
    // To load React and the rules anew for each of many small files costs more than their tests.
    isolate: false,
    testTimeout: 30_000,
  },
});
