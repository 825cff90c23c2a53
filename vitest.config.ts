import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: ["packages/*", "apps/*", "scripts/vitest.config.ts"],
    // Much of the time is waiting for servers, disks and locks: two files at a time fill two cores.
    maxWorkers: 2,
  },
});
