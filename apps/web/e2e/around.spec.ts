import { expect, test, type Page } from "@playwright/test";
import { expectNoFaults, goOffline, MONDAY_EVENING, openPhone } from "./phone";
import { beginSampleWeek } from "./runner-steps";
import { serverOfThisFile } from "./server";

const DAY_MS = 86_400_000;

const server = serverOfThisFile();

test("offline, a half marathon and a week of illness change their weeks, and a missed session is moved", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const phone = await openPhone(browser);
  const page = await phone.newPage();
  await beginSampleWeek(page, server.url);
  await goOffline(page, server);

  await test.step("a race before the start is refused beside its day, and nothing that was typed is lost", async () => {
    await page.goto(`${server.url}/more`);
    await page.getByRole("link", { name: "Around your runs" }).click();
    await page.getByRole("button", { name: "Add a race" }).click();
    await page.getByLabel("Minutes you expect").fill("110");
    await page.getByLabel("Day", { exact: true }).fill(dayOfProgramme(-1));
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(/^Your twelve weeks begin on .* Choose that day or a later one\.$/)).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Add a race" }).click();
    await expect(page.getByLabel("Minutes you expect")).toHaveValue("110");
    await page.getByLabel("Day", { exact: true }).fill(dayOfProgramme(48));
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("button", { name: /^Half marathon/ })).toBeVisible();
  });

  await test.step("time off that ends before it begins says so, then it is saved", async () => {
    await page.getByRole("button", { name: "Add time off" }).click();
    await page.getByLabel("First day").fill(dayOfProgramme(63));
    await page.getByLabel("Last day").fill(dayOfProgramme(60));
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(/^This is before the first day\./)).toBeVisible();
    await page.getByLabel("Last day").fill(dayOfProgramme(69));
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("button", { name: /^Illness/ })).toBeVisible();
  });

  await test.step("hours out of range name the range, and a change is taken back by the toast", async () => {
    const hours = page.getByLabel("Hours before a key run");
    await hours.fill("80");
    await hours.press("Enter");
    await expect(page.getByText("A whole number from 24 to 72.")).toBeVisible();
    await expect(hours).toHaveValue("80");
    await hours.fill("48");
    await hours.press("Enter");
    await expect(page.getByText("Hours before a key run: 48")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(hours).toHaveValue("36");
  });

  await test.step("the weeks have changed, and say why", async () => {
    await page.getByRole("link", { name: "See the weeks" }).click();
    await weekInStrip(page, "race").click();
    await expect(page.getByText("Your race week.")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Taper/ })).toHaveCount(1);
    await weekInStrip(page, "no strength").click();
    await expect(page.getByText("No strength this week.")).toBeVisible();
    await expect(page.getByText("You are ill all week.")).toBeVisible();
  });

  await test.step("a missed session is proposed on another day, moved with one tap, and moved back", async () => {
    await phone.clock.setFixedTime(new Date(MONDAY_EVENING.getTime() + 1.5 * DAY_MS));
    await page.goto(server.url);
    const proposal = page.getByRole("region", { name: "A better place this week" });
    await expect(proposal.getByText(/It was not done on Monday\. \w+ \d\d:\d\d fits\./)).toBeVisible();
    await proposal.getByRole("button", { name: "Move it" }).click();
    await expect(page.getByText(/^B moved to /)).toBeVisible();
    await expect(proposal).toBeHidden();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(proposal).toBeVisible();
  });

  await test.step("not now hides it for the week on this phone", async () => {
    await page.goto(`${server.url}/week`);
    const proposal = page.getByRole("region", { name: "A better place this week" });
    await proposal.getByRole("button", { name: "Not now" }).click();
    await expect(proposal).toBeHidden();
    await page.goto(server.url);
    await expect(page.getByRole("link", { name: "Start", exact: true })).toBeVisible();
    await expect(proposal).toBeHidden();
  });

  expectNoFaults(phone);
  await phone.close();
});

function weekInStrip(page: Page, said: string) {
  return page.getByRole("button", { name: new RegExp(`^Week \\d+, from .*, ${said}`) });
}

/** The civil day so many days after the Monday of the start. */
function dayOfProgramme(days: number): string {
  return new Date(MONDAY_EVENING.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}
