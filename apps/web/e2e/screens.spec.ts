import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expectFits } from "./fits";
import { expectNoFaults, ONLINE, openPhone } from "./phone";
import { startWithSampleWeek } from "./runner-steps";
import { serverOfThisFile } from "./server";

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
  "/choices",
  "/history",
  "/squad",
  "/run",
  "/start",
] as const;

const server = serverOfThisFile();

test("every screen is accessible, no wider than its window, and keeps the content policy", async ({ browser }) => {
  test.setTimeout(180_000);
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  await startWithSampleWeek(page, server.url);
  await expectAccessible(page, "the placed week");
  await expectFits(page, "the placed week");
  await page.getByRole("button", { name: /^Start/ }).click();
  await page.waitForURL(/\/$/);
  for (const screen of SCREENS) {
    await page.goto(server.url + screen);
    await settled(page);
    await expectAccessible(page, screen);
    await expectFits(page, screen);
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
  await expectFits(page, "a set");
  expectNoFaults(phone);
  await phone.close();
});

/** The screen itself stands: a title is there and no skeleton is left. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading").first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}
