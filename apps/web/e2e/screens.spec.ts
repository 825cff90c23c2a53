import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { expectNoFaults, openPhone } from "./phone";
import { startWithSampleWeek } from "./runner-steps";
import { RealServer } from "./server";

const SCREENS = [
  "/",
  "/week",
  "/progress",
  "/more",
  "/safety",
  "/library",
  "/around",
  "/exercises",
  "/tests",
  "/account",
  "/about-data",
  "/squad",
  "/run",
  "/start",
] as const;

let server: RealServer;
test.beforeAll(async () => {
  server = await RealServer.create();
});
test.afterAll(async () => {
  await server.remove();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`every screen is accessible and keeps the content policy, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const phone = await openPhone(browser, { colorScheme });
    const page = await phone.newPage();
    await startWithSampleWeek(page, server.url);
    await expectAccessible(page, "the placed week");
    await page.getByRole("button", { name: /^Start/ }).click();
    await page.waitForURL(/\/$/);
    for (const screen of SCREENS) {
      await page.goto(server.url + screen);
      await settled(page);
      await expectAccessible(page, screen);
    }
    await page.goto(`${server.url}/around`);
    await page.getByRole("button", { name: "Add a race" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Choose the day of the race.")).toBeVisible();
    await expectAccessible(page, "a race with what is missing");
    await page.goto(server.url);
    await page.getByRole("link", { name: "Start", exact: true }).click();
    await settled(page);
    await expectAccessible(page, "the opening of a session");
    await page.getByRole("button", { name: "Start", exact: true }).click();
    await expect(page.getByRole("button", { name: /^Set done/ })).toBeVisible();
    await expectAccessible(page, "a set");
    expectNoFaults(phone);
    await phone.close();
  });
}

for (const width of [320, 390, 1280]) {
  test(`no screen is wider than its window at ${width} px`, async ({ browser }) => {
    test.setTimeout(120_000);
    const phone = await openPhone(browser, { viewport: { width, height: width === 1280 ? 800 : 568 } });
    const page = await phone.newPage();
    await startWithSampleWeek(page, server.url);
    await expectFits(page, "the placed week");
    await page.getByRole("button", { name: /^Start/ }).click();
    await page.waitForURL(/\/$/);
    for (const screen of SCREENS) {
      await page.goto(server.url + screen);
      await settled(page);
      await expectFits(page, screen);
    }
    await phone.close();
  });
}

/** The screen itself stands: a title is there and no skeleton is left. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading").first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}

async function expectAccessible(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const said = violations.map(
    ({ id, nodes }) => `${screen}: ${id} at ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
  );
  expect.soft(said).toEqual([]);
}

async function expectFits(page: Page, screen: string): Promise<void> {
  const { wanted, shown } = await page.evaluate(() => ({
    wanted: document.documentElement.scrollWidth,
    shown: window.innerWidth,
  }));
  expect.soft(wanted, `${screen} wants ${wanted} px of ${shown}`).toBeLessThanOrEqual(shown);
}
