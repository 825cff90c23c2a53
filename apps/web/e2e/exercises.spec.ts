import { expect, test, type Page } from "@playwright/test";
import { expectNoFaults, goOffline, ONLINE, openPhone } from "./phone";
import { beginSampleWeek } from "./runner-steps";
import { serverOfThisFile } from "./server";

const THREE_WEEKS_MS = 21 * 86_400_000;

const server = serverOfThisFile();

test("offline, tests are filled in on both sides, kept, and set beside the earlier ones", async ({ browser }) => {
  test.setTimeout(120_000);
  const phone = await openPhone(browser, { viewport: { width: 320, height: 568 } });
  const page = await phone.newPage();
  await beginSampleWeek(page, server.url);
  await page.waitForURL(/\/$/);
  await goOffline(page, server);

  await test.step("week 1 offers them on the first screen; a comma is a comma", async () => {
    await page.getByRole("link", { name: /^Test where you begin/ }).click();
    await typeScore(page, "Calf raise on one leg, Left", "20");
    await typeScore(page, "Side plank, Left", "40,9");
    await typeScore(page, "Side plank, Right", "25");
    await expect(page.getByText("begin side planks with the right")).toBeVisible();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(/^Tests of .* saved$/)).toBeVisible();
    await page.reload();
    await expect(page.getByRole("button", { name: "Side plank, Left: 40", exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Bridge on one leg, Left: –" })).toBeVisible();
  });

  await test.step("they are offered no more, and three weeks later compared", async () => {
    await page.goto(server.url);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("link", { name: /^Test where/ })).toHaveCount(0);
    await phone.clock.fastForward(THREE_WEEKS_MS);
    await page.goto(`${server.url}/tests`);
    await typeScore(page, "Calf raise on one leg, Left", "26");
    await expect(page.getByText("Left: 6 more; under 7 is within the error of the test.")).toBeVisible();
    await typeScore(page, "Calf raise on one leg, Left", "27");
    await expect(page.getByText("Left: 7 more.")).toBeVisible();
  });
  expectNoFaults(phone);
  await phone.close();
  await server.start();
});

test("the library marks the runner's step, and kit and weights are changed beside the plan", async ({ browser }) => {
  test.setTimeout(120_000);
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  await beginSampleWeek(page, server.url);
  await page.waitForURL(/\/$/);
  await page.goto(`${server.url}/more`);
  await page.getByRole("link", { name: "Exercises" }).click();
  await page.getByText("Yours now: Romanian deadlift").click();
  await expect(page.getByText("Your step now")).toBeVisible();
  await expect(
    page.getByText(/^To go one step up: 2 sets of 10 reps, in 2 sessions\. With it: back flat;/),
  ).toHaveCount(5);

  await page.goto(`${server.url}/around`);
  await page.getByRole("button", { name: "10 kg", exact: true }).click();
  await page.getByRole("button", { name: "10 kg", exact: true }).click();
  await expect(page.getByRole("button", { name: "2 × 10 kg" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "A gym" }).click();
  await expect(page.getByText("Kit: A gym")).toBeVisible();
  await expect(page.getByRole("button", { name: "2 × 10 kg" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "2 × 10 kg" })).toBeVisible();
  expectNoFaults(phone);
  await phone.close();
});

async function typeScore(page: Page, label: string, score: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${label}: (–|\\d+)$`) }).click();
  const field = page.getByRole("textbox", { name: label });
  await field.fill(score);
  await field.press("Enter");
}
