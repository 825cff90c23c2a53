import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expectNoFaults, goOffline, openPhone } from "./phone";
import { beginSampleWeek, trainSets } from "./runner-steps";
import { serverOfThisFile } from "./server";

const server = serverOfThisFile();

test("offline, an upper-body session in place of today's and a mobility session beside the plan are begun and gone on with", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const phone = await openPhone(browser);
  const page = await phone.newPage();
  await beginSampleWeek(page, server.url);
  await goOffline(page, server);

  await test.step("a session that a rule forbids says which, one that answers nothing says so", async () => {
    await page.goto(`${server.url}/more`);
    await page.getByRole("link", { name: "Session library" }).click();
    await expect(page.getByRole("heading", { name: "Fits today" })).toBeVisible();
    await page.getByRole("button", { name: "Legs", exact: true }).click();
    await page.getByRole("button", { name: /Lower-Body Strong\sII\b/ }).click();
    const sheet = page.getByRole("dialog");
    await expect(sheet.getByText("Not today.").first()).toBeVisible();
    await expect(sheet.getByText(/before Wednesday’s key run|session A/).first()).toBeVisible();
    await expectAccessible(page, "a session of the library");
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Up to 15 min" }).click();
    await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
    await page.getByRole("button", { name: "Show all sessions" }).click();
  });

  await test.step("mobility beside the plan is begun, left, and found again on Today", async () => {
    await page.getByRole("button", { name: "Mobility", exact: true }).click();
    await page.getByRole("button", { name: /^Mobility\sI\b/ }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Start/ })
      .click();
    await expect(page.getByRole("button", { name: /^Set done|^Start/ }).first()).toBeVisible();
    await page.getByRole("button", { name: "Leave; everything is saved" }).click();
    await page.getByRole("link", { name: "Go on with the session beside the plan" }).click();
    await expect(page.getByRole("heading", { name: "Half-kneeling hip flexor stretch" })).toBeVisible();
  });

  await test.step("the spring drills wait for their gate", async () => {
    await page.goto(`${server.url}/library`);
    await page.getByRole("button", { name: "Balance and spring" }).click();
    await page.getByRole("button", { name: /Jumps and Balance, Strong\sI\b/ }).click();
    await expect(page.getByRole("dialog").getByText("Not yet.")).toBeVisible();
    await expect(page.getByRole("dialog").getByRole("button", { name: /Start|In place/ })).toHaveCount(0);
    await page.getByRole("button", { name: "Close" }).click();
  });

  await test.step("the upper body in place of today's session is today's session then", async () => {
    await page.getByRole("button", { name: "Upper body", exact: true }).click();
    await page.getByRole("button", { name: /Upper-Body Foundation\sI\b/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "In place of Single-leg and hip" }).click();
    await expect(page.getByRole("button", { name: /^Set done/ })).toBeVisible();
    await trainSets(page, 1);
    await page.goto(server.url);
    await expect(page.getByRole("link", { name: "Go on", exact: true })).toBeVisible();
    await expectAccessible(page, "Today with a session of the library");
  });

  expectNoFaults(phone);
  await phone.close();
});
