import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expectFits } from "./fits";
import { expectNoFaults, ONLINE, openPhone } from "./phone";
import { beginSampleWeek, startWithSampleWeek } from "./runner-steps";
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

/** What Safari on a phone says it is. */
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

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

test("an iPhone is told how the app comes onto the home screen, until that is waved away", async ({ browser }) => {
  const phone = await openPhone(browser, { ...ONLINE, userAgent: IPHONE });
  const page = await phone.newPage();
  await beginSampleWeek(page, server.url);
  await page.goto(`${server.url}/more`);
  const hint = page.getByText(/^On the home screen .* tap Share, then Add to Home Screen\.$/);
  await expect(hint).toBeVisible();
  await expectAccessible(page, "the hint on an iPhone");
  await expectFits(page, "the hint on an iPhone");
  await page.getByRole("button", { name: "Do not show this again" }).click();
  await expect(hint).toBeHidden();
  await page.reload();
  await settled(page);
  await expect(page.getByRole("link", { name: "Session library" })).toBeVisible();
  await expect(hint).toBeHidden();
  expectNoFaults(phone);
  await phone.close();
});

/** The screen itself stands: a title is there and no skeleton is left. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading").first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}
