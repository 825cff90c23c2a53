import { defineConfig } from "vitest/config";

// The rules are pure: their tests share a thread without harm, and without a new world per file.
export default defineConfig({
  test: { name: "core", include: ["src/**/*.test.ts"], pool: "threads", isolate: false, testTimeout: 30_000 },
});
