import { defineConfig } from "@playwright/test";

const executablePath = process.env["LEGWORK_BROWSER"] ?? "/usr/bin/chromium";

// What takes longest begins first: nothing long runs alone at the end.
const LONG = /(account|journey|nothing-lost|safety-light|screens)\.spec\.ts$/;

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/global-setup.ts",
  fullyParallel: false,
  // Each file has a server and a browser profile of its own; two cores carry two.
  workers: 2,
  projects: [
    { name: "long", testMatch: LONG },
    { name: "short", testIgnore: LONG },
  ],
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    // Recording every step takes a good part of two cores: asked for when a test is looked into.
    trace: process.env["LEGWORK_TRACE"] === "on" ? "on" : "off",
    launchOptions: {
      executablePath,
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});
